import { type ComponentType, type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import type { LessonId } from '../../lessons/lesson.ts';
import { page } from '../../text/page.ts';
import { attempt, useKernelscope } from '../context.ts';
import { Icon } from '../controls/icons.tsx';
import { courseAsked } from './course-asked.ts';

interface PanelProps {
  readonly id: string;
  readonly onClose: () => void;
  /** The lesson whose package is asked for. */
  readonly course: LessonId | undefined;
}

const PANEL = 'share-panel';

/** Opens and closes the panel that shares, which is loaded with the first click. */
export function ShareButton(): ReactElement {
  const app = useKernelscope();
  const [Panel, setPanel] = useState<ComponentType<PanelProps>>();
  const button = useRef<HTMLButtonElement>(null);
  const [course, setCourse] = useState<LessonId>();
  const open = useCallback(
    (lesson?: LessonId) =>
      attempt(app, async () => {
        const { SharePanel } = await import('./share-panel.tsx');
        setCourse(lesson);
        setPanel(() => SharePanel);
      }),
    [app],
  );
  useEffect(() => courseAsked.subscribe(({ lesson }) => void open(lesson)), [open]);
  const close = () => {
    setPanel(undefined);
    button.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        ref={button}
        className="button"
        aria-label={page.header.share}
        aria-expanded={Panel !== undefined}
        aria-controls={PANEL}
        onClick={() => {
          if (Panel) close();
          else void open();
        }}
      >
        <Icon name="share" />
        <span className="wide">{page.header.share}</span>
      </button>
      {Panel && <Panel key={course} id={PANEL} onClose={close} course={course} />}
    </>
  );
}
