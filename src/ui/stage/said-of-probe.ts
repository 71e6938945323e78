import { lastValueOf } from '../../model/datasets/last-value.ts';
import { datasetOf } from '../../model/datasets/registry.ts';
import { labelsOf } from '../../model/datasets/target.ts';
import type { OutputKnown } from '../../scene/charts/output.ts';
import type { Stores } from '../../stores/stores.ts';
import { spokenDataset } from '../../text/names.ts';

const said = new WeakMap<Float32Array, { words: readonly string[]; steps: readonly string[] }>();

/** What the steps of the traced input say, where its numbers are those of words: the same list for the same input. */
export function stepWords(stores: Stores): readonly string[] | undefined {
  const { words } = stores.status.getState();
  const input = stores.trace.getState().trace?.input;
  if (!words || input?.shape.length !== 1) return undefined;
  const known = said.get(input.data);
  if (known?.words === words) return known.steps;
  const steps = Array.from(input.data, (number) => words[Math.trunc(number)] ?? '');
  said.set(input.data, { words, steps });
  return steps;
}

/** What is known of the right answer at an output, and how its answers are said. */
export function knownOf(stores: Stores, output: string): OutputKnown {
  const { document, network } = stores.document.getState();
  const { probe, trace } = stores.trace.getState();
  const definition = spokenDataset(datasetOf(document.dataset));
  const { target } = definition;
  if (target.type === 'classes')
    return { labels: labelsOf({ target }), targets: probe.label === undefined ? undefined : [probe.label] };
  if (target.type === 'heads') {
    return { labels: target.classes, targets: probe.targets, own: network.outputs.indexOf(output) };
  }
  const own = network.outputs.length === target.names.length ? network.outputs.indexOf(output) : 0;
  const { unit, scale = 1, offset = 0 } = target;
  const input = trace?.input;
  const last =
    input && String(input.shape) === String(definition.shape)
      ? lastValueOf(definition, input.data)
      : undefined;
  return {
    targets: probe.targets?.slice(Math.max(0, own), Math.max(0, own) + 1),
    unit: { name: unit, scale, offset },
    baseline: last === undefined ? undefined : { value: last, type: 'last-value' },
  };
}

/** The names of the input's channels, where the input is of the data set's kind and they have some. */
export function channelNames(stores: Stores): readonly string[] | undefined {
  const { document, network } = stores.document.getState();
  const { channels, shape } = spokenDataset(datasetOf(document.dataset));
  const same = String(network.inputShape) === String(shape);
  return same ? channels?.map(({ name }) => name) : undefined;
}
