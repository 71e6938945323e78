import { formatFixed } from '../../scene/format.ts';
import type { Stores } from '../../stores/stores.ts';
import { page } from '../../text/page.ts';
import { framePart } from '../frame-loop.ts';
import { hover, pinned } from '../view-actions.ts';
import { writeText } from '../write-text.ts';

/** How many rows stand where there is no room for all. */
const FEW = 3;

/** The places of the largest values. */
function topOf(values: Float32Array): Set<number> {
  return new Set([...values.keys()].sort((one, other) => values[other]! - values[one]!).slice(0, FEW));
}

/** Keeps bars, numbers and the verdict up to date with the trace, and marks the unit in the lens; finds its places by class names. */
export function createBars(
  panel: HTMLElement,
  stores: Stores,
  {
    output,
    head,
    names,
  }: { readonly output: string; readonly head: number; readonly names: readonly string[] | undefined },
): { destroy(): void } {
  const rows = [...panel.querySelectorAll<HTMLElement>('.bar')].map((row) => ({
    row,
    fill: row.querySelector<HTMLElement>('.bar-fill')!,
    value: row.querySelector('.bar-value')!,
  }));
  const list = panel.querySelector<HTMLElement>('.bars')!;
  const verdict = panel.querySelector<HTMLElement>('[data-part="verdict"]')!;
  const nameOf = (at: number) => names?.[at] ?? page.prediction.class(String(at));

  const judge = (best: number, label: number | undefined) => {
    const truth = names === undefined ? undefined : label;
    const right = truth === best;
    const said =
      truth === undefined
        ? page.prediction.unknown(nameOf(best))
        : right
          ? page.prediction.right(nameOf(best))
          : page.prediction.wrong(nameOf(best), nameOf(truth));
    writeText(verdict, said);
    verdict.dataset.verdict = truth === undefined ? 'unknown' : right ? 'right' : 'wrong';
  };
  const part = framePart(() => {
    const { trace, probe } = stores.trace.getState();
    const values = trace?.layers.get(output)?.output.data;
    if (values?.length !== rows.length) return false;
    const most = values.reduce((top, value) => Math.max(top, Math.abs(value)), 0) || 1;
    const scale = values.some((value) => value < 0) || most > 1 ? most : 1;
    const asked = stores.view.getState().open === output ? pinned(stores).index[0] : undefined;
    let best = 0;
    for (let at = 1; at < values.length; at++) if (values[at]! > values[best]!) best = at;
    const top = topOf(values);
    const truth = probe.targets ? probe.targets[head] : probe.label;
    rows.forEach(({ row, fill, value }, at) => {
      fill.style.transform = `scaleX(${Math.abs(values[at]!) / scale})`;
      const text = formatFixed(values[at]!, Math.abs(values[at]!) < 10 ? 4 : 1);
      writeText(value, text);
      row.toggleAttribute('data-negative', values[at]! < 0);
      row.toggleAttribute('data-truth', at === truth && names !== undefined);
      row.toggleAttribute('data-best', at === best);
      row.toggleAttribute('data-top', top.has(at));
      if (at === asked) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    });
    judge(best, truth);
    return false;
  });

  const pointed = (event: Event) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.bar') : null;
    const at = rows.findIndex((candidate) => candidate.row === row);
    hover(stores, at < 0 ? undefined : { layer: output, index: [at] });
  };
  const left = () => hover(stores, undefined);
  list.addEventListener('pointerover', pointed);
  list.addEventListener('pointerleave', left);
  const off = [
    stores.trace.subscribe(part.invalidate),
    stores.view.subscribe((view, before) => {
      if (view.open !== before.open || (view.open === output && view.hover === before.hover))
        part.invalidate();
    }),
  ];
  return {
    destroy() {
      list.removeEventListener('pointerover', pointed);
      list.removeEventListener('pointerleave', left);
      for (const stop of off) stop();
      part.destroy();
    },
  };
}
