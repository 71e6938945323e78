import type { AxisWindow } from '../../model/window.ts';
import { formatCount, formatNumber } from '../format.ts';
import type { Target } from '../marks.ts';
import type { FormulaPart } from './request.ts';

/** A number multiplied by another, as one part of a formula that can be asked why. */
export interface Product {
  readonly input: number;
  readonly weight: number;
  readonly target: Target;
}

export function plain(text: string): FormulaPart {
  return { text, tone: 'plain' };
}

/** A negative factor or summand stands in parentheses after a sign. */
export function signed(value: number): string {
  return value < 0 ? `(${formatNumber(value)})` : formatNumber(value);
}

function cellName(index: readonly number[]): string {
  return `y[${index.join(', ')}]`;
}

/** `y[4, 7, 2] = ` as the output it stands for. */
export function leftSide(layer: string, index: readonly number[]): FormulaPart[] {
  return [{ text: cellName(index), tone: 'output', target: { type: 'cell', layer, index } }, plain(' = ')];
}

/**
 * `relu( 0.21×0.50 + … (72 products) + 0.02 ) = relu(0.85) = 0.85`: the strongest products, then how many there
 * are. `activation` is left out where it is `linear`.
 */
export function weightedFormula(request: {
  readonly layer: string;
  readonly index: readonly number[];
  readonly strongest: readonly Product[];
  readonly count: number;
  readonly bias: { readonly value: number; readonly target: Target } | undefined;
  readonly pre: number;
  readonly activation: string;
  readonly output: number;
}): FormulaPart[] {
  const { layer, index, strongest, count, bias, pre, activation, output } = request;
  const parts = leftSide(layer, index);
  const applied = activation !== 'linear';
  if (applied) parts.push(plain(`${activation}( `));
  strongest.forEach((product, at) => {
    if (at > 0) parts.push(plain(' + '));
    const text = `${signed(product.input)}×${signed(product.weight)}`;
    parts.push({ text, tone: 'term', target: product.target });
  });
  if (count > strongest.length)
    parts.push(plain(`${strongest.length > 0 ? ' + ' : ''}… (${formatCount(count)} products)`));
  if (count === 0) parts.push(plain('0'));
  if (bias) parts.push(plain(' + '), { text: signed(bias.value), tone: 'bias', target: bias.target });
  if (applied) {
    parts.push(plain(` ) = ${activation}(`), { text: formatNumber(pre), tone: 'pre' }, plain(')'));
  }
  parts.push(plain(' = '), { text: formatNumber(output), tone: 'output' });
  return parts;
}

function axisFormula(window: AxisWindow): string {
  const { size, before, after, dilation, kernel, stride, output } = window;
  return `floor((${size} + ${before} + ${after} − ${dilation}×(${kernel} − 1) − 1) / ${stride}) + 1 = ${output}`;
}

/** `out = floor((13 + 0 + 0 − 1×(3 − 1) − 1) / 1) + 1 = 11`, once where rows and columns are alike. */
export function sizeFormula(windows: readonly AxisWindow[]): FormulaPart[] {
  const [rows, cols] = windows.map(axisFormula);
  if (rows === undefined) return [];
  if (cols === undefined || rows === cols) return [plain(`out = ${rows}`)];
  return [plain(`rows = ${rows}`), plain(', '), plain(`columns = ${cols}`)];
}

/** `(3×3×8 + 1)×16 = 1,168` of a kernel `[…, in, out]`, with or without a bias an output. */
export function paramsFormula(kernel: readonly number[], bias: boolean): FormulaPart[] {
  const inputs = kernel.slice(0, -1);
  const outputs = kernel.at(-1)!;
  const each = inputs.reduce((product, size) => product * size, 1);
  const total = formatCount((each + (bias ? 1 : 0)) * outputs);
  const product = inputs.map((size) => formatCount(size)).join('×');
  return [plain(`${bias ? `(${product} + 1)` : product}×${formatCount(outputs)} = ${total}`)];
}
