import type { Json } from '../../../base/json.ts';
import { itemsOf } from '../python/calls.ts';
import type { Placed } from '../python/values.ts';
import { KerasObject } from './keras-object.ts';
import type { Places } from './places.ts';
import type { Session } from './session.ts';
import { toJson } from './to-json.ts';

const COMPILE = ['optimizer', 'loss', 'loss_weights', 'metrics'];
const FIT = ['epochs', 'batch_size', 'validation_split', 'shuffle'];

/** Callbacks that keep or show something of a run, and change nothing of it. */
const WATCHING: ReadonlySet<string> = new Set([
  'ModelCheckpoint',
  'TensorBoard',
  'CSVLogger',
  'History',
  'ProgbarLogger',
  'RemoteMonitor',
  'BackupAndRestore',
  'TerminateOnNaN',
  'LambdaCallback',
]);

/** What `compile` was given; its defaults are those of the document. */
export function compileJson(given: ReadonlyMap<string, Placed>, places: Places): { [name: string]: Json } {
  return namedJson(given, COMPILE, 'compile', places);
}

/** What is not said, or said to be None, is left to the document's defaults. */
function namedJson(
  given: ReadonlyMap<string, Placed>,
  names: readonly string[],
  path: string,
  places: Places,
) {
  const pairs = names.flatMap((name): [string, Json][] => {
    const placed = given.get(name);
    if (!placed || placed.value === null) return [];
    return [[name, toJson(placed, `${path}.${name}`, places)]];
  });
  return Object.fromEntries(pairs);
}

/** What the calls of `fit` on one model say together: their epochs add up. Undefined where there is none. */
export function fitJson(
  session: Session,
  fits: readonly ReadonlyMap<string, Placed>[],
  places: Places,
): { [name: string]: Json } | undefined {
  const last = fits.at(-1);
  if (!last) return undefined;
  const json = namedJson(last, FIT, 'fit', places);
  if (fits.length > 1) {
    const epochs = fits.reduce((sum, fit) => {
      const given = fit.get('epochs')?.value;
      return sum + (typeof given === 'number' ? given : 1);
    }, 0);
    const place = [...last.values()][0]?.place;
    if (place) session.findings.note('many-fits', place, { fits: fits.length, epochs });
    json.epochs = epochs;
  }
  const callbacks = last.get('callbacks');
  if (callbacks && callbacks.value !== null) {
    const items = itemsOf(callbacks.value, session.budget, callbacks.place);
    const kept = items.filter((item) => {
      const isWatching = item instanceof KerasObject && WATCHING.has(item.className);
      if (isWatching) session.findings.note('callback-left-out', item.place, { name: item.className });
      return !isWatching;
    });
    json.callbacks = kept.map((item, at) => {
      const place = item instanceof KerasObject ? item.place : callbacks.place;
      return toJson({ value: item, place }, `fit.callbacks[${at}]`, places);
    });
  }
  return json;
}
