import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { classesOf } from '../../model/datasets/target.ts';
import { formatCount } from '../../scene/format.ts';
import { dataText } from '../../text/datasets.ts';
import { spokenDataset } from '../../text/names.ts';
import { PictureSheet } from '../picture-sheet.tsx';
import { sampleText } from '../probe/sample-words.ts';
import { type OpenData, placesOf, sampleAt } from './open-data.ts';

interface Props {
  readonly data: OpenData;
  /** The class that was looked at before: it takes the focus back. */
  readonly from: number | undefined;
  readonly onChoose: (label: number) => void;
}

/** Every class with one picture of it and how many there are; choosing one shows them. */
export function Classes({ data, from, onChoose }: Props): ReactElement {
  const classes = useMemo(
    () =>
      classesOf(spokenDataset(data.definition)).map((name, label) => {
        const [train, test] = [placesOf(data, 'train', label), placesOf(data, 'test', label)];
        return { name, label, train, test };
      }),
    [data],
  );
  const present = classes.filter(({ train, test }) => train.length + test.length > 0);
  const pictures = useMemo(
    () =>
      present.map(({ train, test }) =>
        train.length > 0 ? sampleAt(data, 'train', train[0]!).input : sampleAt(data, 'test', test[0]!).input,
      ),
    [data, present],
  );
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (from !== undefined) list.current!.querySelector<HTMLElement>(`[data-label="${from}"]`)?.focus();
  }, [from]);
  return (
    <div className="data-classes" data-kind={data.words ? 'texts' : undefined} ref={list}>
      {present.map(({ name, label, train, test }, at) => {
        const counts = [formatCount(train.length), formatCount(test.length)] as const;
        return (
          <button
            type="button"
            className="data-class"
            key={name}
            data-label={label}
            aria-label={dataText.classButton(name, ...counts)}
            onClick={() => onChoose(label)}
          >
            {data.words ? (
              <span className="data-class-text">{sampleText(pictures[at]!.data, data.words)}</span>
            ) : (
              <span className="picture-slot" />
            )}
            <span className="data-class-name">{name}</span>
            <span className="data-class-counts" title={dataText.countsHelp}>
              {dataText.counts(...counts)}
            </span>
          </button>
        );
      })}
      {!data.words && <PictureSheet pictures={pictures} />}
    </div>
  );
}
