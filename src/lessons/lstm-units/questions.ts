import { explain } from '../../model/explain.ts';
import { forward } from '../../model/forward.ts';
import { admit } from '../../model/gate.ts';
import { initialWeights } from '../../model/initialise.ts';
import { whole } from '../draw.ts';
import type { Question, Questions } from '../question.ts';
import { lastOf, layer, modelOf, stackOf, tensorOf } from '../small-model.ts';

interface Sizes {
  readonly steps: number;
  readonly features: number;
  readonly units: number;
}

function lstmOf({ steps, features, units }: Sizes, return_sequences = false) {
  return stackOf(
    written(units, return_sequences),
    [steps, features],
    [layer('LSTM', { units, ...(return_sequences && { return_sequences }) })],
  );
}

/** As the layer is written in Python. */
const written = (units: number, return_sequences = false) =>
  `LSTM(${units}${return_sequences ? ', return_sequences=True' : ''})`;

/** Sizes of which no two are the same. */
function drawn(random: Parameters<Question['make']>[0]): Sizes {
  const features = whole(random, 2, 5);
  const units = features + whole(random, 1, 4);
  return { features, units, steps: units + whole(random, 2, 8) };
}

/** How many numbers a layer gives that reads so many steps. */
const numbers: Question = {
  misconceptions: ['units-are-not-steps'],
  make(random) {
    const sizes = drawn(random);
    const { steps, features, units } = sizes;
    const document = lstmOf(sizes);
    return {
      figures: { ...sizes, call: written(units) },
      form: { type: 'number' },
      truth: lastOf(document).outputShape.reduce((product, size) => product * size),
      wrong: [
        { answer: steps, why: 'steps' },
        { answer: steps * units, why: 'every-step' },
        { answer: features, why: 'features' },
        { answer: 4 * units, why: 'gates' },
        { answer: 1, why: 'one' },
      ],
      document,
      focus: { layer: 'lstm', index: [0] },
    };
  },
};

/** How many parameters it has. */
const parameters: Question = {
  misconceptions: ['units-are-not-steps', 'parameter-count'],
  make(random) {
    const sizes = drawn(random);
    const { steps, features, units } = sizes;
    const document = lstmOf(sizes);
    const { params, weights } = lastOf(document);
    const size = (name: string) =>
      weights.find((weight) => weight.name === name)!.shape.reduce((product, length) => product * length);
    return {
      figures: {
        ...sizes,
        call: written(units),
        kernel: size('kernel'),
        recurrent: size('recurrent_kernel'),
        bias: size('bias'),
      },
      form: { type: 'number' },
      truth: params,
      wrong: [
        { answer: params / 4, why: 'one-gate' },
        { answer: params * steps, why: 'one-a-step' },
        { answer: params - size('recurrent_kernel'), why: 'no-state' },
        { answer: params - size('bias'), why: 'no-bias' },
        { answer: lastOf(lstmOf({ ...sizes, features: steps })).params, why: 'steps-as-features' },
        { answer: features * units + units, why: 'dense' },
      ],
      document,
      focus: { layer: 'lstm', index: [0] },
    };
  },
};

/** How many it has on a longer sequence. */
const longer: Question = {
  misconceptions: ['units-are-not-steps', 'parameter-count'],
  make(random) {
    const sizes = drawn(random);
    const times = whole(random, 2, 5);
    const steps = sizes.steps * times;
    const { params } = lastOf(lstmOf(sizes));
    const document = lstmOf({ ...sizes, steps });
    return {
      figures: { ...sizes, call: written(sizes.units), longer: steps, before: params },
      form: { type: 'number' },
      truth: lastOf(document).params,
      wrong: [
        { answer: params * times, why: 'one-a-step' },
        { answer: lastOf(lstmOf({ ...sizes, units: sizes.units * times })).params, why: 'units-grow' },
        { answer: params + steps - sizes.steps, why: 'one-more-each' },
      ],
      document,
      focus: { layer: 'lstm', index: [0] },
    };
  },
};

