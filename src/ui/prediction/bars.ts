import { formatFixed } from '../../scene/format.ts';
import type { Stores } from '../../stores/stores.ts';
import { page } from '../../text/page.ts';
import { framePart } from '../frame-loop.ts';

/** Most outputs that are listed one by one. */
export const MOST_BARS = 24;

/** Keeps bars, numbers and the verdict up to date with the trace; finds its places by class names. */
export function createBars(
  panel: HTMLElement,
  stores: Stores,
  output: string,
  names: readonly string[] | undefined,
): { destroy(): void } {
  const rows = [...panel.querySelectorAll<HTMLElement>('.bar')].map((row) => ({
    row,
    fill: row.querySelector<HTMLElement>('.bar-fill')!,
    value: row.querySelector('.bar-value')!,
  }));
  const verdict = panel.querySelector<HTMLElement>('[data-part="verdict"]')!;
  const nameOf = (at: number) => names?.[at] ?? page.prediction.class(String(at));

  const part = framePart(() => {
    const { trace, probe } = stores.trace.getState();
    const values = trace?.layers.get(output)?.output.data;
    if (values?.length !== rows.length) return false;
    const most = values.reduce((top, value) => Math.max(top, Math.abs(value)), 0) || 1;
    const scale = values.some((value) => value < 0) || most > 1 ? most : 1;
    let best = 0;
    rows.forEach(({ row, fill, value }, at) => {
      const output = values[at]!;
      if (output > values[best]!) best = at;
      fill.style.transform = `scaleX(${Math.abs(output) / scale})`;
      value.textContent = formatFixed(output);
      row.toggleAttribute('data-negative', output < 0);
      row.toggleAttribute('data-truth', at === probe.label && names !== undefined);
    });
    rows.forEach(({ row }, at) => {
      row.toggleAttribute('data-best', at === best);
    });
    const truth = names === undefined ? undefined : probe.label;
    const said =
      truth === undefined
        ? page.prediction.unknown(nameOf(best))
        : truth === best
          ? page.prediction.right(nameOf(best))
          : page.prediction.wrong(nameOf(best), nameOf(truth));
    if (verdict.textContent !== said) verdict.textContent = said;
    verdict.dataset.verdict = truth === undefined ? 'unknown' : truth === best ? 'right' : 'wrong';
    return false;
  });
  const off = stores.trace.subscribe(() => part.invalidate());
  return {
    destroy() {
      off();
      part.destroy();
    },
  };
}
