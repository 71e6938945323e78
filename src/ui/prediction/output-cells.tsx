import { type ReactElement, useEffect, useRef } from 'react';
import type { Network } from '../../model/network.ts';
import { formatNumber, formatShape } from '../../scene/format.ts';
import { focusOf } from '../../stores/view.ts';
import { page } from '../../text/page.ts';
import { useKernelscope } from '../context.ts';
import { framePart } from '../frame-loop.ts';
import { placeText } from '../lens/place-text.ts';
import { askWhy, hover, pinned } from '../view-actions.ts';

/** The few numbers that come out, as they stand in their map; each is a button that asks why. */
export function OutputCells({ network }: { readonly network: Network }): ReactElement {
  const { stores } = useKernelscope();
  const grid = useRef<HTMLDivElement>(null);
  const { output } = network;
  const shape = network.byName.get(output)!.outputShape;
  const [rows, cols] = shape.length === 1 ? [shape[0]!, 1] : [shape[0]!, shape[1]!];
  const indexAt = (at: number) => (shape.length === 1 ? [at] : [Math.floor(at / cols), at % cols, 0]);

  useEffect(() => {
    const cells = [...grid.current!.querySelectorAll<HTMLElement>('.output-cell')];
    const part = framePart(() => {
      const values = stores.trace.getState().trace?.layers.get(output)?.output.data;
      if (values?.length !== cells.length) return false;
      const looked = focusOf(stores.view.getState()) ?? pinned(stores);
      const [row = 0, col = 0] = looked.index;
      const lit = looked.layer === output ? (looked.index.length === 1 ? row : row * cols + col) : -1;
      cells.forEach((cell, at) => {
        const text = formatNumber(values[at]!);
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
  }, [stores, output, cols]);

  return (
    <>
      <p className="output-name">{page.prediction.outputOf(output, formatShape(shape))}</p>
      <div
        className="output-cells"
        ref={grid}
        style={{ gridTemplateColumns: `repeat(${cols}, minmax(0, 1fr))` }}
      >
        {Array.from({ length: rows * cols }, (_, at) => {
          const focus = { layer: output, index: indexAt(at) };
          const place = placeText(focus.index, shape);
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
