/**
 * What a course system offers a lesson in SCORM 1.2 (ADL, "The SCORM Run-Time Environment", version 1.2, section 3.3):
 * eight functions over text. Truth is the text "true".
 */
export interface ScormApi {
  LMSInitialize(parameter: ''): unknown;
  LMSFinish(parameter: ''): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(parameter: ''): unknown;
  LMSGetLastError(): unknown;
  LMSGetErrorString(code: string): unknown;
}

/** The windows around one another in which an API is looked for. */
interface Place {
  readonly API?: ScormApi | null;
  readonly parent?: Place | null;
  readonly opener?: Place | null;
}

/** Windows that are looked at on the way up; a course system nests a handful. */
const HIGHEST = 50;

/** What a window says, also where it is another site's, which then says nothing. */
function asked<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function apiAbove(start: Place): ScormApi | undefined {
  let place: Place = start;
  for (let height = 0; height < HIGHEST; height++) {
    const api = asked(() => place.API);
    if (api) return api;
    const parent = asked(() => place.parent);
    if (!parent || parent === place) return undefined;
    place = parent;
  }
  return undefined;
}

/**
 * The API of the course system that a window runs in: its own or one of the windows around it; else of the window that
 * opened it, or opened one of those, and of the windows around that one.
 */
export function findApi(window: unknown): ScormApi | undefined {
  let place = window as Place | undefined;
  for (let opened = 0; place && opened < HIGHEST; opened++) {
    const api = apiAbove(place);
    if (api) return api;
    place = openerOf(place);
  }
  return undefined;
}

/** The window that opened this one, or the nearest around it that was opened at all. */
function openerOf(start: Place): Place | undefined {
  let place: Place = start;
  for (let height = 0; height < HIGHEST; height++) {
    const opener = asked(() => place.opener);
    if (opener && opener !== place) return opener;
    const parent = asked(() => place.parent);
    if (!parent || parent === place) return undefined;
    place = parent;
  }
  return undefined;
}
