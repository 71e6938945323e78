import type { Shape } from '../base/tensor.ts';
import type { BaseConfig, LayerDefinition } from './layers/definition.ts';
import type { AxisWindow } from './window.ts';

/**
 * Along one axis of the model's input, what each of a layer's `cells` sees: cell `p` sees the `reach` input cells
 * from `start + p * jump` on, as far as they lie from `from` to before `to`. Beyond that is padding, or what strides
 * of earlier layers have left out.
 */
export interface Field {
  readonly start: number;
  readonly reach: number;
  readonly jump: number;
  readonly cells: number;
  readonly from: number;
  readonly to: number;
}

/** Each input cell sees itself. */
export function inputField(size: number): Field {
  return { start: 0, reach: 1, jump: 1, cells: size, from: 0, to: size };
}

function covered(field: Field): Field {
  const { start, reach, jump, cells, from, to } = field;
  return { ...field, from: Math.max(from, start), to: Math.min(to, start + (cells - 1) * jump + reach) };
}

/** Through a window read the other way: cells lie `stride` times closer together, and see only whole cells. */
function throughTransposed(field: Field, { kernel, stride, dilation, before, output }: AxisWindow): Field {
  const span = (kernel - 1) * dilation;
  return covered({
    ...field,
    start: field.start + ((before - span) / stride) * field.jump,
    reach: field.reach + Math.floor(span / stride) * field.jump,
    jump: field.jump / stride,
    cells: output,
  });
}

/** Through one more window: reach grows by `(kernel - 1) * dilation * jump`. */
function throughWindow(field: Field, window: AxisWindow): Field {
  if (window.transposed) return throughTransposed(field, window);
  return covered({
    ...field,
    start: field.start - window.before * field.jump,
    reach: field.reach + (window.kernel - 1) * window.dilation * field.jump,
    jump: field.jump * window.stride,
    cells: window.output,
  });
}

/** All cells together, as a unit of a Dense layer sees them. */
function wholeField(field: Field): Field {
  return { ...field, reach: field.reach + (field.cells - 1) * field.jump, cells: 1 };
}

/** Cells of the model's input that the best placed cell sees, from the first to the last. */
export function fieldSize({ start, reach, jump, cells, from, to }: Field): number {
  const centred = ((from + to - reach) / 2 - start) / jump;
  const seen = [Math.floor(centred), Math.ceil(centred)].map((cell) => {
    // Between two cells stands one that a transposed window made: it sees from the next one on.
    const first = Math.ceil(start + Math.min(Math.max(cell, 0), cells - 1) * jump - 1e-9);
    return Math.min(first + reach, to) - Math.max(first, from);
  });
  return Math.max(...seen.map(Math.round), 0);
}

/** Through a layer: what its output cells see, if the cells of its inputs see `fields`. */
export function throughLayer(
  definition: LayerDefinition,
  config: BaseConfig,
  inputs: readonly Shape[],
  fields: readonly Field[],
): readonly Field[] {
  const windows = definition.windows?.(config, inputs);
  if (windows?.length === fields.length) {
    return fields.map((field, axis) => throughWindow(field, windows[axis]!));
  }
  if (windows || definition.seesAll?.(config, inputs)) return fields.map(wholeField);
  return fields;
}

/** What several inputs see together: along each axis the one that sees most. */
export function mergedFields(inputs: readonly (readonly Field[])[]): readonly Field[] {
  return inputs.reduce((merged, fields) =>
    merged.map((field, axis) => {
      const other = fields[axis]!;
      return fieldSize(other) > fieldSize(field) ? other : field;
    }),
  );
}
