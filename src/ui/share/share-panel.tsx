import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import type { LessonId } from '../../lessons/lesson.ts';
import { share } from '../../text/share.ts';
import { useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { TabPages } from '../controls/tabs.tsx';
import { CoursePage } from './course-page.tsx';
import { EmbedPage } from './embed-page.tsx';
import { FilePage } from './file-page.tsx';
import { LinkPage } from './link-page.tsx';
import { type Opened, useFragment } from './opened.ts';
import { OpenedChoice } from './opened-choice.tsx';
import { PicturePage } from './picture-page.tsx';
import './share.css';

type Tab = keyof typeof share.tabs;

interface Props {
  readonly id: string;
  readonly onClose: () => void;
  /** The lesson whose package is asked for; else that of the one that is open. */
  readonly course: LessonId | undefined;
}

/**
 * Shares what is on the page. It stands over a part of the page, which goes on and can be used: what changes there, changes
 * here. Escape closes it.
 */
export function SharePanel({ id, onClose, course: asked }: Props): ReactElement {
  const { stores } = useKernelscope();
  const lesson = useStore(stores.lesson, (state) => state?.id);
  const course = asked ?? lesson;
  const [tab, setTab] = useState<Tab>(asked === undefined ? 'link' : 'course');
  const [previewed, setPreviewed] = useState(false);
  const [chosen, setOpened] = useState<Opened>({
    subject: lesson === undefined ? 'model' : 'lesson',
    weights: false,
    view: true,
    from: false,
  });
  const panel = useRef<HTMLDivElement>(null);
  // The lesson may be closed meanwhile.
  const opened = lesson === undefined && chosen.subject === 'lesson' ? MODEL : chosen;
  useEffect(() => panel.current?.focus(), []);
  const closeByKey = (event: KeyboardEvent) => {
    // A list that is open closes first.
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <div
      id={id}
      ref={panel}
      role="dialog"
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className="share-panel"
      data-wide={(previewed && tab === 'embed') || undefined}
      onKeyDown={closeByKey}
    >
      <div className="share-head">
        <h2 id={`${id}-title`}>{share.title}</h2>
        <Button icon="close" aria-label={share.close} onClick={onClose} />
      </div>
      <TabPages<Tab>
        className="share-tabs"
        label={share.title}
        value={tab}
        onChange={setTab}
        vertical={false}
        pages={[
          {
            id: 'link',
            title: share.tabs.link,
            content: () => <Linked opened={opened} onChange={setOpened} toFile={() => setTab('file')} />,
          },
          {
            id: 'embed',
            title: share.tabs.embed,
            content: () => (
              <Linked
                opened={opened}
                onChange={setOpened}
                toFile={() => setTab('file')}
                preview={[previewed, setPreviewed]}
              />
            ),
          },
          { id: 'picture', title: share.tabs.picture, content: () => <PicturePage /> },
          { id: 'file', title: share.tabs.file, content: () => <FilePage /> },
          ...(course === undefined
            ? []
            : [
                {
                  id: 'course' as const,
                  title: share.tabs.course,
                  content: () => <CoursePage lesson={course} />,
                },
              ]),
        ]}
      />
    </div>
  );
}

const MODEL: Opened = { subject: 'model', weights: false, view: true, from: false };

/** What opens, and below it the link; with `preview`, the widget. */
function Linked({
  opened,
  onChange,
  toFile,
  preview,
}: {
  readonly opened: Opened;
  readonly onChange: (opened: Opened) => void;
  readonly toFile: () => void;
  readonly preview?: readonly [shown: boolean, show: (shown: boolean) => void];
}): ReactElement {
  const fragment = useFragment(opened);
  return (
    <>
      <OpenedChoice opened={opened} onChange={onChange} fragment={fragment} toFile={toFile} />
      {preview ? (
        <EmbedPage opened={opened} fragment={fragment} previewed={preview[0]} onPreview={preview[1]} />
      ) : (
        <LinkPage fragment={fragment} />
      )}
    </>
  );
}
