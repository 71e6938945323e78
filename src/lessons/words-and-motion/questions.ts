import { whole } from '../draw.ts';
import type { Question, Questions } from '../question.ts';
import { lastOf, layer, readsOf, stackOf, tensorOf, traceOf } from '../small-model.ts';

/** Of words that the data's vocabulary has. */
const SENTENCE = 'yesterday evening the soup was not tasty and my sister said the same'.split(' ');

/** A sentence whose words are vectors, read by a kernel. */
function sentenceModel(words: number, vector: number, filters: number, kernel_size: number) {
  return stackOf(
    `Conv1D(${filters}, ${kernel_size})`,
    [words],
    [
      layer('Embedding', { input_dim: 273, output_dim: vector }),
      layer('Conv1D', { filters, kernel_size, activation: 'relu' }),
    ],
    'sentences',
  );
}

/** How many places a kernel has on a sentence. */
const places: Question = {
  misconceptions: ['output-size-floors'],
  make(random) {
    const words = whole(random, 7, 12);
    const kernel = whole(random, 2, 4);
    const document = sentenceModel(words, 4, 3, kernel);
    const text = SENTENCE.slice(0, words).join(' ');
    return {
      figures: { sentence: text, words, kernel },
      form: { type: 'number' },
      truth: lastOf(document).outputShape[0]!,
      wrong: [
        { answer: words, why: 'one-a-word' },
        { answer: Math.floor(words / kernel), why: 'side-by-side' },
        { answer: words - kernel, why: 'first-forgotten' },
      ],
      document,
      input: { text },
      focus: { layer: 'conv1d', index: [0, 0] },
    };
  },
};

/** The shape of a Conv1D's kernel: as wide as its input has channels. */
const kernelShape: Question = {
  misconceptions: ['kernel-depth'],
  make(random) {
    const kernel = whole(random, 2, 4);
    const vector = whole(random, 5, 9);
    const filters = whole(random, 10, 16);
    const document = sentenceModel(SENTENCE.length, vector, filters, kernel);
    const { weights } = lastOf(document);
    return {
      figures: { kernel, vector, filters, words: SENTENCE.length },
      form: { type: 'shape', rank: 3 },
      truth: weights[0]!.shape,
      wrong: [
        { answer: [kernel, 1, filters], why: 'flat' },
        { answer: [kernel, kernel, filters], why: 'square' },
        { answer: [kernel, filters, vector], why: 'swapped' },
        { answer: [SENTENCE.length, vector, filters], why: 'whole-sentence' },
      ],
      document,
      input: { text: SENTENCE.join(' ') },
      focus: { layer: 'conv1d', index: [0, 0] },
    };
  },
};

const STEPS = 24;
const KERNEL = [1, 2, 1];

/** A rise and fall of three steps, found by a kernel and pooled over all steps. */
const gestureModel = stackOf(
  'Conv1D(1, 3), GlobalMaxPooling1D',
  [STEPS, 1],
  [layer('Conv1D', { filters: 1, kernel_size: 3, use_bias: false }), layer('GlobalMaxPooling1D')],
);

const gestureWeights = { conv1d: [{ shape: [3, 1, 1], data: KERNEL }] };

function gestureAt(start: number, gesture: readonly number[]) {
  return tensorOf(
    [STEPS, 1],
    Array.from({ length: STEPS }, (_, step) => gesture[step - start] ?? 0),
  );
}

/** The map of the gesture's kernel: its largest number and the step at which it stands; and the pooled number. */
function found(start: number, gesture: readonly number[]) {
  const { layers } = traceOf(gestureModel, gestureAt(start, gesture), gestureWeights);
  const map = [...layers.get('conv1d')!.output.data];
  const largest = Math.max(...map);
  return { largest, step: map.indexOf(largest), pooled: layers.get('global_max_pooling1d')!.output.data[0]! };
}

/** A gesture, when it comes, and when it comes instead. The middle one of its steps is the largest. */
function drawn(random: Parameters<Question['make']>[0]) {
  const gesture = [whole(random, 1, 3), whole(random, 4, 8), whole(random, 1, 3)];
  const start = whole(random, 1, 6);
  const later = start + whole(random, 4, 14);
  return { gesture, start, later, before: found(start, gesture), after: found(later, gesture) };
}

/** The map moves with the gesture. */
const moved: Question = {
  misconceptions: ['position-in-time'],
  make(random) {
    const { gesture, start, later, before, after } = drawn(random);
    const { largest } = before;
    return {
      figures: { gesture, kernel: KERNEL, steps: STEPS, start, later, step: before.step, largest },
      form: { type: 'number' },
      truth: after.step,
      wrong: [
        { answer: before.step, why: 'stays' },
        { answer: later - start, why: 'distance' },
        { answer: later + gesture.length - 1, why: 'end-of-window' },
      ],
      document: gestureModel,
      weights: gestureWeights,
      input: { tensor: gestureAt(later, gesture) },
      focus: { layer: 'conv1d', index: [after.step, 0] },
    };
  },
};

/** The maximum over all steps does not. */
const pooled: Question = {
  misconceptions: ['position-in-time'],
  make(random) {
    const { gesture, start, later, before, after } = drawn(random);
    return {
      figures: { gesture, steps: STEPS, start, later, before: before.pooled },
      form: { type: 'number' },
      truth: after.pooled,
      wrong: [
        { answer: 0, why: 'gone' },
        { answer: later, why: 'place' },
        { answer: before.pooled + later - start, why: 'added' },
        { answer: Math.max(...gesture), why: 'of-input' },
      ],
      document: gestureModel,
      weights: gestureWeights,
      input: { tensor: gestureAt(later, gesture) },
      focus: { layer: 'global_max_pooling1d', index: [0] },
    };
  },
};

/** How many products one output number of a movement adds up. */
const products: Question = {
  misconceptions: ['kernel-depth'],
  make(random) {
    const kernel = whole(random, 3, 9);
    const filters = 4 * whole(random, 1, 4);
    const [steps, channels] = [128, 9];
    const document = stackOf(
      `Conv1D(${filters}, ${kernel})`,
      [steps, channels],
      [layer('Conv1D', { filters, kernel_size: kernel, activation: 'relu' })],
      'activity',
    );
    return {
      figures: { steps, channels, kernel, filters },
      form: { type: 'number' },
      truth: readsOf(lastOf(document), [0, 0]).length,
      wrong: [
        { answer: kernel, why: 'flat' },
        { answer: kernel + channels, why: 'sum' },
        { answer: kernel * channels * filters, why: 'all-filters' },
        { answer: steps * channels, why: 'whole-window' },
      ],
      document,
      focus: { layer: 'conv1d', index: [60, 0] },
    };
  },
};

export const questions: Questions = { places, kernelShape, moved, pooled, products };
