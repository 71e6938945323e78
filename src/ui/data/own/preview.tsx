import { type ReactElement, useCallback, useEffect, useRef } from 'react';
import type { Preview } from '../../../formats/data/look.ts';
import { formatCount, formatNumber, formatShape } from '../../../scene/format.ts';
import { lanesPicture, MOST_LANES } from '../../../scene/samples/lanes-picture.ts';
import { samplePicture, sampleScale } from '../../../scene/samples/sample-picture.ts';
import { ownDataText } from '../../../text/own-data-page.ts';
import { Button } from '../../controls/button.tsx';
import { LiveCanvas } from '../../live-canvas.tsx';

/** Classes that are listed. */
const CLASSES = 12;

function truthOf({ target, sample }: Preview): string {
  const [first = 0] = sample.targets;
  if (target.type === 'classes') return target.classes[first] ?? '';
  if (target.type === 'heads') return sample.targets.map((number) => target.classes[number]).join(', ');
  return target.names.map((name, at) => `${name} ${formatNumber(sample.targets[at]!)}`).join(', ');
}

function draw({ sample, channels = [] }: Preview, width: number, height: number) {
  const { input } = sample;
  const [steps = 0, lanes = 1] = input.shape;
  if (input.shape.length === 2 && steps > 1 && lanes <= MOST_LANES) {
    return lanesPicture(input, channels, width, height);
  }
  return samplePicture(input, sampleScale(input), width, height);
}

interface Props {
  readonly preview: Preview;
  readonly onStep: (by: number) => void;
}

/** What a reading makes of the files: a sample as it is cut, how many there are, of which classes. */
export function PreviewPart({ preview, onStep }: Props): ReactElement {
  const { shape, train, test, classes, sample, notes } = preview;
  const listed = classes.slice(0, CLASSES);
  const most = Math.max(1, ...classes.map((one) => one.train + one.test));
  const latest = useRef(preview);
  const changed = useRef<() => void>(() => undefined);
  latest.current = preview;
  useEffect(() => {
    if (preview) changed.current();
  }, [preview]);
  const drawn = useCallback((width: number, height: number) => draw(latest.current, width, height), []);
  const subscribe = useCallback((call: () => void) => {
    changed.current = call;
    return () => {
      changed.current = () => undefined;
    };
  }, []);
  const place = ownDataText.sampleText(
    formatCount(sample.index + 1),
    formatCount(train),
    sample.place,
    truthOf(preview),
  );
  return (
    <div className="own-preview">
      <div className="own-sample">
        <div className="own-steps">
          <Button icon="back" look="quiet" aria-label={ownDataText.previous} onClick={() => onStep(-1)} />
          <Button icon="forward" look="quiet" aria-label={ownDataText.next} onClick={() => onStep(1)} />
          <span aria-live="polite">{place}</span>
        </div>
        <div role="img" aria-label={ownDataText.picture(formatShape(shape))} className="own-picture">
          <LiveCanvas draw={drawn} subscribe={subscribe} />
        </div>
      </div>
      <div className="own-figures">
        <p className="own-shape">
          {ownDataText.shape(formatShape(shape), formatCount(train), formatCount(test))}
        </p>
        {listed.length > 0 && (
          <ul className="own-classes" aria-label={ownDataText.classes}>
            {listed.map((one) => (
              <li key={one.name}>
                <span className="own-class">{one.name}</span>
                <span className="own-bar" aria-hidden="true">
                  <span data-part="train" style={{ width: `${(100 * one.train) / most}%` }} />
                  <span data-part="test" style={{ width: `${(100 * one.test) / most}%` }} />
                </span>
                <span className="muted">
                  {ownDataText.classCounts(formatCount(one.train), formatCount(one.test))}
                </span>
              </li>
            ))}
            {classes.length > CLASSES && (
              <li>{ownDataText.moreClasses(formatCount(classes.length - CLASSES))}</li>
            )}
          </ul>
        )}
        <p className="muted">{ownDataText.usedNote}</p>
        {notes.map((note) => (
          <p key={note} className="muted">
            {note}
          </p>
        ))}
      </div>
    </div>
  );
}
