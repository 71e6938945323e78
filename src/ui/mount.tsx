import { createRoot } from 'react-dom/client';
import type { Kernelscope } from './context.ts';
import { Page } from './page.tsx';
import { partsOf, Widget } from './widget.tsx';

/** Puts the page in the place of its outline. */
export function mountPage(root: HTMLElement, app: Kernelscope): void {
  createRoot(root).render(<Page app={app} />);
}

/** Puts the parts that were asked for in the place of the outline. */
export function mountWidget(root: HTMLElement, app: Kernelscope, asked: readonly string[]): void {
  createRoot(root).render(<Widget app={app} parts={partsOf(asked)} />);
}
