import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import type { LayerHealth } from '../../engine/engine.ts';
import type { Network } from '../../model/network.ts';
import { formatCount, formatNumber, formatPercent } from '../../scene/format.ts';
import type { Stores } from '../../stores/stores.ts';
import { lab } from '../../text/lab.ts';
import { useKernelscope, useRun } from '../context.ts';
import { framePart } from '../frame-loop.ts';
import { openLens } from '../view-actions.ts';
import { writeText } from '../write-text.ts';
import { gradientShare } from './gradient-share.ts';

const FIGURES = ['dead', 'saturated', 'gradient'] as const;
type Figure = (typeof FIGURES)[number];

interface Said {
  readonly text: string;
  /** How the number comes about. */
  readonly why: string;
  readonly notable?: boolean;
}

const sayings: Readonly<Record<Figure, (layer: LayerHealth, network: Network) => Said | undefined>> = {
  dead({ dead, units }) {
    if (dead === undefined || units === undefined) return undefined;
    const [count, of] = [formatCount(dead), formatCount(units)];
    return { text: lab.health.deadOf(count, of), why: lab.health.deadWhy(count, of), notable: dead > 0 };
  },
  saturated({ layer, saturated }, network) {
    if (saturated === undefined) return undefined;
    const known = network.byName.get(layer);
    const name = known ? known.definition.activation(known.config) : '';
    const share = formatPercent(saturated);
    const why = name === 'softmax' || name === 'sparsemax' ? lab.health.sureWhy : lab.health.saturatedWhy;
    return { text: share, why: why(share, name) };
  },
  gradient({ layer, gradient }, network) {
    if (gradient === undefined) return undefined;
    const count = formatCount(network.byName.get(layer)?.trainableParams ?? 0);
    return { text: formatNumber(gradient), why: lab.health.gradientWhy(count) };
  },
};

function write(table: HTMLTableElement, stores: Stores): void {
  const { health } = stores.run.getState();
  const { network } = stores.document.getState();
  health?.layers.forEach((layer, at) => {
    const row = table.tBodies[0]!.rows[at];
    if (!row) return;
    for (const figure of FIGURES) {
      const said = sayings[figure](layer, network);
      const cell = row.querySelector<HTMLElement>(`[data-figure=${figure}]`)!;
      const value = cell.querySelector('[data-value]')!;
      const shown = said?.text ?? lab.health.none;
      writeText(value, shown);
      cell.title = said?.why ?? '';
      cell.toggleAttribute('data-none', said === undefined);
      cell.toggleAttribute('data-notable', said?.notable === true);
    }
    const bar = row.querySelector<HTMLElement>('.health-fill');
    if (bar) bar.style.transform = `scaleX(${gradientShare(layer.gradient ?? 0)})`;
  });
  const step = table.caption!.querySelector('[data-step]')!;
  writeText(step, health ? lab.health.step(formatCount(health.step)) : '');
}

/** How each layer stands in the batch that was examined last; the numbers are written without React. */
export function LayersHealth(): ReactElement {
  const { stores } = useKernelscope();
  const runId = useRun((state) => state.runId);
  const examined = useRun((state) => state.health !== undefined);
  // A run's layers are the same in every batch.
  const names = useMemo(() => {
    const { health } = stores.run.getState();
    return examined && runId >= 0 && health ? health.layers.map(({ layer }) => layer) : [];
  }, [stores, runId, examined]);
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (names.length === 0) return undefined;
    const part = framePart(() => {
      write(table.current!, stores);
      return false;
    });
    const off = stores.run.subscribe((state, before) => {
      if (state.health !== before.health) part.invalidate();
    });
    return () => {
      off();
      part.destroy();
    };
  }, [stores, names]);
  return (
    <section className="health" aria-label={lab.health.title}>
      {names.length === 0 ? (
        <p className="muted">{lab.health.empty}</p>
      ) : (
        <table ref={table}>
          <caption>
            <span data-step="" /> {lab.health.when}
          </caption>
          <thead>
            <tr>
              <th scope="col">{lab.health.layer}</th>
              {FIGURES.map((figure) => (
                <th key={figure} scope="col">
                  {lab.health.heads[figure]}{' '}
                  <span className="health-meaning">{lab.health.meanings[figure]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">
                  <button type="button" title={lab.health.open(name)} onClick={() => openLens(stores, name)}>
                    {name}
                  </button>
                </th>
                {FIGURES.map((figure) => (
                  <td key={figure} data-figure={figure}>
                    {figure === 'gradient' && (
                      <span className="health-bar" aria-hidden="true">
                        <span className="health-fill" />
                      </span>
                    )}
                    <span data-value="" />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
