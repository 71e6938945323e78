import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import type { About } from '../../lessons/about.ts';
import { formatCount } from '../../scene/format.ts';
import type { LessonProgress } from '../../stores/lesson.ts';
import { language } from '../../text/language.ts';
import { lessonText } from '../../text/lesson.ts';
import { attempt, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icons.tsx';
import { CourseMenu } from '../share/course-menu.tsx';
import './list.css';

interface Props {
  /** Whether the page has what packs a lesson for a course system. */
  readonly courses: boolean;
  /** A list that was opened takes the keys, and closes again; one that is a widget's part does neither. */
  readonly opened: boolean;
}

/** All lessons, with how far each is; a part of the page, under its header. */
export function LessonList({ courses, opened }: Props): ReactElement {
  const { lessons } = useKernelscope();
  const [abouts, setAbouts] = useState<readonly About[] | 'failed'>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened) heading.current?.focus({ preventScroll: true });
    lessons.library().then(
      (library) => setAbouts(library.abouts),
      () => setAbouts('failed'),
    );
  }, [lessons, opened]);
  return (
    <section className="lesson-list" aria-label={lessonText.list}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {lessonText.list}
        </h2>
        <p className="muted">{lessonText.intro}</p>
        {courses && Array.isArray(abouts) && <CourseMenu abouts={abouts} />}
        {opened && (
          <Button
            icon="close"
            aria-label={lessonText.closeList}
            onClick={() => lessons.state.setState({ listed: false })}
          />
        )}
      </header>
      {abouts === 'failed' ? (
        <p role="alert">{lessonText.notLoaded}</p>
      ) : (
        <ol className="lesson-cards">
          {abouts?.map((about) => (
            <Card key={about.id} about={about} abouts={abouts} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Card({ about, abouts }: { readonly about: About; readonly abouts: readonly About[] }): ReactElement {
  const app = useKernelscope();
  const { lessons, stores } = app;
  const open = useStore(stores.lesson, (now) => now?.id === about.id);
  const [kept] = useState(lessons.kept);
  const titleOf = ({ title }: About) => title[language()];
  // By their numbers in the list.
  const after = about.after
    .filter((id) => kept[id]?.done !== true)
    .map((id) => formatCount(abouts.findIndex((other) => other.id === id) + 1));
  const known: LessonProgress | undefined = kept[about.id];
  const begun = known !== undefined && (known.step > 0 || known.done);
  const start = (fresh: boolean) => void attempt(app, () => lessons.open(about.id, { fresh }));
  const ends = known?.done && known.step === known.steps - 1;
  return (
    <li className="lesson-card" data-done={known?.done || undefined} data-open={open || undefined}>
      <h3>
        {titleOf(about)}
        {known?.done && (
          <span className="lesson-done">
            <Icon name="check" /> {lessonText.done}
          </span>
        )}
      </h3>
      <p>{about.summary[language()]}</p>
      <p className="lesson-facts">
        {lessonText.minutes(formatCount(about.minutes))}
        {after.length > 0 && <span>{lessonText.after(new Intl.ListFormat(language()).format(after))}</span>}
        {known && begun && (
          <span>
            {known.done
              ? lessonText.score(formatCount(known.right), formatCount(known.questions))
              : lessonText.step(formatCount(known.step + 1), formatCount(known.steps))}
          </span>
        )}
      </p>
      <div className="lesson-ways">
        <Button
          className="lesson-start"
          aria-label={`${titleOf(about)}: ${begun ? (ends ? lessonText.repeat : lessonText.goOn) : lessonText.start}`}
          onClick={() => start(false)}
        >
          {begun ? (ends ? lessonText.repeat : lessonText.goOn) : lessonText.start}
        </Button>
        {begun && !ends && (
          <Button
            look="quiet"
            aria-label={`${titleOf(about)}: ${lessonText.fromStart}`}
            onClick={() => start(true)}
          >
            {lessonText.fromStart}
          </Button>
        )}
      </div>
    </li>
  );
}
