import { type ComponentProps, lazy, type ReactElement, Suspense, useEffect, useState } from 'react';
import { page } from '../text/page.ts';
import { useStatus } from './context.ts';

let pictured = false;

/** Whether the first picture has been painted, or will never be. */
function usePictured(): boolean {
  const started = useStatus(({ phase }) => phase !== 'starting');
  const [seen, setSeen] = useState(pictured);
  useEffect(() => {
    if (!started || seen) return;
    // The frame paints the picture; what comes after it is no longer in its way.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        pictured = true;
        setSeen(true);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [started, seen]);
  return seen;
}

/** A part that comes after the first picture; until then its outline, as in index.html, keeps its place. */
function Late({ outline, children }: { readonly outline: ReactElement; readonly children: ReactElement }) {
  return usePictured() ? <Suspense fallback={outline}>{children}</Suspense> : outline;
}

const parts = {
  Header: lazy(async () => ({ default: (await import('./header/header.tsx')).Header })),
  Probe: lazy(async () => ({ default: (await import('./probe/probe.tsx')).Probe })),
  Lab: lazy(async () => ({ default: (await import('./lab/lab.tsx')).Lab })),
  SliderField: lazy(async () => ({ default: (await import('./controls/slider.tsx')).SliderField })),
};

export function Header(): ReactElement {
  const outline = (
    <header className="header">
      <span className="brand">{page.name}</span>
    </header>
  );
  return (
    <Late outline={outline}>
      <parts.Header />
    </Late>
  );
}

export function Probe(): ReactElement {
  return (
    <Late outline={<section className="probe" aria-hidden="true" />}>
      <parts.Probe />
    </Late>
  );
}

export function Lab(): ReactElement {
  return (
    <Late outline={<section className="lab" aria-hidden="true" />}>
      <parts.Lab />
    </Late>
  );
}

export function SliderField(props: ComponentProps<typeof parts.SliderField>): ReactElement {
  return (
    <Late outline={<div className="slider" />}>
      <parts.SliderField {...props} />
    </Late>
  );
}
