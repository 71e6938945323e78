import type { ReactElement } from 'react';
import { useStore } from 'zustand/react';
import { lessonText } from '../../text/lesson.ts';
import { useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';

/** Opens the list of lessons under the header, and closes it. */
export function LessonButton(): ReactElement {
  const { state } = useKernelscope().lessons;
  const listed = useStore(state, (now) => now.listed);
  return (
    <Button
      icon="lesson"
      className="lessons-button"
      aria-expanded={listed}
      aria-label={lessonText.open}
      onClick={() => state.setState({ listed: !listed })}
    >
      <span className="wide">{lessonText.open}</span>
    </Button>
  );
}
