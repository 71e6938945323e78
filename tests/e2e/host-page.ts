import type { Frame, Page } from '@playwright/test';
import type { KernelScopeElement } from '../../src/embedding/element.ts';
import { foreignUrl, siteUrl } from './site.ts';

/** What the pages below keep about themselves. */
declare global {
  interface Window {
    /** Of each widget, by its id: what it said, in order. */
    said: Record<string, { readonly type: string; readonly detail: unknown }[]>;
    /** Layout shifts that nobody's hand caused, added up. */
    shift: number;
  }
}

interface HostPage {
  /** Attributes by the widget's id; every widget is high enough that one viewport shows one. */
  readonly widgets: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Adds to the head, before the tag's script. */
  readonly head?: string;
  /** Instead of widgets of the tag. */
  readonly body?: string;
}

const SCRIPT = `
  window.said = {};
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  for (const type of ['ready', 'error', 'height', 'lesson'])
    addEventListener(type, (event) => {
      if (event.target.localName === 'kernel-scope')
        (said[event.target.id] ??= []).push({ type, detail: event.detail });
    }, true);
`;

const STYLE =
  'body { margin: 20px; } .far { height: 1600px; } kernel-scope { display: block; height: 420px; }';

/** The address at which the other site answers with this. */
function echoed(body: string, type = 'text/html', headers: Readonly<Record<string, string>> = {}): string {
  return `${foreignUrl()}?${new URLSearchParams({ type, headers: JSON.stringify(headers), body })}`;
}

/** Opens a page of another origin that has the tag's script and widgets far apart, none of them near the first screen. */
export async function openHost(
  page: Page,
  { widgets, headers = {}, head = '', body }: HostPage,
): Promise<void> {
  const tags = Object.entries(widgets).map(
    ([id, attributes]) => `<p class="far">Text.</p>
      <kernel-scope id="${id}" ${attributes}></kernel-scope>`,
  );
  const html = `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <link rel="icon" href="data:,">
        <title>A course</title>
        <link rel="stylesheet" href="${echoed(STYLE, 'text/css')}">
        <script src="${echoed(SCRIPT, 'text/javascript')}"></script>
        ${head}
        <script type="module" src="${siteUrl()}kernel-scope.js"></script>
      </head>
      <body><h1>A course</h1>${body ?? tags.join('')}<p class="far">The end.</p></body>
    </html>`;
  await page.goto(echoed(html, 'text/html', headers));
}

/** Opens a page of another origin as its author writes it: text, the code that was copied, text, and no styles. */
export async function openWritten(page: Page, code: string): Promise<void> {
  const text = '<p>Text of a course.</p>';
  const html = `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <link rel="icon" href="data:,">
        <title>A course</title>
        <script>${SCRIPT}</script>
      </head>
      <body>${text}${code}${text}</body>
    </html>`;
  await page.goto(echoed(html));
}

/** Scrolls to a widget and waits until it says that it is ready. */
export async function arrive(page: Page, id: string): Promise<void> {
  await page.evaluate((id) => document.getElementById(id)!.scrollIntoView({ block: 'center' }), id);
  await page.waitForFunction((id) => window.said[id]?.some(({ type }) => type === 'ready'), id, {
    timeout: 30_000,
  });
}

/** The frame of a widget that has been loaded. */
export async function frameOf(page: Page, id: string): Promise<Frame> {
  const element = await page.locator(`#${id} iframe`).elementHandle();
  return (await element!.contentFrame())!;
}

/** In the page: a widget's element. */
export type Widget = KernelScopeElement;
