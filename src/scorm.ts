import { findApi } from './formats/scorm/api.ts';
import type { LaunchSettings } from './formats/scorm/package.ts';
import { type LessonReport, openSession } from './formats/scorm/session.ts';
import { scorm as german } from './text/german/scorm.ts';
import { scorm as english } from './text/scorm.ts';

/*
 * The launch page of a lesson in a course system (SCORM 1.2): a host page like any other, with the tag, that hands on how
 * far the lesson is. Without a course system the lesson works as well, and the page says that nothing is reported.
 */

const root = document.documentElement;
const said = document.getElementById('said')!;
const settings = JSON.parse(root.dataset.course || 'null') as LaunchSettings | null;

const wanted = settings && settings.language !== 'auto' ? settings.language : navigator.language;
const speaksGerman = /^de\b/i.test(wanted);
const text = speaksGerman ? german : english;
root.lang = speaksGerman ? 'de' : 'en';

/** Milliseconds after which the tag's script will not come any more; exporting writes it into this page. */
const PATIENCE = 15_000;

function say(sentence: string): void {
  said.hidden = false;
  said.textContent = sentence;
}

/** The lesson in the widget: from the end of this one a reader may go on to others, which this package does not report. */
interface OpenLesson extends LessonReport {
  readonly id: string;
}

function launch({ lesson, title, theme, mastery }: LaunchSettings): void {
  document.title = title;
  if (theme !== 'auto') root.dataset.theme = theme;

  const api = findApi(window);
  const opened =
    api &&
    openSession(api, {
      mastery,
      clock: {
        now: () => performance.now(),
        after(milliseconds, act) {
          const timer = setTimeout(act, milliseconds);
          return () => clearTimeout(timer);
        },
      },
      refused: (fault) => say(text.unstored(fault.code, fault.said)),
    });
  const session = opened && 'report' in opened ? opened : undefined;
  if (!opened) say(text.alone);
  else if (!('report' in opened)) say(text.refused(opened.code, opened.said));

  /** Shows the lesson, from where it goes on; one that is closed opens again where it was. */
  function show(from: string | undefined): void {
    let last = from;
    const widget = document.createElement('kernel-scope');
    widget.setAttribute('lesson', lesson);
    widget.setAttribute('theme', theme);
    if (from !== undefined) widget.setAttribute('progress', from);
    widget.addEventListener('lesson', (event) => {
      const { detail: now } = event as CustomEvent<OpenLesson | undefined>;
      if (now?.id === lesson) {
        last = now.progress;
        session?.report(now);
      } else if (!now && last !== undefined) {
        widget.remove();
        show(last);
      }
    });
    document.body.append(widget);
  }

  show(session?.resume);
  addEventListener('pagehide', () => session?.finish());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') session?.commit();
  });
  // Back from the browser's cache of pages: the session is over, a new one begins.
  addEventListener('pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) location.reload();
  });

  const late = setTimeout(() => say(text.notLoaded), PATIENCE);
  void customElements.whenDefined('kernel-scope').then(() => clearTimeout(late));
}

if (settings) launch(settings);
else say(text.empty);
