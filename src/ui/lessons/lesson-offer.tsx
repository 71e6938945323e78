import type { ReactElement } from 'react';
import { useStore } from 'zustand/react';
import { lessonText } from '../../text/lesson.ts';
import { attempt, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';

/** After a lesson: what was on the page before it can come back. */
export function LessonOffer(): ReactElement | null {
  const app = useKernelscope();
  const { lessons } = app;
  const before = useStore(lessons.state, (state) => state.before);
  if (before === undefined) return null;
  return (
    <div className="notice" role="status">
      <p>{lessonText.before(before)}</p>
      <Button look="primary" onClick={() => void attempt(app, () => lessons.bringBack())}>
        {lessonText.bringBack}
      </Button>
      <Button onClick={() => lessons.putAway()}>{lessonText.putAway}</Button>
    </div>
  );
}
