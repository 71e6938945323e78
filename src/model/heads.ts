import { KernelscopeError } from '../base/errors.ts';
import { type Json, printable } from '../base/json.ts';
import type { ModelDocument } from './document.ts';
import type { LossConfig } from './losses.ts';
import type { MetricName } from './metrics.ts';

/** One output of a model, with what it is measured by. */
export interface Head {
  readonly output: string;
  readonly loss: LossConfig;
  /** What its loss counts for in the sum. */
  readonly weight: number;
  readonly metrics: readonly MetricName[];
}

type Compile = NonNullable<ModelDocument['compile']>;

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

/** The losses of a compiled model, output by output; one alone is every output's. */
export function lossesOf({ loss }: Compile): readonly LossConfig[] {
  return isList(loss) ? loss : [loss];
}

/** What each of the outputs is measured by. */
export function headsOf(compile: Compile, outputs: readonly string[]): readonly Head[] {
  const losses = lossesOf(compile);
  const metrics = compile.metrics as readonly (MetricName | readonly MetricName[])[];
  return outputs.map((output, at) => {
    const own = metrics[at];
    const single = outputs.length === 1 && metrics.every((metric) => typeof metric === 'string');
    return {
      output,
      loss: losses[at] ?? losses[0]!,
      weight: compile.loss_weights?.[at] ?? 1,
      metrics: single ? (metrics as readonly MetricName[]) : own === undefined ? [] : [own].flat(),
    };
  });
}

/** Names of what training and evaluation measure, as in Keras's history: the loss first. */
export function figureNames(heads: readonly Head[]): string[] {
  const several = heads.length > 1;
  return [
    'loss',
    ...heads.flatMap(({ output, metrics }): readonly string[] =>
      several ? [`${output}_loss`, ...metrics.map((name) => `${output}_${name}`)] : metrics,
    ),
  ];
}

/** Names of a document's outputs. */
export function outputsOf({ model }: ModelDocument): readonly string[] {
  return model.outputs ?? [model.layers.at(-1)!.config.name];
}

const BY_OUTPUT = ['loss', 'loss_weights', 'metrics'] as const;

function isObject(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function outputsIn(model: unknown): readonly unknown[] {
  if (!isObject(model)) return [];
  if (Array.isArray(model.outputs)) return model.outputs;
  const last: unknown = Array.isArray(model.layers) ? model.layers.at(-1) : undefined;
  return isObject(last) && isObject(last.config) ? [last.config.name] : [];
}

/** What an output that is not named has; a loss each has to have. */
const MISSING: Partial<Record<(typeof BY_OUTPUT)[number], Json>> = { loss_weights: 1, metrics: [] };

function listed(
  key: (typeof BY_OUTPUT)[number],
  given: Readonly<Record<string, Json>>,
  names: readonly unknown[],
) {
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new KernelscopeError({
      code: 'not-found',
      path: `compile.${key}`,
      expected: `the name of an output: ${names.join(', ')}`,
      received: printable(unknown),
    });
  }
  return names.map((name) => (Object.hasOwn(given, String(name)) ? given[String(name)]! : MISSING[key]));
}

/** What a document's `compile` says by the names of its outputs, as lists in their order; anything else as it is. */
export function withListedHeads(json: unknown): unknown {
  if (!isObject(json) || !isObject(json.compile)) return json;
  const compile: Record<string, unknown> = { ...json.compile };
  const names = outputsIn(json.model);
  for (const key of BY_OUTPUT) {
    const given = compile[key];
    if (isObject(given) && !('class_name' in given)) compile[key] = listed(key, given, names);
  }
  return { ...json, compile };
}

/** Refuses lists that are not as long as there are outputs. A list for one output is what it holds. */
export function checkHeads(compile: Compile, outputs: readonly string[]): Compile {
  const { loss, loss_weights: weights, metrics } = compile;
  const nested = metrics.some((metric) => typeof metric !== 'string');
  const lengths: [string, number | undefined][] = [
    ['loss', isList(loss) ? loss.length : undefined],
    ['loss_weights', weights?.length],
    ['metrics', nested || (outputs.length > 1 && metrics.length > 0) ? metrics.length : undefined],
  ];
  for (const [key, length] of lengths) {
    if (length === undefined || length === outputs.length) continue;
    throw new KernelscopeError({
      code: 'range',
      path: `compile.${key}`,
      expected: outputs.length === 1 ? 'one for the output' : `one for each of ${outputs.length} outputs`,
      received: String(length),
    });
  }
  if (outputs.length > 1) return compile;
  const [head] = headsOf(compile, outputs);
  return { ...compile, loss: head!.loss, metrics: head!.metrics };
}
