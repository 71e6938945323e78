import { pick, whole } from '../draw.ts';
import type { Question, Questions } from '../question.ts';
import { lastOf, layer, networkOf, readsOf, stackOf, tensorOf, traceOf } from '../small-model.ts';

interface Slide {
  readonly kernel_size: number;
  readonly dilation_rate?: number;
  readonly padding?: 'causal' | 'same' | 'valid';
  readonly filters?: number;
}

function conv({ kernel_size, dilation_rate = 1, padding = 'causal', filters = 1 }: Slide): object {
  return layer('Conv1D', { filters, kernel_size, padding, ...(dilation_rate > 1 && { dilation_rate }) });
}

/** Causal layers one after another over steps of one number. */
function causalStack(steps: number, kernel_size: number, dilations: readonly number[]) {
  return stackOf(
    `Conv1D(1, ${kernel_size}, causal), dilation_rate ${dilations.join(', ')}`,
    [steps, 1],
    dilations.map((dilation_rate) => conv({ kernel_size, dilation_rate })),
  );
}

/** The cone of a stack's last cell. */
function coneOf(steps: number, layers: number) {
  const name = layers === 1 ? 'conv1d' : `conv1d_${layers - 1}`;
  return { focus: { layer: name, index: [steps - 1, 0] }, aspect: 'cone' } as const;
}

/** Steps that the last cell of a document's last layer can see, from the first to the last. */
function reachOf(document: unknown): number {
  return lastOf(document).receptiveField[0]!;
}

/** Longer than any reach here. */
const LONG = 160;
/** Of so many layers the last one alone sees 65 steps with a kernel of two. */
const HIGHEST = 7;

/** Which steps an output reads. */
const reads: Question = {
  misconceptions: ['causal-one-sided', 'causal-not-later'],
  make(random) {
    const steps = 10;
    const kernel_size = whole(random, 3, 4);
    const step = whole(random, 4, 6);
    const document = (padding: 'causal' | 'same') =>
      stackOf(`Conv1D(1, ${kernel_size}, ${padding})`, [steps, 1], [conv({ kernel_size, padding })]);
    const seen = (padding: 'causal' | 'same') =>
      readsOf(lastOf(document(padding)), [step, 0]).map(([at]) => at!);
    const all = Array.from({ length: steps }, (_, at) => at);
    const from = (first: number) => all.filter((at) => at >= first && at < first + kernel_size);
    return {
      figures: { steps, kernel: kernel_size, step, first: step - kernel_size + 1 },
      form: { type: 'cells', rows: 1, columns: steps, values: all.map(String) },
      truth: seen('causal'),
      wrong: [
        { answer: seen('same'), why: 'centred' },
        { answer: from(step), why: 'ahead' },
        { answer: from(step - kernel_size), why: 'without-now' },
        { answer: all.filter((at) => at <= step), why: 'everything-before' },
        { answer: [step], why: 'only-now' },
      ],
      document: document('causal'),
      focus: { layer: 'conv1d', index: [step, 0] },
    };
  },
};

/** How many zeros stand before the first step. */
const zeros: Question = {
  misconceptions: ['causal-one-sided'],
  make(random) {
    const kernel = whole(random, 3, 5);
    const dilation = whole(random, 2, 4);
    const filters = whole(random, 1, 3);
    const document = stackOf(
      `Conv1D(${filters}, ${kernel}, causal, dilation_rate=${dilation})`,
      [20, 1],
      [conv({ kernel_size: kernel, dilation_rate: dilation, filters })],
    );
    const { definition, config, inputShapes } = lastOf(document);
    const { before } = definition.windows!(config, inputShapes)[0]!;
    return {
      figures: { kernel, dilation, span: before + 1 },
      form: { type: 'number' },
      truth: before,
      wrong: [
        { answer: Math.floor(before / 2), why: 'both-sides' },
        { answer: kernel - 1, why: 'without-dilation' },
        { answer: before + 1, why: 'whole-span' },
        { answer: kernel * dilation, why: 'times' },
      ],
      document,
      focus: { layer: 'conv1d', index: [0, 0] },
    };
  },
};

/** Which outputs change when one step of the input does. */
const changes: Question = {
  misconceptions: ['causal-not-later'],
  make(random) {
    const steps = 10;
    const kernel = whole(random, 2, 3);
    const dilation = whole(random, 1, 2);
    const step = whole(random, 2, 5);
    const document = stackOf(
      `Conv1D(1, ${kernel}, causal${dilation > 1 ? `, dilation_rate=${dilation}` : ''})`,
      [steps, 1],
      [conv({ kernel_size: kernel, dilation_rate: dilation })],
    );
    const numbers = Array.from({ length: steps }, () => whole(random, 1, 9) / 10);
    const outputs = (input: readonly number[]) =>
      traceOf(document, tensorOf([steps, 1], input)).layers.get('conv1d')!.output.data;
    const [as, instead] = [outputs(numbers), outputs(numbers.with(step, numbers[step]! + 1))];
    const all = numbers.map((_, at) => at);
    const span = (kernel - 1) * dilation;
    return {
      figures: { steps, kernel, dilation, step },
      form: { type: 'cells', rows: 1, columns: steps, values: all.map(String) },
      truth: all.filter((at) => as[at] !== instead[at]),
      wrong: [
        { answer: [step], why: 'only-itself' },
        {
          answer: all.filter((at) => at <= step && (step - at) % dilation === 0 && step - at <= span),
          why: 'backwards',
        },
        { answer: all.filter((at) => at >= step), why: 'for-ever' },
        { answer: all.filter((at) => at > step), why: 'later-only' },
        { answer: all.filter((at) => at >= step && at < step + kernel), why: 'without-dilation' },
        { answer: all.filter((at) => at >= step && at <= step + span), why: 'without-holes' },
      ],
      document,
      input: { tensor: tensorOf([steps, 1], numbers) },
      focus: { layer: 'conv1d', index: [step, 0] },
    };
  },
};

