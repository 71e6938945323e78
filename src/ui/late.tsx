import { type ComponentProps, lazy, type ReactElement, Suspense, useDeferredValue } from 'react';
import { page } from '../text/page.ts';
import { Late, type LatePart, latePart } from './late-part.tsx';
import { Panel } from './panel.tsx';
import { Rescue } from './rescue.tsx';

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

/** Parts that come after the first picture, and parts that come when they are first asked for. */
const parts = {
  Header: latePart(async () => (await import('./header/header.tsx')).Header),
  Probe: latePart(async () => (await import('./probe/probe.tsx')).Probe),
  Dock: latePart(async () => (await import('./dock/dock.tsx')).Dock),
  CodePanel: latePart(async () => (await import('./code/code-panel.tsx')).CodePanel),
  Lab: latePart(async () => (await import('./lab/lab.tsx')).Lab),
  Answer: lazy(async () => ({ default: (await import('./builder/answer.tsx')).Answer })),
  HeadChoice: latePart(async () => (await import('./prediction/head-choice.tsx')).HeadChoice),
  LayerForm: latePart(async () => (await import('./builder/layer-form.tsx')).LayerForm),
  KernelBar: latePart(async () => (await import('./lens/kernel-bar.tsx')).KernelBar),
  OutputPicture: latePart(async () => (await import('./prediction/output-picture.tsx')).OutputPicture),
  AspectBar: lazy(async () => ({ default: (await import('./aspects/aspect-bar.tsx')).AspectBar })),
  ReachBar: lazy(async () => ({ default: (await import('./aspects/reach-bar.tsx')).ReachBar })),
  LessonList: lazy(async () => ({ default: (await import('./lessons/lesson-list.tsx')).LessonList })),
  LessonOffer: lazy(async () => ({ default: (await import('./lessons/lesson-offer.tsx')).LessonOffer })),
  LessonPanel: lazy(async () => ({ default: (await import('./lessons/lesson-panel.tsx')).LessonPanel })),
  SliderField: latePart(async () => (await import('./controls/slider.tsx')).SliderField),
};

type PropsOf<Name extends keyof typeof parts> = (typeof parts)[Name] extends LatePart<infer P> ? P : never;

/** Its outline is as in index.html. */
export function Header(): ReactElement {
  return (
    <Late
      part={parts.Header}
      props={{}}
      outline={
        <header className="header">
          <span className="brand">{page.name}</span>
        </header>
      }
    />
  );
}

export function Probe(): ReactElement {
  return <Late part={parts.Probe} props={{}} outline={<section className="probe" aria-hidden="true" />} />;
}

export function Dock(props: PropsOf<'Dock'>): ReactElement {
  return (
    <Panel>
      <Late part={parts.Dock} props={props} outline={<section className="lab" aria-hidden="true" />} />
    </Panel>
  );
}

export function Lab(props: PropsOf<'Lab'>): ReactElement {
  return (
    <Panel>
      <Late part={parts.Lab} props={props} outline={<section className="lab" aria-hidden="true" />} />
    </Panel>
  );
}

export function CodePanel(): ReactElement {
  return <Late part={parts.CodePanel} props={{}} outline={<div className="dock-page" />} />;
}

export function KernelBar(props: PropsOf<'KernelBar'>): ReactElement {
  const outline = <section className="kernel-bar" aria-hidden="true" />;
  return (
    <Soon outline={outline}>
      <Late part={parts.KernelBar} props={props} outline={outline} />
    </Soon>
  );
}

/** An output as a picture: a distribution, a yes or no, a number on its scale, heads side by side. */
export function OutputPicture(props: PropsOf<'OutputPicture'>): ReactElement {
  return <Late part={parts.OutputPicture} props={props} outline={<div className="output-picture" />} />;
}

export function SliderField(props: PropsOf<'SliderField'>): ReactElement {
  const outline = <div className="slider" />;
  return (
    <Soon outline={outline}>
      <Late part={parts.SliderField} props={props} outline={outline} />
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
export function HeadChoice(props: PropsOf<'HeadChoice'>): ReactElement {
  return <Late part={parts.HeadChoice} props={props} outline={<div className="field" />} />;
}

/** What the builder answers beside a layer; loaded when it is first asked. */
export function Answer(props: ComponentProps<typeof parts.Answer>): ReactElement {
  return (
    <Suspense fallback={null}>
      <parts.Answer {...props} />
    </Suspense>
  );
}

export function LayerForm(props: PropsOf<'LayerForm'>): ReactElement {
  return (
    <Late
      part={parts.LayerForm}
      props={props}
      outline={<section className="layer-form" aria-hidden="true" />}
    />
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
