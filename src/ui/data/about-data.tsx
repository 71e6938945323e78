import type { ReactElement } from 'react';
import type { DatasetDefinition } from '../../model/datasets/definition.ts';
import { datasetTexts, dataText } from '../../text/datasets.ts';
import { axesText } from '../probe/axes-text.ts';

/** Where a data set's pictures come from, what was done in packing them, and how they may be used. */
export function AboutData({ definition }: { readonly definition: DatasetDefinition }): ReactElement {
  const { packing, licences } = datasetTexts[definition.licence]!;
  const axes = axesText(definition);
  return (
    <div className="data-about">
      <p className="muted">
        {dataText.origins[definition.origin]} {packing}
      </p>
      {axes !== '' && <p className="muted">{axes}</p>}
      <ul className="data-licences" aria-label={dataText.licence}>
        {licences.map(({ of, name, url }) => (
          <li key={of}>
            <a href={url} target="_blank" rel="noreferrer">
              {of}
            </a>{' '}
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
