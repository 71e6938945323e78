import { datasetOf } from '../../model/datasets/registry.ts';
import type { ModelDocument } from '../../model/document.ts';
import { formatFixed, formatNumber, formatPercent } from '../../scene/format.ts';
import { type ComparedModel, meritOf } from '../../stores/comparison.ts';

/** The unit of the data set's numbers, and what a number that the model gives is in it. */
interface Unit {
  readonly name: string;
  readonly scale: number;
  readonly offset: number;
}

export function unitOf({ dataset }: ModelDocument): Unit {
  const { target } = datasetOf(dataset);
  if (target.type !== 'numbers') return { name: '', scale: 1, offset: 0 };
  return { name: target.unit, scale: target.scale ?? 1, offset: target.offset ?? 0 };
}

/** A difference in the data's unit: as many figures as tell it. */
export function amountText(value: number, { name, scale }: Unit): string {
  const amount = value * scale;
  const size = Math.abs(amount);
  const figure = size >= 0.1 && size < 100 ? formatFixed(amount, 2) : formatNumber(amount);
  return name ? `${figure} ${name}` : figure;
}

/** What the model is ranked by, in words. */
export function meritText(model: ComparedModel): string {
  const { type, value } = meritOf(model);
  if (type === 'right') return formatPercent(value);
  return type === 'error' ? amountText(value, unitOf(model.document)) : formatFixed(value, 3);
}
