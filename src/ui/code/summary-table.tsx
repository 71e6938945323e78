import type { ReactElement } from 'react';
import { formatCount, formatShape } from '../../scene/format.ts';
import { codeText } from '../../text/code.ts';
import { useDocument, useKernelscope, useView } from '../context.ts';
import { openLens } from '../view-actions.ts';
import { memorySize } from './memory-size.ts';

const text = codeText.summary;

function counted(params: number): string {
  return text.size(formatCount(params), memorySize(params));
}

/** Keras's `summary`, with what each layer sees and costs beside it. */
export function SummaryTable(): ReactElement {
  const { stores } = useKernelscope();
  const network = useDocument((state) => state.network);
  const open = useView((view) => view.open);
  const trainable = network.layers.reduce((total, layer) => total + layer.trainableParams, 0);
  return (
    <table className="summary">
      <caption className="spoken">{text.region}</caption>
      <thead>
        <tr>
          <th scope="col">{text.layer}</th>
          <th scope="col">{text.shape}</th>
          <th scope="col" className="figure-cell">
            {text.params}
          </th>
          <th scope="col" className="figure-cell" title={text.fieldNote}>
            {text.field}
          </th>
          <th scope="col" className="figure-cell" title={text.macsNote}>
            {text.macs}
          </th>
        </tr>
      </thead>
      <tbody>
        {network.layers.map((layer) => (
          <tr key={layer.name} aria-current={layer.name === open || undefined}>
            <th scope="row">
              <button
                type="button"
                className="summary-layer"
                aria-label={text.open(layer.name)}
                onClick={() => openLens(stores, layer.name)}
              >
                {layer.name}
              </button>{' '}
              <span className="muted">({layer.kind})</span>
            </th>
            <td>({['None', ...layer.outputShape].join(', ')})</td>
            <td className="figure-cell">{formatCount(layer.params)}</td>
            <td className="figure-cell">{formatShape(layer.receptiveField)}</td>
            <td className="figure-cell">{formatCount(layer.macs)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {[
          [text.total, counted(network.params)],
          [text.trainable, counted(trainable)],
          [text.fixed, counted(network.params - trainable)],
          [text.totalMacs, formatCount(network.macs)],
        ].map(([name, figure]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td colSpan={4}>{figure}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}
