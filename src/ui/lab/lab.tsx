import { lazy, type ReactElement, Suspense } from 'react';
import { datasetMisfit } from '../../model/datasets/fit.ts';
import { page } from '../../text/page.ts';
import { attempt, useDocument, useKernelscope, useRun, useStatus } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { MenuButton } from '../controls/menu.tsx';
import { Curves } from './curves.tsx';
import { Progress } from './progress.tsx';
import { Settings } from './settings.tsx';

const Confusion = lazy(() => import('./confusion.tsx').then(({ Confusion }) => ({ default: Confusion })));

/** Why the document in hand can't be trained now, in words; undefined where it can. */
function useObstacle(): string | undefined {
  const document = useDocument((state) => state.document);
  const network = useDocument((state) => state.network);
  const phase = useStatus((state) => state.phase);
  if (phase === 'failed') return page.notices.failed;
  if (phase !== 'ready') return page.lab.notReady;
  if (!document.compile) return page.lab.notCompiled;
  const misfit = datasetMisfit(document, network);
  return misfit && page.lab.noFit(misfit.expected ?? '', misfit.received ?? '');
}

export function Lab(): ReactElement {
  const app = useKernelscope();
  const { scope } = app;
  const status = useRun((state) => state.status);
  const seed = useDocument((state) => state.document.seed);
  const obstacle = useObstacle();
  const running = status !== 'idle';
  const idle = !running && obstacle === undefined;
  return (
    <section className="lab" aria-label={page.lab.title}>
      <div className="lab-controls">
        <div className="lab-run">
          {running ? (
            <Button
              look="primary"
              icon="pause"
              disabled={status === 'pausing'}
              onClick={() => attempt(app, () => scope.pause())}
            >
              {status === 'pausing' ? page.lab.pausing : page.lab.pause}
            </Button>
          ) : (
            <Button
              look="primary"
              icon="play"
              disabled={!idle}
              onClick={() => attempt(app, () => scope.train())}
            >
              {page.lab.train}
            </Button>
          )}
          <Button
            aria-label={page.lab.batchName}
            disabled={!idle}
            onClick={() => attempt(app, () => scope.step('batch'))}
          >
            {page.lab.batch}
          </Button>
          <Button
            aria-label={page.lab.epochName}
            disabled={!idle}
            onClick={() => attempt(app, () => scope.step('epoch'))}
          >
            {page.lab.epoch}
          </Button>
          <MenuButton
            label={page.lab.reset}
            icon="reset"
            entries={[
              { id: 'same', label: page.lab.resetSame, note: page.lab.resetSameNote(String(seed)) },
              { id: 'new', label: page.lab.resetNew, note: page.lab.resetNewNote },
            ]}
            onChoose={(id) =>
              void attempt(app, () => scope.reset(id === 'new' ? { seed: (seed * 31 + 17) % 9973 } : {}))
            }
          >
            {page.lab.reset}
          </MenuButton>
        </div>
        <Settings disabled={running} />
        {obstacle === undefined ? <Progress /> : <p className="obstacle">{obstacle}</p>}
      </div>
      <Curves />
      <Suspense fallback={<section className="confusion" aria-hidden="true" />}>
        <Confusion blocked={obstacle !== undefined || running} />
      </Suspense>
    </section>
  );
}
