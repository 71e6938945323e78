import type { ReactElement } from 'react';
import { trainedOf } from '../../model/datasets/split.ts';
import { formatCount } from '../../scene/format.ts';
import { dataText } from '../../text/datasets.ts';

interface Props {
  readonly train: number;
  readonly test: number;
  /** Share of the training pictures that is kept apart, from their end. */
  readonly validationSplit: number;
}

/** How many pictures train, validate and test, as one bar. */
export function SplitBar({ train, test, validationSplit }: Props): ReactElement {
  const fitted = trainedOf(train, validationSplit);
  const parts = [
    { id: 'train', name: dataText.train, count: fitted },
    { id: 'validation', name: dataText.validation, count: train - fitted },
    { id: 'test', name: dataText.test, count: test },
  ].filter(({ count }) => count > 0);
  const text = dataText.splitText(formatCount(fitted), formatCount(train - fitted), formatCount(test));
  return (
    <div className="split" role="img" aria-label={text}>
      <div className="split-bar">
        {parts.map(({ id, count }) => (
          <span key={id} data-part={id} style={{ flexGrow: count }} />
        ))}
      </div>
      <div className="split-legend">
        {parts.map(({ id, name, count }) => (
          <span key={id} data-part={id}>
            {name} <b>{formatCount(count)}</b>
          </span>
        ))}
      </div>
    </div>
  );
}
