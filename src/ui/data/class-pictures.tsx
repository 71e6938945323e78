import { type ReactElement, useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import type { Split } from '../../engine/engine.ts';
import { classesOf } from '../../model/datasets/target.ts';
import { formatCount } from '../../scene/format.ts';
import { dataText } from '../../text/datasets.ts';
import { spokenDataset } from '../../text/names.ts';
import { attempt, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { Segments } from '../controls/segments.tsx';
import { PictureSheet } from '../picture-sheet.tsx';
import { sampleText, truthText } from '../probe/sample-words.ts';
import { type OpenData, placesOf, sampleAt } from './open-data.ts';

/** Pictures a page. */
const PAGE = 60;

interface Props {
  readonly data: OpenData;
  /** The class; undefined: all samples. */
  readonly label: number | undefined;
  /** Whether a picture can be put through the model in hand. */
  readonly fits: boolean;
  /** Undefined where there is no way back. */
  readonly onBack: (() => void) | undefined;
}

/** The pictures of one class, page by page: radio buttons, so one stop for Tab and arrow keys within. */
export function ClassPictures({ data, label, fits, onBack }: Props): ReactElement {
  const app = useKernelscope();
  const [split, setSplit] = useState<Split>('test');
  const [start, setStart] = useState(0);
  const { definition, words } = data;
  const name = label === undefined ? dataText.all : classesOf(spokenDataset(definition))[label]!;
  const isPicture = definition.shape.length === 3;
  const places = useMemo(() => placesOf(data, split, label), [data, split, label]);
  const shown = useMemo(() => places.slice(start, start + PAGE), [places, start]);
  const samples = useMemo(() => shown.map((place) => sampleAt(data, split, place)), [data, split, shown]);
  const pictures = useMemo(() => samples.map(({ input }) => input), [samples]);
  const chosen = useStore(app.stores.trace, ({ probe: { source } }) =>
    fits && source.type === 'sample' && source.split === split ? source.index : -1,
  );
  const splitName = dataText[split];
  const last = Math.min(start + PAGE, places.length);
  const range = dataText.page(formatCount(start + 1), formatCount(last), formatCount(places.length));
  return (
    <div className="class-pictures">
      <div className="class-head">
        {onBack && (
          <Button icon="back" look="quiet" onClick={onBack} autoFocus>
            {dataText.back}
          </Button>
        )}
        <h2>{name}</h2>
        <Segments
          label={dataText.split}
          options={[
            ['train', dataText.train],
            ['test', dataText.test],
          ]}
          value={split}
          onChange={(next) => {
            setSplit(next);
            setStart(0);
          }}
        />
        <span className="class-page">
          <Button
            icon="back"
            look="quiet"
            aria-label={dataText.previous}
            disabled={start === 0}
            onClick={() => setStart(start - PAGE)}
          />
          <span role="status">{places.length > 0 ? range : '0'}</span>
          <Button
            icon="forward"
            look="quiet"
            aria-label={dataText.next}
            disabled={last >= places.length}
            onClick={() => setStart(start + PAGE)}
          />
        </span>
        <span className="muted">{fits ? dataText.choosePicture : dataText.lookOnly}</span>
      </div>
      <div
        className="class-grid"
        role="radiogroup"
        data-kind={words ? 'texts' : isPicture ? undefined : 'sequences'}
        aria-label={(isPicture ? dataText.of : dataText.ofSamples)(name, formatCount(places.length))}
      >
        {shown.map((place, at) => (
          <label className="data-picture" key={place}>
            <input
              type="radio"
              name="class-picture"
              disabled={!fits}
              aria-label={
                isPicture
                  ? dataText.picture(splitName, name, String(place))
                  : dataText.sample(splitName, truthText(definition, samples[at]!.targets), String(place))
              }
              checked={place === chosen}
              onChange={() => void attempt(app, () => app.scope.setInput({ split, index: place }))}
            />
            {words ? (
              <span className="sample-text">{sampleText(pictures[at]!.data, words)}</span>
            ) : (
              <span className="picture-slot" />
            )}
            {label === undefined && (
              <span className="data-truth">{truthText(definition, samples[at]!.targets)}</span>
            )}
          </label>
        ))}
        {!words && <PictureSheet pictures={pictures} />}
      </div>
    </div>
  );
}
