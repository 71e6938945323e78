import { sizeOf } from '../../base/tensor.ts';
import type { WeightSpec } from '../../model/layers/definition.ts';
import type { AxisWindow } from '../../model/window.ts';
import { flowText } from '../../text/layers/flow.ts';
import { windowText } from '../../text/layers/window.ts';
import { formatCount, formatNumber, formatShape } from '../format.ts';
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

/** `y[4, 7, 2]`. */
export function cellName(index: readonly number[]): string {
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
  readonly bias: { readonly value: number; readonly target?: Target } | undefined;
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
    parts.push(plain(`${strongest.length > 0 ? ' + ' : ''}… (${flowText.products(formatCount(count))})`));
  if (count === 0) parts.push(plain('0'));
  if (bias)
    parts.push(plain(' + '), {
      text: signed(bias.value),
      tone: 'bias',
      ...(bias.target && { target: bias.target }),
    });
  if (applied) {
    parts.push(plain(` ) = ${activation}(`), { text: formatNumber(pre), tone: 'pre' }, plain(')'));
  }
  parts.push(plain(' = '), { text: formatNumber(output), tone: 'output' });
  return parts;
}

function axisFormula(window: AxisWindow): string {
  const { size, before, after, dilation, kernel, stride, output } = window;
  if (window.transposed)
    return `(${size} − 1)×${stride} + ${dilation}×(${kernel} − 1) + 1 − ${before} − ${after} = ${output}`.replace(
      '− -',
      '+ ',
    );
  return `floor((${size} + ${before} + ${after} − ${dilation}×(${kernel} − 1) − 1) / ${stride}) + 1 = ${output}`;
}

/** `out = floor((13 + 0 + 0 − 1×(3 − 1) − 1) / 1) + 1 = 11`, once where all axes are alike. */
export function sizeFormula(windows: readonly AxisWindow[]): FormulaPart[] {
  const axes = windows.map(axisFormula);
  if (axes.length === 0) return [];
  if (new Set(axes).size === 1) return [plain(`out = ${axes[0]}`)];
  const names = windowText.axes.slice(-axes.length);
  return axes.flatMap((formula, at) => [
    ...(at > 0 ? [plain(', ')] : []),
    plain(`${names[at] ?? windowText.other(at)} = ${formula}`),
  ]);
}

/** `10×5×1 → 5×10`: what a layer that only rearranges or joins makes of its inputs' shapes. */
export function shapeFormula(
  inputs: readonly (readonly number[])[],
  output: readonly number[],
): FormulaPart[] {
  const same = inputs.every((shape) => String(shape) === String(output));
  return same ? [] : [plain(`${inputs.map(formatShape).join(' , ')} → ${formatShape(output)}`)];
}

/** `kernel 9×16 + recurrent_kernel 4×16 + bias 16 = 224` of any weights. */
export function weightsFormula(weights: readonly Pick<WeightSpec, 'name' | 'shape'>[]): FormulaPart[] {
  if (weights.length === 0) return [];
  const [kernel, bias, ...more] = weights;
  const joint = bias?.name === 'bias' && bias.shape.length === 1 && bias.shape[0] === kernel!.shape.at(-1);
  if (more.length === 0 && kernel!.name === 'kernel' && kernel!.shape.length > 1 && (!bias || joint)) {
    return paramsFormula(kernel!.shape, bias !== undefined);
  }
  const total = weights.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const each = weights.map(({ name, shape }) => `${name} ${formatShape(shape)}`).join(' + ');
  return [plain(weights.length > 1 || kernel!.shape.length > 1 ? `${each} = ${formatCount(total)}` : each)];
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
