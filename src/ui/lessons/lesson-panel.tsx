import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import type { Player } from '../../lessons/player.ts';
import { formatCount } from '../../scene/format.ts';
import { language } from '../../text/language.ts';
import { lessonText } from '../../text/lesson.ts';
import { useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { Finish } from './finish.tsx';
import { LessonContent } from './lesson-content.tsx';
import './panel.css';
import './prose.css';
import './task.css';
import './cover.css';
import { PlayerContext, usePlayer, usePlayerState } from './use-player.ts';

interface Props {
  /** There is something to go back to. */
  readonly closes: boolean;
}

/** The open lesson, beside the page that it drives. */
export function LessonPanel({ closes }: Props): ReactElement | null {
  const { lessons } = useKernelscope();
  const player = useStore(lessons.state, (state) => state.player);
  return player ? <OpenLesson key={player.about.id} player={player} closes={closes} /> : null;
}

function OpenLesson({ player, closes }: Props & { readonly player: Player }): ReactElement {
  const { lessons } = useKernelscope();
  const [finishing, setFinishing] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const at = useStore(player.state, (state) => state.at);
  const busy = useStore(player.state, (state) => state.busy || state.opening);
  const covered = useStore(player.state, (state) => state.covered);
  const title = player.about.title[language()];
  const last = useRef<number>(undefined);
  // The text of another step is read from its beginning; a lesson that the address opens takes the keys from nobody.
  useEffect(() => {
    const before = last.current;
    last.current = at;
    const opened = before === undefined && document.hasFocus() && window.parent === window;
    if (before === undefined ? opened : before !== at) body.current?.focus({ preventScroll: true });
    body.current?.scrollTo({ top: 0 });
  }, [at]);
  // On a phone the model scrolls in its half: one that comes is seen from its beginning.
  const place = covered ? undefined : at;
  const seen = useRef<number>(undefined);
  useEffect(() => {
    if (seen.current === place) return;
    seen.current = place;
    body.current?.closest('[data-lesson]')?.querySelector('.workplace')?.scrollTo({ top: 0 });
  }, [place]);
  return (
    <PlayerContext value={player}>
      <section className="lesson" aria-label={`${lessonText.panel}: ${title}`} aria-busy={busy}>
        <header className="lesson-head">
          <h2>{title}</h2>
          {closes && <Button icon="close" aria-label={lessonText.close} onClick={() => lessons.close()} />}
          <Dots
            onGo={(step) => {
              setFinishing(false);
              void player.go(step);
            }}
          />
        </header>
        <div className="lesson-body" ref={body} tabIndex={-1}>
          {finishing ? <Finish closes={closes} onGo={() => setFinishing(false)} /> : <LessonContent />}
        </div>
        {!finishing && <Foot onFinish={() => setFinishing(true)} />}
      </section>
    </PlayerContext>
  );
}

function Dots({ onGo }: { readonly onGo: (step: number) => void }): ReactElement {
  const { steps } = usePlayer();
  const at = usePlayerState((state) => state.at);
  const furthest = usePlayerState((state) => state.furthest);
  const tasks = usePlayerState((state) => state.tasks);
  const stateOf = (step: number) => {
    if (step > furthest) return 'ahead';
    return tasks[step]?.done === false ? 'open' : 'done';
  };
  const said = { ahead: lessonText.dotAhead, open: lessonText.dotOpen, done: lessonText.dotDone };
  return (
    <ol className="lesson-dots" aria-label={lessonText.dots}>
      {steps.map(({ id }, step) => (
        <li key={id}>
          <button
            type="button"
            className="lesson-dot"
            data-state={stateOf(step)}
            aria-current={step === at ? 'step' : undefined}
            aria-label={lessonText.dot(formatCount(step + 1), said[stateOf(step)])}
            title={lessonText.step(formatCount(step + 1), formatCount(steps.length))}
            onClick={() => onGo(step)}
          />
        </li>
      ))}
    </ol>
  );
}

function Foot({ onFinish }: { readonly onFinish: () => void }): ReactElement {
  const player = usePlayer();
  const at = usePlayerState((state) => state.at);
  const said = usePlayerState((state) => state.said?.type);
  const open = usePlayerState(({ tasks, at: step }) => tasks[step]?.done === false);
  const forward = useRef<HTMLDivElement>(null);
  // After the right answer Enter leads on.
  const answered = useRef(said);
  useEffect(() => {
    if (said === 'right' && answered.current !== 'right')
      forward.current?.querySelector('button')?.focus({ preventScroll: true });
    answered.current = said;
  }, [said]);
  const isLast = at === player.steps.length - 1;
  const onwards = isLast ? lessonText.finish : open ? lessonText.skip : lessonText.next;
  return (
    <footer className="lesson-foot">
      <Button look="quiet" icon="back" disabled={at === 0} onClick={() => void player.back()}>
        {lessonText.back}
      </Button>
      <span className="lesson-count">
        {lessonText.step(formatCount(at + 1), formatCount(player.steps.length))}
      </span>
      <div className="lesson-onwards" ref={forward}>
        <Button
          look={open ? 'quiet' : 'primary'}
          data-onwards=""
          onClick={() => (isLast ? onFinish() : void player.next())}
        >
          {onwards}
        </Button>
      </div>
    </footer>
  );
}