/** The shape of all its states. */
const sequences: Question = {
  misconceptions: ['units-are-not-steps'],
  make(random) {
    const sizes = drawn(random);
    const { steps, features, units } = sizes;
    const document = lstmOf(sizes, true);
    return {
      figures: { ...sizes, call: written(units, true) },
      form: { type: 'shape', rank: 2 },
      truth: lastOf(document).outputShape,
      wrong: [
        { answer: [units, steps], why: 'turned' },
        { answer: [steps, features], why: 'as-input' },
        { answer: [units, features], why: 'units-as-steps' },
        { answer: [steps, 1], why: 'one-a-step' },
        { answer: [1, units], why: 'last-only' },
      ],
      document,
      focus: { layer: 'lstm', index: [steps - 1, 0] },
    };
  },
};

/** Which steps of the input the state after a step knows of. */
const memory: Question = {
  misconceptions: ['units-are-not-steps'],
  make(random) {
    const steps = 10;
    const units = whole(random, 2, 3);
    const step = whole(random, 5, 8);
    const document = lstmOf({ steps, features: 1, units }, true);
    const input = Array.from({ length: steps }, () => whole(random, 1, 9) / 10);
    const outputs = modelOf(document);
    const state = (values: readonly number[]) =>
      outputs(tensorOf([steps, 1], values))
        .layers.get('lstm')!
        .output.data.subarray(step * units, (step + 1) * units);
    const as = state(input);
    const all = input.map((_, at) => at);
    const counts = (at: number) =>
      state(input.with(at, input[at]! + 1)).some((value, unit) => value !== as[unit]);
    return {
      figures: { steps, units, step, call: written(units, true) },
      form: { type: 'cells', rows: 1, columns: steps, values: all.map(String) },
      truth: all.filter(counts),
      wrong: [
        { answer: [step], why: 'only-now' },
        { answer: all.filter((at) => at <= step && at > step - units), why: 'units-as-window' },
        { answer: all.filter((at) => at < step), why: 'without-now' },
        { answer: all, why: 'whole-sequence' },
        { answer: all.filter((at) => at < units), why: 'first-units' },
      ],
      document,
      input: { tensor: tensorOf([steps, 1], input) },
      focus: { layer: 'lstm', index: [step, 0] },
    };
  },
};

const rounded = (value: number) => Math.round(value * 100) / 100;

/** What a unit's cell state becomes at a step. */
const cell: Question = {
  misconceptions: ['units-are-not-steps'],
  make(random) {
    const steps = 6;
    const sizes = { steps, features: 2, units: 2 };
    for (;;) {
      const seed = whole(random, 1, 1_000_000);
      const json = { ...lstmOf(sizes, true), seed };
      const { network } = admit(json);
      const input = tensorOf(
        [steps, 2],
        Array.from({ length: steps * 2 }, () => whole(random, -30, 30) / 10),
      );
      const weights = initialWeights(network, seed);
      const step = whole(random, 3, steps - 1);
      const { gates, cell } = explain(network, forward(network, weights, input), weights, 'lstm', [step, 0])
        .gates!;
      const [i, f, c, o] = ['i', 'f', 'c', 'o'].map((letter) => rounded(gates[letter]!.value)) as [
        number,
        number,
        number,
        number,
      ];
      const before = rounded(cell!.before);
      const after = f * before + i * c;
      const truth = rounded(cell!.after);
      const wrong = [
        { answer: rounded(before + i * c), why: 'nothing-forgotten' },
        { answer: rounded(i * before + f * c), why: 'gates-swapped' },
        { answer: rounded(i * c), why: 'nothing-kept' },
        { answer: rounded(f * before + c), why: 'all-taken-in' },
        { answer: rounded(o * Math.tanh(after)), why: 'output' },
      ];
      // By rounded figures one gets what the model has, and no mistake comes near it.
      const same = Math.abs(after - cell!.after) < 0.003 && rounded(after) === truth;
      if (!same || wrong.some(({ answer }) => Math.abs(answer - truth) < 0.04)) continue;
      return {
        figures: { step, at: [step, 0], i, f, c, before },
        form: { type: 'number', decimals: 2 },
        truth,
        wrong,
        document: json,
        input: { tensor: input },
        focus: { layer: 'lstm', index: [step, 0] },
      };
    }
  },
};

export const questions: Questions = { numbers, parameters, longer, sequences, memory, cell };
