import { Fragment, type ReactElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { useStore } from 'zustand/react';
import type { Kernelscope } from './context.ts';
import { Page } from './page.tsx';
import { Widget } from './widget.tsx';

/** Puts the page in the place of its outline. */
export function mountPage(root: HTMLElement, app: Kernelscope): void {
  createRoot(root).render(
    <Spoken app={app}>
      <Page app={app} />
    </Spoken>,
  );
}

/** Puts the widget in the place of the outline. */
export function mountWidget(root: HTMLElement, app: Kernelscope): void {
  createRoot(root).render(
    <Spoken app={app}>
      <Widget app={app} />
    </Spoken>,
  );
}

/** In another language everything is drawn anew: texts are read where they are drawn. */
function Spoken({
  app,
  children,
}: {
  readonly app: Kernelscope;
  readonly children: ReactNode;
}): ReactElement {
  return <Fragment key={useStore(app.stores.view, ({ spoken }) => spoken)}>{children}</Fragment>;
}
