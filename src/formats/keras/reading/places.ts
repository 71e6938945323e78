import { type Place, PythonFault } from '../python/fault.ts';

/** Parts of a document: more than the gate takes. */
const MOST_PARTS = 10_000;

/** Where in the code each part of the document comes from, by its path. */
export class Places {
  private readonly byPath = new Map<string, Place>();
  private parts = 0;

  set(path: string, place: Place): void {
    // Lists within lists may say the same thing without end.
    if (++this.parts > MOST_PARTS) throw new PythonFault('too-large', place);
    if (place.to > place.from) this.byPath.set(path, place);
  }

  /** The place of the part, or of the nearest one around it. */
  find(path: string): Place | undefined {
    let part = path;
    while (part !== '') {
      const place = this.byPath.get(part);
      if (place) return place;
      const last = Math.max(part.lastIndexOf('.'), part.lastIndexOf('['), 0);
      part = part.slice(0, last);
    }
    return undefined;
  }
}
