import { markup } from './markup.ts';

/** A widget on another page: which document or lesson, and how it is shown. */
export interface Embedding {
  /** Address of the site's folder, ending in a slash. */
  readonly site: string;
  /** What a link has after `#`: `k1=…`, `k1=…&w1=…`, or `lesson=…`. */
  readonly opens: string;
  /** Names of parts; empty: the widget's own choice. */
  readonly show: readonly string[];
  readonly lock: readonly string[];
  readonly theme: string;
  /** `auto`: the reader's. */
  readonly language: string;
  readonly reduced: boolean;
  /** The tag waits for a click before it loads. */
  readonly click: boolean;
  /** Pixels. */
  readonly height: number;
  /** What the frame holds, for those who do not see it. */
  readonly title: string;
}

/** Options beside what opens, as a fragment and a tag's attributes name them; what is left to the widget is left out. */
function optionsOf({ show, lock, theme, language, reduced }: Embedding): [name: string, value: string][] {
  const options: [string, string][] = [
    ['show', show.join(',')],
    ['lock', lock.join(',')],
    ['theme', theme === 'auto' ? '' : theme],
    ['lang', language === 'auto' ? '' : language],
    ['data', reduced ? 'reduced' : ''],
  ];
  return options.filter(([, value]) => value !== '');
}

/** The widget's address: all in the fragment, which no server sees. */
export function widgetUrl(embedding: Embedding): string {
  const options = optionsOf(embedding).map(([name, value]) => `${name}=${value}`);
  const fragment = [embedding.opens, ...options].filter((part) => part !== '').join('&');
  return `${embedding.site}embed.html${fragment === '' ? '' : `#${fragment}`}`;
}

const attributes = (list: readonly (readonly [name: string, value: string])[]) =>
  list.map(([name, value]) => ` ${name}="${markup(value)}"`).join('');

export function iframeCode(embedding: Embedding): string {
  const list = attributes([
    ['src', widgetUrl(embedding)],
    ['title', embedding.title],
    ['loading', 'lazy'],
    ['width', '100%'],
    ['height', String(embedding.height)],
    ['style', 'border: 0'],
  ]);
  return `<iframe${list}></iframe>`;
}

/** The tag, with the script that knows it, which a page needs once. */
export function tagCode(embedding: Embedding): string {
  const { site, opens, click, height } = embedding;
  const opened = new URLSearchParams(opens);
  const lesson = opened.get('lesson');
  const progress = opened.get('progress');
  const list = attributes([
    ...(lesson === null ? [['document', `#${opens}`] as const] : [['lesson', lesson] as const]),
    ...(progress === null ? [] : [['progress', progress] as const]),
    ...optionsOf(embedding),
    ...(click ? [['loading', 'click'] as const] : []),
    ['style', `display: block; height: ${height}px`],
  ]);
  return `<script type="module" src="${markup(`${site}kernel-scope.js`)}"></script>\n<kernel-scope${list}></kernel-scope>`;
}
