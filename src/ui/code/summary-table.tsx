import type { ReactElement } from 'react';
import { formatCount, formatShape } from '../../scene/format.ts';
import { codeText } from '../../text/code.ts';
import { useDocument, useKernelscope, useView } from '../context.ts';
import { openLens } from '../view-actions.ts';
import { memorySize } from './memory-size.ts';

function counted(params: number): string {
  return codeText.summary.size(formatCount(params), memorySize(params));
}

/** Keras's `summary`, with what each layer sees and costs beside it. */
export function SummaryTable(): ReactElement {
  const { stores } = useKernelscope();
  const network = useDocument((state) => state.network);
  const open = useView((view) => view.open);
  const trainable = network.layers.reduce((total, layer) => total + layer.trainableParams, 0);
  return (
    <table className="summary">
      <caption className="spoken">{codeText.summary.region}</caption>
      <thead>
        <tr>
          <th scope="col">{codeText.summary.layer}</th>
          <th scope="col">{codeText.summary.shape}</th>
          <th scope="col" className="figure-cell">
            {codeText.summary.params}
          </th>
          <th scope="col" className="figure-cell" title={codeText.summary.fieldNote}>
            {codeText.summary.field}
          </th>
          <th scope="col" className="figure-cell" title={codeText.summary.macsNote}>
            {codeText.summary.macs}
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
                aria-label={codeText.summary.open(layer.name)}
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
          [codeText.summary.total, counted(network.params)],
          [codeText.summary.trainable, counted(trainable)],
          [codeText.summary.fixed, counted(network.params - trainable)],
          [codeText.summary.totalMacs, formatCount(network.macs)],
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
