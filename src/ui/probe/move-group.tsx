import { type ReactElement, useEffect, useRef } from 'react';
import { type Move, STILL } from '../../model/picture/move.ts';
import { formatFixed, formatNumber } from '../../scene/format.ts';
import { probeText } from '../../text/probe.ts';
import { attempt, useInputShape, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { createLatest } from './latest.ts';

const NAMES = ['dx', 'dy', 'rotate', 'scale'] as const satisfies readonly (keyof Move)[];

function shown(name: keyof Move, value: number): string {
  if (name === 'rotate') return probeText.move.degrees(formatNumber(value));
  return name === 'scale' ? probeText.move.times(formatFixed(value)) : formatNumber(value);
}

/** Moves the probe that was chosen, so that one sees what moves with it. The sliders follow the store without React. */
export function MoveGroup(): ReactElement {
  const app = useKernelscope();
  const shape = useInputShape();
  const group = useRef<HTMLFieldSetElement>(null);
  const send = useRef<(by: Partial<Move>) => void>(null);
  send.current ??= createLatest((by: Partial<Move>) => attempt(app, () => app.scope.moveInput(by)));
  const write = (name: keyof Move, value: number) => {
    const slider = group.current!.querySelector<HTMLInputElement>(`[name=${name}]`)!;
    const text = shown(name, value);
    if (Number(slider.value) !== value) slider.value = String(value);
    slider.setAttribute('aria-valuetext', text);
    slider.nextElementSibling!.textContent = text;
  };
  useEffect(() => {
    const follow = ({ moved }: { readonly moved?: { readonly by: Move } }) => {
      for (const name of NAMES) write(name, (moved?.by ?? STILL)[name]);
    };
    follow(app.stores.trace.getState().probe);
    return app.stores.trace.subscribe(({ probe }, { probe: before }) => {
      if (probe === before) return;
      // What comes back while a slider is being moved is older than the slider.
      const own = (probe.moved?.from ?? probe.input) === (before.moved?.from ?? before.input);
      if (!own || !group.current!.contains(document.activeElement)) follow(probe);
    });
  });
  const [rows, cols] = shape as [number, number];
  const limits: Readonly<Record<keyof Move, readonly [least: number, most: number, step: number]>> = {
    dx: [-Math.ceil(cols / 2), Math.ceil(cols / 2), 1],
    dy: [-Math.ceil(rows / 2), Math.ceil(rows / 2), 1],
    rotate: [-180, 180, 1],
    scale: [0.25, 2, 0.05],
  };
  const changed = () => {
    const by = Object.fromEntries(
      NAMES.map((name) => {
        const value = Number(group.current!.querySelector<HTMLInputElement>(`[name=${name}]`)!.value);
        write(name, value);
        return [name, value];
      }),
    );
    send.current!(by);
  };
  const reset = () => {
    for (const name of NAMES) write(name, STILL[name]);
    send.current!({});
  };
  return (
    <details className="move">
      <summary className="button quiet">{probeText.move.title}</summary>
      <fieldset className="move-sliders" aria-label={probeText.move.title} ref={group} onInput={changed}>
        {NAMES.map((name) => (
          <label key={name}>
            {probeText.move[name]}
            <input
              className="range"
              type="range"
              name={name}
              min={limits[name][0]}
              max={limits[name][1]}
              step={limits[name][2]}
              defaultValue={STILL[name]}
            />
            <output />
          </label>
        ))}
        <Button icon="reset" look="quiet" onClick={reset}>
          {probeText.move.reset}
        </Button>
      </fieldset>
    </details>
  );
}
