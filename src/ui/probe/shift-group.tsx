import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Fill } from '../../model/sequence/shift.ts';
import { formatNumber } from '../../scene/format.ts';
import { probeText } from '../../text/probe.ts';
import { attempt, useDocument, useKernelscope } from '../context.ts';
import { Segments } from '../controls/segments.tsx';
import { createLatest } from './latest.ts';

/** Shifts the sequence that was chosen in time, so that one sees what shifts with it and what stays. */
export function ShiftGroup(): ReactElement {
  const app = useKernelscope();
  const steps = useDocument((state) => state.network.inputShape[0]!);
  const [fill, setFill] = useState<Fill>('zeros');
  const slider = useRef<HTMLInputElement>(null);
  const send = useRef<(by: { readonly dx: number; readonly fill: Fill }) => void>(null);
  send.current ??= createLatest((by: { readonly dx: number; readonly fill: Fill }) =>
    attempt(app, () => app.scope.moveInput(by)),
  );
  const write = (value: number) => {
    const input = slider.current!;
    if (Number(input.value) !== value) input.value = String(value);
    input.setAttribute('aria-valuetext', formatNumber(value));
    input.nextElementSibling!.textContent = formatNumber(value);
  };
  useEffect(() => {
    write(app.stores.trace.getState().probe.moved?.by.dx ?? 0);
    return app.stores.trace.subscribe(({ probe }, { probe: before }) => {
      if (probe === before || slider.current === document.activeElement) return;
      write(probe.moved?.by.dx ?? 0);
    });
  });
  const half = Math.max(1, Math.ceil(steps / 2));
  const moved = (value: number, filled: Fill) => {
    write(value);
    send.current!({ dx: value, fill: filled });
  };
  return (
    <details className="move">
      <summary className="button quiet">{probeText.shift.title}</summary>
      <fieldset className="move-sliders" aria-label={probeText.shift.title}>
        <label>
          {probeText.shift.steps}
          <input
            ref={slider}
            className="range"
            type="range"
            min={-half}
            max={half}
            step={1}
            defaultValue={0}
            onInput={(event) => moved(Number(event.currentTarget.value), fill)}
          />
          <output />
        </label>
        <Segments
          label={probeText.shift.fill}
          options={[
            ['zeros', probeText.shift.fills.zeros],
            ['edge', probeText.shift.fills.edge],
          ]}
          value={fill}
          onChange={(chosen) => {
            setFill(chosen);
            moved(Number(slider.current!.value), chosen);
          }}
        />
      </fieldset>
    </details>
  );
}