/** The parameters of a dilated layer. */
const parameters: Question = {
  misconceptions: ['dilation-reach', 'parameter-count'],
  make(random) {
    const kernel = whole(random, 2, 5);
    const channels = whole(random, 2, 8);
    const filters = pick(random, [4, 6, 8, 10, 12, 16]);
    const dilation = pick(random, [2, 4, 8]);
    const document = stackOf(
      `Conv1D(${filters}, ${kernel}, causal, dilation_rate=${dilation})`,
      [40, channels],
      [conv({ kernel_size: kernel, dilation_rate: dilation, filters })],
    );
    const plain = stackOf('', [40, channels], [conv({ kernel_size: kernel, filters })]);
    const wide = (size: number) =>
      lastOf(stackOf('', [40, channels], [conv({ kernel_size: size, filters })])).params;
    return {
      figures: { kernel, channels, filters, dilation, plain: lastOf(plain).params },
      form: { type: 'number' },
      truth: lastOf(document).params,
      wrong: [
        { answer: wide((kernel - 1) * dilation + 1), why: 'holes-counted' },
        { answer: wide(kernel * dilation), why: 'times-dilation' },
        { answer: lastOf(plain).params - filters, why: 'no-bias' },
        { answer: (kernel + 1) * filters, why: 'flat' },
      ],
      document,
      focus: { layer: 'conv1d', index: [39, 0] },
    };
  },
};

/** How many steps one dilated layer spans. */
const reach: Question = {
  misconceptions: ['dilation-reach'],
  make(random) {
    const kernel = whole(random, 3, 5);
    const dilation = whole(random, 2, 5);
    const truth = reachOf(causalStack(LONG, kernel, [dilation]));
    return {
      figures: { kernel, dilation, gaps: kernel - 1 },
      form: { type: 'number' },
      truth,
      wrong: [
        { answer: kernel, why: 'no-reach' },
        { answer: kernel * dilation, why: 'times' },
        { answer: truth - 1, why: 'without-itself' },
        { answer: kernel + dilation, why: 'sum' },
      ],
      document: causalStack(truth, kernel, [dilation]),
      ...coneOf(truth, 1),
    };
  },
};

/** How far a whole stack sees. */
const compound: Question = {
  misconceptions: ['receptive-field-compounds'],
  make(random) {
    const kernel = whole(random, 2, 4);
    const dilations = [1, 2, 4, 8].slice(0, whole(random, 2, 4));
    const truth = reachOf(causalStack(LONG, kernel, dilations));
    const alone = dilations.map((dilation) => reachOf(causalStack(LONG, kernel, [dilation])));
    return {
      figures: {
        kernel,
        dilations,
        layers: dilations.length,
        gaps: kernel - 1,
        last: coneOf(truth, dilations.length).focus.layer,
        spread: dilations.reduce((sum, dilation) => sum + dilation),
      },
      form: { type: 'number' },
      truth,
      wrong: [
        { answer: alone.at(-1)!, why: 'last-alone' },
        { answer: alone.reduce((sum, one) => sum + one), why: 'counted-twice' },
        { answer: truth - 1, why: 'without-itself' },
        { answer: kernel ** dilations.length, why: 'power' },
        { answer: kernel * dilations.length, why: 'kernels' },
        { answer: kernel, why: 'own-kernel' },
      ],
      document: causalStack(truth, kernel, dilations),
      ...coneOf(truth, dilations.length),
    };
  },
};

/** How many layers see so far back, where the dilation doubles from layer to layer. */
const needed: Question = {
  misconceptions: ['receptive-field-compounds'],
  make(random) {
    const kernel = whole(random, 2, 3);
    const steps = whole(random, 10, 60);
    const doubled = (layers: number) => Array.from({ length: layers }, (_, at) => 2 ** at);
    // As high as is ever asked for; each of its layers sees what a stack sees that ends there.
    const { layers } = networkOf(causalStack(LONG, kernel, doubled(HIGHEST)));
    const reaches = layers.map(({ receptiveField }) => receptiveField[0]!);
    const alone = reaches.map((reach, at) => 1 + reach - (reaches[at - 1] ?? 1));
    const fewest = (seen: readonly number[]) => 1 + seen.findIndex((reach) => reach >= steps);
    const truth = fewest(reaches);
    const dilations = doubled(truth);
    return {
      figures: { kernel, steps, dilations, reach: reaches[truth - 1]!, before: reaches[truth - 2]! },
      form: { type: 'number' },
      truth,
      wrong: [
        { answer: truth - 1, why: 'one-too-few' },
        { answer: fewest(alone), why: 'last-alone' },
        { answer: Math.ceil((steps - 1) / (kernel - 1)), why: 'without-dilation' },
        { answer: Math.ceil(steps / kernel), why: 'side-by-side' },
      ],
      document: causalStack(steps, kernel, dilations),
      ...coneOf(steps, truth),
    };
  },
};

export const questions: Questions = { reads, zeros, changes, parameters, reach, compound, needed };
