import { type Difference, differences } from '../../model/difference.ts';
import type { ModelDocument } from '../../model/document.ts';
import { formatCount } from '../../scene/format.ts';
import { lab } from '../../text/lab.ts';

/** As many changes as one reads at a glance. */
const MOST = 3;

function written(value: unknown): string {
  if (value === null) return lab.changes.none;
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  return String(value);
}

function textOf({ path, from, to }: Difference): string {
  if (path === 'layers') return lab.changes.moved;
  if (from === undefined) return lab.changes.added(path);
  if (to === undefined) return lab.changes.removed(path);
  return lab.changes.changed(path, written(from), written(to));
}

/** What has changed from one document to the next, in words: `learning_rate 0.003 to 0.001`; the same is said too. */
export function changesText(before: ModelDocument, after: ModelDocument): string {
  const all = differences(before, after).map(textOf);
  if (all.length === 0) return lab.runs.same;
  const rest = all.length - MOST;
  return [...all.slice(0, MOST), ...(rest > 0 ? [lab.changes.more(formatCount(rest))] : [])].join(', ');
}
