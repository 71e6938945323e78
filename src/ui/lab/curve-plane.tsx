import { type PointerEvent, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { type CurveFrame, curveFrame } from '../../scene/charts/curve-frame.ts';
import { lab } from '../../text/lab.ts';
import { enlargedBy } from '../projector.ts';
import type { Charted } from './charted.ts';
import { curveView, zoomIn, zoomOut, zoomTo } from './curve-view.ts';

interface Props {
  readonly label: string;
  readonly charted: () => Charted;
  /** What the chart says where one looks, in words. */
  readonly read: () => string;
  /** Height below which it is no chart that one can look into. */
  readonly least: number;
  readonly children: ReactNode;
}

/** Pixels that a pointer has to be moved for a drag to be meant. */
const SLACK = 4;

/** Steps that a key moves by. */
const MOVES: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageDown: -10,
  PageUp: 10,
  Home: -Infinity,
  End: Infinity,
};

/**
 * The plane of a chart, as a slider over its steps: a pointer or the arrow keys choose the step that is read off, a
 * drag (or plus) shows a part of it, a double click (or Escape, or minus) what was shown before.
 */
export function CurvePlane({ label, charted, read, least, children }: Props): ReactElement {
  const plane = useRef<HTMLDivElement>(null);
  const drag = useRef<{ readonly x: number; readonly step: number } | undefined>(undefined);

  const frame = (): CurveFrame | undefined => {
    const box = plane.current!.getBoundingClientRect();
    const [width, height] = [box.width / enlargedBy(), box.height / enlargedBy()];
    return height < least ? undefined : curveFrame({ ...charted(), width, height });
  };
  const at = (event: PointerEvent) => {
    const here = frame();
    const x = (event.clientX - plane.current!.getBoundingClientRect().left) / enlargedBy();
    return here && { frame: here, x, step: Math.round(here.stepAt(x)) };
  };

  /** Says where one is to a screen reader, without React. */
  const announce = (here: CurveFrame) => {
    const { cursor } = curveView.getState();
    const element = plane.current!;
    element.setAttribute('aria-valuemin', String(Math.ceil(here.from)));
    element.setAttribute('aria-valuemax', String(Math.floor(here.to)));
    element.setAttribute('aria-valuenow', String(cursor ?? Math.floor(here.to)));
    element.setAttribute('aria-valuetext', read());
  };
  useEffect(() => {
    const element = plane.current!;
    element.setAttribute('aria-valuetext', read());
  }, [read]);

  const onKey = (key: string): boolean => {
    const here = frame();
    if (!here) return false;
    const span = [here.from, here.to] as const;
    const move = MOVES[key];
    if (move !== undefined) {
      const from = curveView.getState().cursor ?? (move < 0 ? here.to : here.from - 1);
      // A key moves by what one can see: a pixel or a step, whichever is more.
      const stride = Math.max(1, Math.round((here.to - here.from) / (here.right - here.left)));
      const step = Math.round(from + move * stride);
      curveView.setState({ cursor: Math.min(Math.floor(here.to), Math.max(Math.ceil(here.from), step)) });
      announce(here);
      return true;
    }
    if (key === '+' || key === '=') zoomIn(span);
    else if (key === '-') zoomOut();
    else if (key === 'Escape') {
      const { selection, cursor } = curveView.getState();
      drag.current = undefined;
      if (selection) curveView.setState({ selection: undefined });
      else if (!zoomOut() && cursor !== undefined) curveView.setState({ cursor: undefined });
    } else return false;
    return true;
  };

  return (
    <div
      ref={plane}
      className="curve-plane"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={0}
      title={lab.curves.help}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || !onKey(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        const here = at(event);
        if (!here || event.button !== 0 || event.pointerType === 'touch') return;
        drag.current = here;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const here = at(event);
        if (!here) return;
        const start = drag.current;
        const dragged = start !== undefined && Math.abs(here.x - start.x) > SLACK;
        curveView.setState({ cursor: here.step, selection: dragged ? [start.step, here.step] : undefined });
      }}
      onPointerUp={(event) => {
        const { selection } = curveView.getState();
        drag.current = undefined;
        if (selection) zoomTo(...selection);
        event.currentTarget.releasePointerCapture?.(event.pointerId);
      }}
      onPointerCancel={() => {
        drag.current = undefined;
        curveView.setState({ selection: undefined });
      }}
      onPointerLeave={() => {
        if (!drag.current) curveView.setState({ cursor: undefined });
      }}
      onBlur={() => curveView.setState({ cursor: undefined })}
      onDoubleClick={() => zoomOut()}
    >
      {children}
    </div>
  );
}
