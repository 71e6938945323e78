import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { LessonId } from '../../lessons/lesson.ts';
import { LESSONS } from '../../lessons/list.ts';
import { formatFixed, formatPercent } from '../../scene/format.ts';
import { LANGUAGES, type Language, language as spoken } from '../../text/language.ts';
import { share } from '../../text/share.ts';
import { attempt, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/select.tsx';
import { saveBlob } from '../save.ts';
import { canExport, exportCourse } from './export-course.ts';

const SPOKEN: readonly (Language | 'auto')[] = ['auto', ...(Object.keys(LANGUAGES) as Language[])];
/** Shares of the questions that a course may ask for. */
const MASTERY = ['0', '50', '60', '70', '80', '90', '100'] as const;

const megabytes = (bytes: number) => formatFixed(bytes / 1e6, 1);

/** A lesson for a course system: what is asked for, and how the export goes on. */
export function CoursePage({ lesson }: { readonly lesson: LessonId }): ReactElement {
  const app = useKernelscope();
  const [language, setLanguage] = useState<Language | 'auto'>(spoken());
  const [mastery, setMastery] = useState<(typeof MASTERY)[number]>('0');
  const [said, setSaid] = useState('');
  const [ending, setEnding] = useState<AbortController>();
  const [built, setBuilt] = useState(true);
  const running = useRef<AbortController>(undefined);
  const title = LESSONS.abouts.find(({ id }) => id === lesson)?.title[spoken()] ?? lesson;
  useEffect(() => {
    void canExport().then(setBuilt);
    return () => running.current?.abort();
  }, []);
  const save = async () => {
    const controller = new AbortController();
    running.current = controller;
    setEnding(controller);
    await attempt(app, async () => {
      try {
        const blob = await exportCourse({
          lesson,
          language,
          theme: 'auto',
          mastery: mastery === '0' ? undefined : Number(mastery),
          signal: controller.signal,
          progress: (done, all) =>
            setSaid(
              done < all ? share.course.fetching(megabytes(done), megabytes(all)) : share.course.packing,
            ),
        });
        const name = `kernelscope-${lesson}.zip`;
        saveBlob(name, blob);
        setSaid(share.course.saved(name, megabytes(blob.size)));
      } catch (error) {
        setSaid(share.course.ended);
        if (!controller.signal.aborted) throw error;
      }
    });
    setEnding(undefined);
  };
  if (!built) return <p className="muted">{share.course.notBuilt}</p>;
  return (
    <>
      <p>{share.course.intro(title)}</p>
      <div className="course-choices">
        <SelectField
          label={share.language}
          options={SPOKEN}
          name={(one) => (one === 'auto' ? share.autoLanguage : LANGUAGES[one])}
          value={language}
          disabled={ending !== undefined}
          onChange={setLanguage}
        />
        <SelectField
          label={share.course.mastery}
          options={MASTERY}
          name={(score) =>
            score === '0' ? share.course.anyScore : share.course.score(formatPercent(Number(score) / 100))
          }
          value={mastery}
          disabled={ending !== undefined}
          onChange={setMastery}
        />
      </div>
      <div className="share-buttons">
        {ending ? (
          <Button onClick={() => ending.abort()}>{share.course.cancel}</Button>
        ) : (
          <Button look="primary" onClick={() => void save()}>
            {share.course.export}
          </Button>
        )}
        <span role="status">{said}</span>
      </div>
    </>
  );
}
