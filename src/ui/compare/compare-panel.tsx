import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import type { ModelDocument } from '../../model/document.ts';
import { formatCount } from '../../scene/format.ts';
import { keyOf } from '../../stores/code.ts';
import type { ComparisonState } from '../../stores/comparison.ts';
import { comparisonText as text } from '../../text/comparison.ts';
import { spokenName } from '../../text/names.ts';
import { page } from '../../text/page.ts';
import { attempt, useDocument, useKernelscope, useRun } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { type Candidate, candidatesFor, type Row, rowsOf } from './candidates.ts';
import { ComparedPlane } from './compared-plane.tsx';
import { ComparedTable } from './compared-table.tsx';
import { Verdict } from './verdict.tsx';
import './compare.css';

const MOST_EPOCHS = 1000;
/** Models that are written for the data stand beside the one in hand from the start, up to so many. */
const PRESELECTED = 3;

/** What fits beside the document in hand; undefined while it is looked for. */
function useCandidates(document: ModelDocument): readonly Candidate[] | undefined {
  const app = useKernelscope();
  const [found, setFound] = useState<readonly Candidate[]>();
  useEffect(() => {
    let ended = false;
    void attempt(app, async () => {
      const candidates = await candidatesFor(app);
      if (!ended && app.stores.document.getState().document === document) setFound(candidates);
    });
    return () => {
      ended = true;
    };
  }, [app, document]);
  return found;
}

/** Those that the reader asked for, then those of the comparison that the document is in, then its own. */
function useEpochs(
  document: ModelDocument,
  { documents, keys }: ComparisonState,
): readonly [number, (epochs: number) => void] {
  const own = document.fit.epochs;
  const [typed, setTyped] = useState<{ readonly own: number; readonly epochs: number }>();
  const before = documents[0]?.fit.epochs ?? own;
  const compared = keys.includes(keyOf({ ...document, fit: { ...document.fit, epochs: before } }));
  // Another document, of a lesson say, brings its own.
  const epochs = typed?.own === own ? typed.epochs : compared ? before : own;
  return [epochs, (count) => setTyped({ own, epochs: count })];
}

/** Models on the same data, trained one after another: which is better, by how much, at what cost. */
export function ComparePanel(): ReactElement {
  const app = useKernelscope();
  const document = useDocument((state) => state.document);
  const busy = useRun(({ status }) => status !== 'idle');
  const repeating = useStore(app.stores.experiment, (state) => state.status === 'running');
  const comparison = useStore(app.stores.comparison);
  const found = useCandidates(document);
  const [epochs, setEpochs] = useEpochs(document, comparison);
  const [picked, setPicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const rows = useMemo(() => (found ? rowsOf(found, epochs) : []), [found, epochs]);
  const running = comparison.status === 'running';

  const asked = rows.filter(({ key }) => comparison.keys.includes(key)).length > 0;
  const meant = rows.filter((row) => row.meant).slice(0, PRESELECTED);
  const isPicked = (row: Row) => {
    if (row.id === 'hand') return true;
    return picked.get(row.id) ?? (asked ? comparison.keys.includes(row.key) : meant.includes(row));
  };
  const chosen = rows.filter(isPicked);
  const missing = chosen.filter(({ key }) => !comparison.done.has(key));
  const train = () =>
    attempt(app, () => app.scope.compare({ documents: chosen.map((row) => row.document), epochs }));

  if (found && rows.length === 0) {
    return (
      <section className="dock-page compare-panel" aria-label={text.title}>
        <p className="muted">{page.lab.notCompiled}</p>
      </section>
    );
  }
  return (
    <section className="dock-page compare-panel" aria-label={text.title}>
      <div className="compare-models">
        <div className="compare-head">
          {running ? (
            <Button look="primary" icon="pause" onClick={() => attempt(app, () => app.scope.pause())}>
              {text.stop}
            </Button>
          ) : (
            <Button
              look="primary"
              icon="play"
              disabled={busy || repeating || missing.length === 0 || chosen.length < 2}
              onClick={train}
            >
              {trainText(chosen.length, missing.length)}
            </Button>
          )}
          <NumberField
            label={text.epochs}
            value={epochs}
            width={52}
            disabled={running}
            accepts={(count) => Number.isInteger(count) && count >= 1 && count <= MOST_EPOCHS}
            refusal={text.epochsRefused}
            onChange={setEpochs}
          />
          <p className="muted compare-note" role="status">
            {running ? (
              <Standing rows={rows} />
            ) : busy || repeating ? (
              text.busy
            ) : found === undefined ? (
              text.looking
            ) : rows.length === 1 ? (
              text.alone
            ) : (
              text.note
            )}
          </p>
          {running && (
            <span className="progress-track" aria-hidden="true">
              <span className="progress-fill" style={{ transform: `scaleX(${shareOf(comparison)})` }} />
            </span>
          )}
        </div>
        <Verdict rows={chosen} />
        <ComparedTable
          rows={rows}
          chosen={chosen}
          disabled={running}
          onPick={(id, shown) => setPicked(new Map(picked).set(id, shown))}
        />
      </div>
      <ComparedPlane rows={chosen} epochs={epochs} />
    </section>
  );
}

/** How much of what was asked for is trained, counting those that were trained before. */
function shareOf({ done, keys, training, share }: ComparisonState): number {
  return (done.size + (training ? share : 0)) / keys.length;
}

function trainText(chosen: number, missing: number): string {
  if (chosen < 2) return text.trainNone;
  return missing > 0 && missing < chosen ? text.again : text.train(formatCount(chosen));
}

/** Which of the models trains now. */
function Standing({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  const { stores } = useKernelscope();
  const { keys, training } = useStore(stores.comparison);
  const at = training ? keys.indexOf(training.key) : keys.length - 1;
  const title = spokenName(rows.find(({ key }) => key === training?.key)?.document.title ?? '');
  return <>{text.progress(formatCount(at + 1), formatCount(keys.length), title)}</>;
}
