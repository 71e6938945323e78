import type { ReactElement } from 'react';
import { useStore } from 'zustand/react';
import { isCustom } from '../../model/datasets/custom.ts';
import { formatCount } from '../../scene/format.ts';
import { share } from '../../text/share.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { Segments } from '../controls/segments.tsx';
import { Check } from './check.tsx';
import type { Fragment, Opened } from './opened.ts';

interface Props {
  readonly opened: Opened;
  readonly onChange: (opened: Opened) => void;
  readonly fragment: Fragment | undefined;
  /** Goes to where files are saved. */
  readonly toFile: () => void;
}

/** What opens: the model, or the lesson that is open, and what of it. */
export function OpenedChoice({ opened, onChange, fragment, toFile }: Props): ReactElement {
  const lesson = useStore(useKernelscope().stores.lesson, (state) => state !== undefined);
  const own = useDocument(({ document }) => isCustom(document.dataset));
  const set = (change: Partial<Opened>) => onChange({ ...opened, ...change });
  return (
    <div className="opened-choice">
      {lesson && (
        <Segments
          label={share.what}
          options={[
            ['lesson', share.lesson],
            ['model', share.model],
          ]}
          value={opened.subject}
          onChange={(subject) => set({ subject })}
        />
      )}
      {opened.subject === 'lesson' ? (
        <Check
          label={share.fromHere}
          note={share.fromHereNote}
          checked={opened.from}
          onChange={(from) => set({ from })}
        />
      ) : (
        <>
          <Check
            label={share.withWeights}
            note={share.withWeightsNote}
            checked={opened.weights}
            onChange={(weights) => set({ weights })}
          />
          <Check
            label={share.withView}
            note={share.withViewNote}
            checked={opened.view}
            onChange={(view) => set({ view })}
          />
          {own && <p className="muted">{share.ownData}</p>}
        </>
      )}
      {fragment?.error && (
        <p className="share-refused" role="alert">
          {refusal(fragment.error)} <Button onClick={toFile}>{share.toFile}</Button>
        </p>
      )}
    </div>
  );
}

/** Why there is no link: how long it would be, and how long it may be. */
function refusal({
  code,
  reason,
  expected = '',
  received = '',
  message,
}: NonNullable<Fragment['error']>): string {
  if (code !== 'too-long') return message;
  const limit = formatCount(Number(/\d+/.exec(expected)?.[0]));
  const length = formatCount(Number(received));
  return reason === 'link-document' ? share.documentTooLong(length, limit) : share.tooLong(length, limit);
}
