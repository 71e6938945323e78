import { type ReactElement, useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import type { Split } from '../../engine/engine.ts';
import { formatCount } from '../../scene/format.ts';
import { dataText } from '../../text/datasets.ts';
import { attempt, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { Segments } from '../controls/segments.tsx';
import { PictureSheet } from '../picture-sheet.tsx';
import { type OpenData, pictureAt, placesOf } from './open-data.ts';

/** Pictures a page. */
const PAGE = 60;

interface Props {
  readonly data: OpenData;
  readonly label: number;
  /** Whether a picture can be put through the model in hand. */
  readonly fits: boolean;
  readonly onBack: () => void;
}

/** The pictures of one class, page by page: radio buttons, so one stop for Tab and arrow keys within. */
export function ClassPictures({ data, label, fits, onBack }: Props): ReactElement {
  const app = useKernelscope();
  const [split, setSplit] = useState<Split>('test');
  const [start, setStart] = useState(0);
  const name = data.definition.classes[label]!;
  const places = useMemo(() => placesOf(data, split, label), [data, split, label]);
  const shown = useMemo(() => places.slice(start, start + PAGE), [places, start]);
  const pictures = useMemo(() => shown.map((place) => pictureAt(data, split, place)), [data, split, shown]);
  const chosen = useStore(app.stores.trace, ({ probe: { source } }) =>
    fits && source.type === 'sample' && source.split === split ? source.index : -1,
  );
  const splitName = dataText[split];
  const last = Math.min(start + PAGE, places.length);
  const range = dataText.page(formatCount(start + 1), formatCount(last), formatCount(places.length));
  return (
    <div className="class-pictures">
      <div className="class-head">
        <Button icon="back" look="quiet" onClick={onBack} autoFocus>
          {dataText.back}
        </Button>
        <h3>{name}</h3>
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
        aria-label={dataText.of(name, formatCount(places.length))}
      >
        {shown.map((place) => (
          <label className="data-picture" key={place}>
            <input
              type="radio"
              name="class-picture"
              disabled={!fits}
              aria-label={dataText.picture(splitName, name, String(place))}
              checked={place === chosen}
              onChange={() => void attempt(app, () => app.scope.setInput({ split, index: place }))}
            />
            <span className="picture-slot" />
          </label>
        ))}
        <PictureSheet pictures={pictures} />
      </div>
    </div>
  );
}
