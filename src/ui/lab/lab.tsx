import { lazy, memo, type ReactElement, Suspense, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import { datasetMisfit } from '../../model/datasets/fit.ts';
import { page } from '../../text/page.ts';
import { settings } from '../../text/settings.ts';
import { attempt, useDocument, useKernelscope, useLocked, useRun, useStatus, useView } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { MenuButton } from '../controls/menu.tsx';
import { useGlide } from '../glide.ts';
import { Late, latePart } from '../late-part.tsx';
import { Curves } from './curves.tsx';
import { Progress } from './progress.tsx';
import { Settings } from './settings.tsx';

const confusion = latePart(async () => (await import('./confusion.tsx')).Confusion);

const experiment = latePart(async () => (await import('./experiment.tsx')).Experiment);

const MoreSettings = lazy(async () => ({ default: (await import('./more-settings.tsx')).MoreSettings }));

interface Obstacle {
  readonly text: string;
  /** Lies in the document, so there is nothing to show of a run. */
  readonly lasting: boolean;
}

/** Why the document in hand can't be trained now, in words; undefined where it can. */
function useObstacle(): Obstacle | undefined {
  const document = useDocument((state) => state.document);
  const network = useDocument((state) => state.network);
  const phase = useStatus((state) => state.phase);
  const misfit = datasetMisfit(document, network);
  if (misfit) return { text: page.lab.noFit(misfit.expected ?? '', misfit.received ?? ''), lasting: true };
  if (!document.compile) return { text: page.lab.notCompiled, lasting: true };
  if (phase === 'failed') return { text: page.notices.failed, lasting: false };
  return phase === 'ready' ? undefined : { text: page.lab.notReady, lasting: false };
}

/**
 * Training and its curves; one slim row while a lens has the room, and where there is nothing to train. `brief`: without
 * the settings and the table of classes.
 */
export const Lab = memo(function Lab({ brief = false }: { readonly brief?: boolean }): ReactElement {
  const app = useKernelscope();
  const place = useRef<HTMLElement>(null);
  useGlide(place);
  const near = useView((view) => view.open !== undefined);
  const { scope } = app;
  const status = useRun((state) => state.status);
  const seed = useDocument((state) => state.document.seed);
  const obstacle = useObstacle();
  const locked = useLocked('training');
  const [more, setMore] = useState(false);
  const running = status !== 'idle';
  const repeating = useStore(app.stores.experiment, (state) => state.status === 'running');
  const comparing = useStore(app.stores.comparison, (state) => state.status === 'running');
  const idle = !running && !repeating && !comparing && obstacle === undefined;
  return (
    <section
      className="lab"
      aria-label={page.lab.title}
      ref={place}
      data-slim={near || obstacle?.lasting || undefined}
      data-brief={brief || undefined}
    >
      <div className="lab-controls">
        {!locked && (
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
        )}
        {!locked && !brief && (
          <>
            <Settings disabled={running} />
            <Button
              look="quiet"
              icon="down"
              className="button quiet more-button"
              aria-expanded={more}
              onClick={() => setMore(!more)}
            >
              {more ? settings.less : settings.more}
            </Button>
          </>
        )}
        {obstacle === undefined ? (
          <Progress />
        ) : (
          <p className="obstacle" id="lab-obstacle">
            {obstacle.text}
          </p>
        )}
        {!locked && !brief && (
          <Late
            part={experiment}
            props={{ blocked: obstacle !== undefined, busy: running || comparing }}
            outline={null}
          />
        )}
      </div>
      {more && !locked && !brief && (
        <Suspense fallback={null}>
          <MoreSettings disabled={running} />
        </Suspense>
      )}
      {!obstacle?.lasting && (
        <>
          <Curves />
          {!brief && (
            <Late
              part={confusion}
              props={{ blocked: obstacle !== undefined || running }}
              outline={<section className="confusion" aria-hidden="true" />}
            />
          )}
        </>
      )}
    </section>
  );
});
