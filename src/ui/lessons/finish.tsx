import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import type { About } from '../../lessons/about.ts';
import { formatCount } from '../../scene/format.ts';
import { language } from '../../text/language.ts';
import { lessonText } from '../../text/lesson.ts';
import { attempt, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { usePlayer, usePlayerState } from './use-player.ts';

interface Props {
  /** There is something to go back to. */
  readonly closes: boolean;
  readonly onGo: () => void;
}

/** Behind the last step: what was reached, what is open, and where to go from here. */
export function Finish({ closes, onGo }: Props): ReactElement {
  const app = useKernelscope();
  const player = usePlayer();
  const progress = useStore(app.stores.lesson, (state) => state);
  const tasks = usePlayerState((state) => state.tasks);
  const [following, setFollowing] = useState<About>();
  const open = tasks.flatMap((task, step) => (task?.done === false ? [step] : []));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    let gone = false;
    const find = async () => {
      const { abouts } = await app.lessons.library();
      const kept = app.lessons.kept();
      const at = abouts.findIndex(({ id }) => id === player.about.id);
      const rest = [...abouts.slice(at + 1), ...abouts.slice(0, at)];
      const next = rest.find(({ id }) => kept[id]?.done !== true) ?? rest[0];
      if (!gone) setFollowing(next);
    };
    void find();
    return () => {
      gone = true;
    };
  }, [app, player]);
  return (
    <div className="finish">
      <h2 ref={heading} tabIndex={-1}>
        {open.length === 0 ? lessonText.finished : lessonText.leftOpen(open.length)}
      </h2>
      {progress && progress.questions > 0 && (
        <p className="finish-text">
          {lessonText.finishedScore(formatCount(progress.right), formatCount(progress.questions))}
          <progress
            className="finish-score"
            max={progress.questions}
            value={progress.right}
            aria-hidden="true"
          />
        </p>
      )}
      <div className="finish-ways">
        {open.length > 0 && (
          <Button
            look="primary"
            onClick={() => {
              onGo();
              void player.go(open[0]!);
            }}
          >
            {lessonText.toOpen}
          </Button>
        )}
        {following && (
          <Button
            {...(open.length === 0 && { look: 'primary' as const })}
            onClick={() => void attempt(app, () => app.lessons.open(following.id))}
          >
            {lessonText.nextLesson(following.title[language()])}
          </Button>
        )}
        <Button onClick={() => app.lessons.state.setState({ listed: true })}>{lessonText.allLessons}</Button>
        {closes && (
          <Button look="quiet" onClick={() => app.lessons.close()}>
            {lessonText.close}
          </Button>
        )}
      </div>
    </div>
  );
}
