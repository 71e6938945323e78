import { sameJson } from '../base/json.ts';
import type { ModelDocument } from '../model/document.ts';
import { historyText } from './history.ts';

type Fields = Readonly<Record<string, unknown>>;

/** More differences than this are not listed. */
const MOST_PARTS = 2;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function said(value: unknown): string {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return (
      items.map(said).join(items.every((item) => typeof item === 'number') ? '×' : ', ') || historyText.none
    );
  }
  if (isFields(value)) return 'class_name' in value ? String(value.class_name) : historyText.other;
  return value === null || value === undefined ? historyText.none : String(value);
}

/** What differs between two values called `name`, down to single arguments. */
function differences(name: string, before: unknown, after: unknown): string[] {
  if (sameJson(before, after)) return [];
  const inside = isFields(before) && isFields(after) && before.class_name === after.class_name;
  if (!inside) return [historyText.set(name, said(before), said(after))];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  // The arguments of a Keras object are known without its name.
  return [...keys].flatMap((key) => differences(key === 'config' ? name : key, before[key], after[key]));
}

function layerDifferences(before: ModelDocument, after: ModelDocument): string[] {
  const configs = ({ model }: ModelDocument) =>
    new Map(model.layers.map(({ class_name, config }) => [config.name, { class_name, config }]));
  const [old, next] = [configs(before), configs(after)];
  const added = [...next.keys()].filter((name) => !old.has(name));
  const removed = [...old.keys()].filter((name) => !next.has(name));
  const set = [...next].flatMap(([name, layer]) =>
    old.has(name)
      ? differences(name, old.get(name), layer).map((difference) => historyText.ofLayer(name, difference))
      : [],
  );
  return [...added.map(historyText.added), ...removed.map(historyText.removed), ...set];
}

/** What was done to a document, in a few words, for its history. */
export function changeText(before: ModelDocument, after: ModelDocument): string {
  const { model: _, view: __, ...old } = before;
  const { model: ___, view: ____, ...next } = after;
  const parts = [...layerDifferences(before, after), ...differences('', old, next)];
  return parts.length === 0 || parts.length > MOST_PARTS ? historyText.edited : parts.join('; ');
}
