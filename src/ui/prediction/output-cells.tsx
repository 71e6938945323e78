import { type ReactElement, useEffect, useRef } from 'react';
import { channelAxisOf } from '../../model/channel-axis.ts';
import type { Network } from '../../model/network.ts';
import { formatCell, formatNumber, formatPercent, formatShape } from '../../scene/format.ts';
import { focusOf } from '../../stores/view.ts';
import { page } from '../../text/page.ts';
import { useKernelscope } from '../context.ts';
import { framePart } from '../frame-loop.ts';
import { placeText } from '../lens/place-text.ts';
import { askWhy, hover, pinned } from '../view-actions.ts';

/** More columns are set smaller, with numbers as in cells of so many pixels. */
const FEW_COLUMNS = 4;
const SMALL = 28;

/** The few numbers that come out, as they stand in their map; each is a button that asks why. */
export function OutputCells({
  network,
  output,
}: {
  readonly network: Network;
  readonly output: string;
}): ReactElement {
  const { stores } = useKernelscope();
  const grid = useRef<HTMLDivElement>(null);
  const probability = useRef<HTMLParagraphElement>(null);
  const layer = network.byName.get(output)!;
  const shape = layer.outputShape;
  // A single sigmoid unit says how likely something is.
  const likely =
    shape.length === 1 && shape[0] === 1 && layer.definition.activation(layer.config) === 'sigmoid';
  const [rows, cols] = shape.length === 1 ? [shape[0]!, 1] : [shape[0]!, shape[1]!];
  const many = cols > FEW_COLUMNS;
  const indexAt = (at: number) =>
    shape.length === 1 ? [at] : [Math.floor(at / cols), at % cols, ...shape.slice(2).map(() => 0)];

  useEffect(() => {
    const cells = [...grid.current!.querySelectorAll<HTMLElement>('.output-cell')];
    const part = framePart(() => {
      const values = stores.trace.getState().trace?.layers.get(output)?.output.data;
      if (values?.length !== cells.length) return false;
      const looked = focusOf(stores.view.getState()) ?? pinned(stores);
      const [row = 0, col = 0] = looked.index;
      const lit = looked.layer === output ? (looked.index.length === 1 ? row : row * cols + col) : -1;
      cells.forEach((cell, at) => {
        const text = many ? formatCell(values[at]!, SMALL) : formatNumber(values[at]!);
        if (probability.current) {
          const share = formatPercent(values[at]!);
          const said = page.prediction.probability(share);
          if (probability.current.textContent !== said) probability.current.textContent = said;
          probability.current.style.setProperty('--share', String(values[at]));
        }
        const number = cell.firstElementChild!;
        if (number.textContent !== text) number.textContent = text;
        cell.toggleAttribute('data-lit', at === lit);
      });
      return false;
    });
    const off = [stores.trace.subscribe(part.invalidate), stores.view.subscribe(part.invalidate)];
    return () => {
      for (const stop of off) stop();
      part.destroy();
    };
  }, [stores, output, cols, many]);

  return (
    <>
      {likely && <p className="verdict probability" ref={probability} />}
      <p className="output-name">{page.prediction.outputOf(output, formatShape(shape))}</p>
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
    </>
  );
}
