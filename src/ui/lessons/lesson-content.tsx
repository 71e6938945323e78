import type { MDXComponents, MDXContent } from 'mdx/types';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { language } from '../../text/language.ts';
import { lessonText } from '../../text/lesson.ts';
import { useKernelscope } from '../context.ts';
import { Explained, Term } from './explained.tsx';
import { Figure } from './figure.tsx';
import { Ask, Do, Done, Hint, Option, Right, Step, Wrong } from './lesson-step.tsx';
import { Live } from './live.tsx';
import { usePlayer } from './use-player.ts';

const paragraph = ({ children }: { readonly children?: ReactNode }) => (
  <Explained as="p">{children}</Explained>
);
const item = ({ children }: { readonly children?: ReactNode }) => <Explained as="li">{children}</Explained>;
const Key = ({ children }: { readonly children?: ReactNode }) => <kbd>{children}</kbd>;

/** What the text of a lesson is made of. */
const COMPONENTS: MDXComponents = {
  Step,
  Term,
  Figure,
  Live,
  Ask,
  Option,
  Right,
  Wrong,
  Hint,
  Do,
  Done,
  Key,
  p: paragraph,
  li: item,
};

/** The text of the step in hand, in the language of the page. */
export function LessonContent(): ReactElement {
  const { lessons } = useKernelscope();
  const { about } = usePlayer();
  const [content, setContent] = useState<{ readonly Text: MDXContent } | 'failed'>();
  useEffect(() => {
    let gone = false;
    const load = async () => (await lessons.library()).text(about.id, language());
    load().then(
      (Text) => !gone && setContent({ Text }),
      () => !gone && setContent('failed'),
    );
    return () => {
      gone = true;
    };
  }, [lessons, about]);
  if (content === undefined) return <p className="muted">{lessonText.loading}</p>;
  if (content === 'failed') return <p role="alert">{lessonText.notLoaded}</p>;
  return <content.Text components={COMPONENTS} />;
}
