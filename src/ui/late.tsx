import {
  type ComponentProps,
  lazy,
  type ReactElement,
  Suspense,
  useDeferredValue,
  useEffect,
  useState,
} from 'react';
import { page } from '../text/page.ts';
import { useStatus } from './context.ts';
import { Panel } from './panel.tsx';
import { Rescue } from './rescue.tsx';

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
  if (!usePictured()) return outline;
  return (
    <Rescue instead={outline}>
      <Suspense fallback={outline}>{children}</Suspense>
    </Rescue>
  );
}

/** What belongs to something that was just opened and may come a moment after it: drawn when there is time. */
function Soon({
  outline = null,
  children,
}: {
  readonly outline?: ReactElement | null;
  readonly children: ReactElement;
}): ReactElement | null {
  return useDeferredValue(true, false) ? <Rescue instead={outline}>{children}</Rescue> : outline;
}

const parts = {
  Header: lazy(async () => ({ default: (await import('./header/header.tsx')).Header })),
  Probe: lazy(async () => ({ default: (await import('./probe/probe.tsx')).Probe })),
  Dock: lazy(async () => ({ default: (await import('./dock/dock.tsx')).Dock })),
  CodePanel: lazy(async () => ({ default: (await import('./code/code-panel.tsx')).CodePanel })),
  Lab: lazy(async () => ({ default: (await import('./lab/lab.tsx')).Lab })),
  Answer: lazy(async () => ({ default: (await import('./builder/answer.tsx')).Answer })),
  HeadChoice: lazy(async () => ({ default: (await import('./prediction/head-choice.tsx')).HeadChoice })),
  LayerForm: lazy(async () => ({ default: (await import('./builder/layer-form.tsx')).LayerForm })),
  KernelBar: lazy(async () => ({ default: (await import('./lens/kernel-bar.tsx')).KernelBar })),
  OutputPicture: lazy(async () => ({
    default: (await import('./prediction/output-picture.tsx')).OutputPicture,
  })),
  AspectBar: lazy(async () => ({ default: (await import('./aspects/aspect-bar.tsx')).AspectBar })),
  ReachBar: lazy(async () => ({ default: (await import('./aspects/reach-bar.tsx')).ReachBar })),
  LessonList: lazy(async () => ({ default: (await import('./lessons/lesson-list.tsx')).LessonList })),
  LessonOffer: lazy(async () => ({ default: (await import('./lessons/lesson-offer.tsx')).LessonOffer })),
  LessonPanel: lazy(async () => ({ default: (await import('./lessons/lesson-panel.tsx')).LessonPanel })),
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

export function Dock(props: ComponentProps<typeof parts.Dock>): ReactElement {
  return (
    <Late outline={<section className="lab" aria-hidden="true" />}>
      <Panel>
        <parts.Dock {...props} />
      </Panel>
    </Late>
  );
}

export function Lab(props: ComponentProps<typeof parts.Lab>): ReactElement {
  return (
    <Late outline={<section className="lab" aria-hidden="true" />}>
      <Panel>
        <parts.Lab {...props} />
      </Panel>
    </Late>
  );
}

export function CodePanel(): ReactElement {
  return (
    <Late outline={<div className="dock-page" />}>
      <parts.CodePanel />
    </Late>
  );
}

export function KernelBar(props: ComponentProps<typeof parts.KernelBar>): ReactElement {
  const outline = <section className="kernel-bar" aria-hidden="true" />;
  return (
    <Soon outline={outline}>
      <Late outline={outline}>
        <parts.KernelBar {...props} />
      </Late>
    </Soon>
  );
}

/** An output as a picture: a distribution, a yes or no, a number on its scale, heads side by side. */
export function OutputPicture(props: ComponentProps<typeof parts.OutputPicture>): ReactElement {
  return (
    <Late outline={<div className="output-picture" />}>
      <parts.OutputPicture {...props} />
    </Late>
  );
}

export function SliderField(props: ComponentProps<typeof parts.SliderField>): ReactElement {
  const outline = <div className="slider" />;
  return (
    <Soon outline={outline}>
      <Late outline={outline}>
        <parts.SliderField {...props} />
      </Late>
    </Soon>
  );
}

/** What an open lens can show, and what is worth knowing of its layer's reach. */
export function AspectBar(): ReactElement {
  return (
    <Soon>
      <Suspense fallback={null}>
        <parts.AspectBar />
      </Suspense>
    </Soon>
  );
}

export function ReachBar(props: ComponentProps<typeof parts.ReachBar>): ReactElement {
  return (
    <Soon>
      <Suspense fallback={null}>
        <parts.ReachBar {...props} />
      </Suspense>
    </Soon>
  );
}

/** Which of several outputs is looked at: one output, which most models have, needs none of it. */
export function HeadChoice(props: ComponentProps<typeof parts.HeadChoice>): ReactElement {
  return (
    <Late outline={<div className="field" />}>
      <parts.HeadChoice {...props} />
    </Late>
  );
}

/** What the builder answers beside a layer; loaded when it is first asked. */
export function Answer(props: ComponentProps<typeof parts.Answer>): ReactElement {
  return (
    <Suspense fallback={null}>
      <parts.Answer {...props} />
    </Suspense>
  );
}

export function LayerForm(props: ComponentProps<typeof parts.LayerForm>): ReactElement {
  return (
    <Late outline={<section className="layer-form" aria-hidden="true" />}>
      <parts.LayerForm {...props} />
    </Late>
  );
}

/** Lessons and all that belongs to them: loaded when the first one is asked for. */
export function LessonList(props: ComponentProps<typeof parts.LessonList>): ReactElement {
  return (
    <Suspense fallback={null}>
      <parts.LessonList {...props} />
    </Suspense>
  );
}

export function LessonOffer(): ReactElement {
  return (
    <Suspense fallback={null}>
      <parts.LessonOffer />
    </Suspense>
  );
}

export function LessonPanel(props: ComponentProps<typeof parts.LessonPanel>): ReactElement {
  return (
    <Suspense fallback={<section className="lesson" aria-hidden="true" />}>
      <parts.LessonPanel {...props} />
    </Suspense>
  );
}
