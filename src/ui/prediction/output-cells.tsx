import { type ReactElement, useEffect, useRef } from 'react';
import { channelAxisOf } from '../../model/channel-axis.ts';
import { datasetOf } from '../../model/datasets/registry.ts';
import type { Network } from '../../model/network.ts';
import { outputForm } from '../../scene/charts/output-form.ts';
import { formatCell, formatNumber, formatShape } from '../../scene/format.ts';
import { focusOf } from '../../stores/view.ts';
import { page } from '../../text/page.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { framePart } from '../frame-loop.ts';
import { placeText } from '../lens/place-text.ts';
import { askWhy, hover, pinned } from '../view-actions.ts';
import { writeText } from '../write-text.ts';
import { verdictOf } from './verdict.ts';

/** More columns are set smaller, with numbers as in cells of so many pixels. */
const FEW_COLUMNS = 4;
const SMALL = 28;

/** No probe yet: only whether something can be said. */
const EMPTY = { input: { shape: [], data: new Float32Array() }, source: { type: 'noise' } } as const;

/** The few numbers that come out, as they stand in their map; each is a button that asks why. One probability is a button in its picture. */
export function OutputCells({
  network,
  output,
}: {
  readonly network: Network;
  readonly output: string;
}): ReactElement {
  const { stores } = useKernelscope();
  const grid = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const layer = network.byName.get(output)!;
  const shape = layer.outputShape;
  const sigmoid = layer.definition.activation(layer.config) === 'sigmoid';
  const dataset = useDocument((state) => datasetOf(state.document.dataset));
  const says =
    shape.length === 1 && verdictOf(new Float32Array(shape[0]!), sigmoid, dataset, EMPTY) !== undefined;
  const pictured = outputForm(network, output) === 'yes-no';
  const [rows, cols] = shape.length === 1 ? [shape[0]!, 1] : [shape[0]!, shape[1]!];
  const many = cols > FEW_COLUMNS;
  const indexAt = (at: number) =>
    shape.length === 1 ? [at] : [Math.floor(at / cols), at % cols, ...shape.slice(2).map(() => 0)];

  useEffect(() => {
    const cells = [...(grid.current?.querySelectorAll<HTMLElement>('.output-cell') ?? [])];
    const part = framePart(() => {
      const values = stores.trace.getState().trace?.layers.get(output)?.output.data;
      if (values?.length !== rows * cols) return false;
      const looked = focusOf(stores.view.getState()) ?? pinned(stores);
      const [row = 0, col = 0] = looked.index;
      const lit = looked.layer === output ? (looked.index.length === 1 ? row : row * cols + col) : -1;
      const said = says && verdictOf(values, sigmoid, dataset, stores.trace.getState().probe);
      if (said && line.current) {
        const { text, verdict = 'unknown' } = said;
        writeText(line.current, text);
        line.current.dataset.verdict = verdict;
      }
      cells.forEach((cell, at) => {
        const text = many ? formatCell(values[at]!, SMALL) : formatNumber(values[at]!);
        const number = cell.firstElementChild!;
        writeText(number, text);
        cell.toggleAttribute('data-lit', at === lit);
      });
      return false;
    });
    const off = [stores.trace.subscribe(part.invalidate), stores.view.subscribe(part.invalidate)];
    return () => {
      for (const stop of off) stop();
      part.destroy();
    };
  }, [stores, output, rows, cols, many, says, sigmoid, dataset]);

  return (
    <>
      {says && <p className="verdict" ref={line} />}
      <p className="output-name">{page.prediction.outputOf(output, formatShape(shape))}</p>
      {!pictured && (
        <div
          className="output-cells"
          data-many={many || undefined}
          data-single={rows * cols === 1 || undefined}
          ref={grid}
          style={{ gridTemplateColumns: `repeat(${cols}, minmax(0, 1fr))` }}
        >
          {Array.from({ length: rows * cols }, (_, at) => {
            const focus = { layer: output, index: indexAt(at) };
            const place = placeText(focus.index, shape, channelAxisOf(network, output));
            return (
              <button
                key={place}
                type="button"
                className="output-cell"
                title={page.prediction.whyAt(place)}
                onClick={() => askWhy(stores, focus)}
                onPointerEnter={() => hover(stores, focus)}
                onPointerLeave={() => hover(stores, undefined)}
              >
                <span />
                <span className="spoken">{page.prediction.whyAt(place)}</span>
              </button>
            );
          })}
        </div>
      )}
    </>
  );
}
