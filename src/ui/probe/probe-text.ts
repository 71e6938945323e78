import { WORD } from '../../model/datasets/definition.ts';
import { datasetOf } from '../../model/datasets/registry.ts';
import { formatCount, formatNumber } from '../../scene/format.ts';
import type { Moved } from '../../stores/state.ts';
import type { Stores } from '../../stores/stores.ts';
import { page } from '../../text/page.ts';
import { probeText } from '../../text/probe.ts';
import { axesText } from './axes-text.ts';
import { sampleText, truthText } from './sample-words.ts';

/** Where the probe comes from, in words. */
export function sourceText(stores: Stores): string {
  const { probe, trace } = stores.trace.getState();
  const { source, label, targets } = probe;
  if (!trace) return page.starting;
  if (source.type === 'tensor') return source.note ?? page.probe.tensor;
  if (source.type === 'noise') return page.probe.noise;
  const definition = datasetOf(stores.document.getState().document.dataset);
  const split = source.split === 'test' ? page.probe.test : page.probe.train;
  const truth = label === undefined ? '?' : truthText(definition, targets ?? [label]);
  return page.probe.sample(split, formatCount(source.index), truth);
}

/** What was moved, in words; nothing where it is not. */
function movedText({ dx, dy, rotate, scale, fill }: Moved): string {
  if (fill !== undefined) {
    const steps = formatCount(Math.abs(dx));
    return probeText.move.said([dx > 0 ? probeText.shift.later(steps) : probeText.shift.earlier(steps)]);
  }
  const text = probeText.move;
  const parts = [
    dx !== 0 && (dx > 0 ? text.right : text.left)(formatNumber(Math.abs(dx))),
    dy !== 0 && (dy > 0 ? text.down : text.up)(formatNumber(Math.abs(dy))),
    rotate !== 0 && (rotate > 0 ? text.clockwise : text.counter)(formatNumber(Math.abs(rotate))),
    scale !== 1 && text.times(formatNumber(scale)),
  ].filter((part) => part !== false);
  return parts.length > 0 ? text.said(parts) : '';
}

export function movedLine(stores: Stores): string {
  const { moved } = stores.trace.getState().probe;
  return moved ? movedText(moved.by) : '';
}

/** What a sample of the data set is, where it is no picture; nothing for other inputs. */
export function aboutText(stores: Stores): string {
  const { probe, trace } = stores.trace.getState();
  const definition = datasetOf(stores.document.getState().document.dataset);
  const { words } = stores.status.getState();
  if (!trace || String(definition.shape) !== String(probe.input.shape)) return '';
  if (definition.unit === WORD && words) return sampleText(probe.input.data, words);
  return axesText(definition);
}

/** The probe's smallest and largest number, and what its numbers mean. */
export function rangeText(stores: Stores): string {
  const { input } = stores.trace.getState().probe;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of input.data) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const min = formatNumber(least);
  const max = formatNumber(most);
  const dataset = datasetOf(stores.document.getState().document.dataset);
  if (String(dataset.shape) !== String(input.shape)) return probeText.range.free(min, max);
  const [low, high] = dataset.range;
  if (least < low || most > high)
    return probeText.range.beyond(min, max, formatNumber(low), formatNumber(high));
  if (input.shape.length < 3) return probeText.range.data(min, max);
  return input.shape[2] === 3 ? probeText.range.colors(min, max) : probeText.range.ink(min, max);
}
