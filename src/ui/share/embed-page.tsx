import { type ReactElement, useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import { type Embedding, iframeCode, tagCode, widgetUrl } from '../../formats/embed-code.ts';
import { LESSONS } from '../../lessons/list.ts';
import { LOCKS, type Lock, PARTS, type Part } from '../../stores/embedding.ts';
import type { ViewState } from '../../stores/state.ts';
import { LANGUAGES, type Language, language } from '../../text/language.ts';
import { share } from '../../text/share.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { NumberField } from '../controls/number-field.tsx';
import { SelectField } from '../controls/select.tsx';
import { Check, CheckList } from './check.tsx';
import { CopyField } from './copy-field.tsx';
import { type Fragment, type Opened, siteUrl } from './opened.ts';
import { Preview } from './preview.tsx';

const THEMES: readonly ViewState['theme'][] = ['auto', 'light', 'dark'];
const SPOKEN: readonly (Language | 'auto')[] = ['auto', ...(Object.keys(LANGUAGES) as Language[])];
/** A lesson says itself what stands beside it. */
const MODEL_PARTS = PARTS.filter((part) => part !== 'lesson');

/** Pixels that do for most. */
const HEIGHTS = { model: 480, lesson: 680 } as const;

/** Of the lesson that is open, or of the model. */
function useTitle(lesson: boolean): string {
  const { lesson: opened } = useKernelscope().stores;
  const id = useStore(opened, (state) => state?.id);
  const title = useDocument(({ document }) => document.title);
  return (lesson && LESSONS.abouts.find((about) => about.id === id)?.title[language()]) || title;
}

interface Props {
  readonly opened: Opened;
  readonly fragment: Fragment | undefined;
  /** Whether the preview is shown, beside all of this. */
  readonly previewed: boolean;
  readonly onPreview: (previewed: boolean) => void;
}

/** How the widget looks on another page, and what is written there. */
export function EmbedPage({ opened, fragment, previewed, onPreview }: Props): ReactElement {
  const lesson = opened.subject === 'lesson';
  const title = useTitle(lesson);
  const [show, setShow] = useState<readonly Part[]>(['stage']);
  const [lock, setLock] = useState<readonly Lock[]>([]);
  const [theme, setTheme] = useState<ViewState['theme']>('auto');
  const [speech, setSpeech] = useState<Language | 'auto'>('auto');
  const [chosen, setHeight] = useState<number>();
  const height = chosen ?? (lesson ? HEIGHTS.lesson : HEIGHTS.model);
  const [reduced, setReduced] = useState(false);
  const [click, setClick] = useState(false);
  const opens = fragment?.error ? undefined : fragment?.text;
  const embedding = useMemo((): Embedding | undefined => {
    if (opens === undefined) return undefined;
    return {
      site: siteUrl(),
      opens,
      show: lesson ? [] : show,
      lock,
      theme,
      language: speech,
      height,
      reduced,
      click,
      title: share.frameTitle(title),
    };
  }, [opens, lesson, show, lock, theme, speech, height, reduced, click, title]);
  return (
    <>
      <Check label={share.preview} note={share.previewNote} checked={previewed} onChange={onPreview} />
      {previewed && embedding && (
        <Preview url={widgetUrl(embedding)} height={embedding.height} title={embedding.title} />
      )}
      {!lesson && (
        <CheckList
          label={share.parts}
          options={MODEL_PARTS}
          name={(part) => share.partNames[part]}
          chosen={show}
          onChange={setShow}
        />
      )}
      <CheckList
        label={share.locks}
        options={LOCKS}
        name={(part) => share.lockNames[part]}
        chosen={lock}
        onChange={setLock}
      />
      <fieldset className="embed-look">
        <legend>{share.look}</legend>
        <SelectField
          label={share.theme}
          options={THEMES}
          name={(one) => share.themes[one]}
          value={theme}
          disabled={false}
          onChange={setTheme}
        />
        <SelectField
          label={share.language}
          options={SPOKEN}
          name={(one) => (one === 'auto' ? share.autoLanguage : LANGUAGES[one])}
          value={speech}
          disabled={false}
          onChange={setSpeech}
        />
        <NumberField
          label={share.height}
          value={height}
          width={64}
          disabled={false}
          accepts={(value) => Number.isInteger(value) && value >= 200 && value <= 2000}
          onChange={setHeight}
          refusal={share.heightRefused}
        />
        <Check label={share.reduced} note={share.reducedNote} checked={reduced} onChange={setReduced} />
        <Check label={share.click} note={share.clickNote} checked={click} onChange={setClick} />
      </fieldset>
      {embedding && (
        <div className="embed-codes">
          <CopyField label={share.iframe} value={iframeCode(embedding)} rows={4} />
          <CopyField label={share.tag} value={tagCode(embedding)} rows={4} />
        </div>
      )}
    </>
  );
}
