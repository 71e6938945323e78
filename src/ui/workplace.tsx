import type { ReactElement } from 'react';
import type { ScenePart } from '../lessons/lesson.ts';
import { Side } from './builder/side.tsx';
import { useLocked } from './context.ts';
import type { Panel } from './dock/dock.tsx';
import { Dock, Probe } from './late.tsx';
import { Cover } from './lessons/cover.tsx';
import type { Shown } from './lessons/shown.ts';
import { Stage } from './stage/stage.tsx';

/** Panels of the dock by the part of a scene that they are. */
const PANELS: { readonly [part in ScenePart]?: Panel } = {
  lab: 'train',
  code: 'code',
  data: 'data',
  compare: 'compare',
};

interface Props {
  /** Undefined where no lesson is open: everything. */
  readonly shown: Shown | undefined;
  /** The network can be changed. */
  readonly edits?: boolean;
}

/** The parts of the page, or those that the open lesson shows. A covered stage is there, but not to be seen or reached. */
export function Workplace({ shown, edits = false }: Props): ReactElement {
  const covered = shown?.place === 'covered';
  const has = (part: ScenePart) => !shown || (!covered && shown.parts.includes(part));
  const locked = useLocked('data');
  const open = (part: ScenePart) => (part === 'data' && locked ? [] : (PANELS[part] ?? []));
  const panels = shown && (covered ? [] : shown.parts.flatMap(open));
  const form = edits && has('form');
  const prediction = has('prediction');
  return (
    <div className="workplace">
      {has('probe') && <Probe />}
      {(!shown || shown.parts.includes('stage')) && <Stage edits={edits} covered={covered} />}
      {covered && <Cover asks={shown.asks} />}
      {(form || prediction) && <Side form={form} prediction={prediction} />}
      {!panels && <Dock />}
      {panels && panels.length > 0 && <Dock key={panels.join()} panels={panels} />}
    </div>
  );
}
