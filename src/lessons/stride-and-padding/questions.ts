import { flatIndex } from '../../base/tensor.ts';
import { type AxisWindow, outputsOf, tapsOf } from '../../model/window.ts';
import { pick, shuffled, whole } from '../draw.ts';
import type { Question, Questions } from '../question.ts';
import { lastOf, layer, readsOf, stackOf } from '../small-model.ts';

interface Slide {
  readonly filters?: number;
  readonly kernel_size: number;
  readonly strides?: number;
  readonly padding?: 'valid' | 'same';
  readonly dilation_rate?: number;
}

/** One Conv2D over rows, columns and channels. */
function slide(rows: number, cols: number, config: Slide, channels = 1) {
  const { filters = 1, ...rest } = config;
  return stackOf(
    `${rows}×${cols}×${channels}, Conv2D`,
    [rows, cols, channels],
    [layer('Conv2D', { filters, ...rest })],
  );
}

/** The window of a document's last layer along its rows. */
function windowOf(document: unknown): AxisWindow {
  const { definition, config, inputShapes } = lastOf(document);
  return definition.windows!(config, inputShapes)[0]!;
}

const origin = { layer: 'conv2d', index: [0, 0, 0] };

const range = (length: number) => Array.from({ length }, (_, at) => at);

/** Rows and columns of a map without padding. */
const valid: Question = {
  misconceptions: ['output-size-floors'],
  make(random) {
    const [rows, cols] = [whole(random, 8, 16), whole(random, 17, 28)];
    const kernel = whole(random, 2, 6);
    const document = slide(rows, cols, { kernel_size: kernel });
    return {
      figures: { rows, cols, kernel, lost: kernel - 1 },
      form: { type: 'shape', rank: 2 },
      truth: lastOf(document).outputShape.slice(0, 2),
      wrong: [
        { answer: [rows, cols], why: 'kept' },
        { answer: [rows - kernel, cols - kernel], why: 'start-forgotten' },
        { answer: [Math.floor(rows / kernel), Math.floor(cols / kernel)], why: 'side-by-side' },
      ],
      document,
      focus: origin,
    };
  },
};

/** A window that would not end at the edge. */
const stride: Question = {
  misconceptions: ['output-size-floors'],
  make(random) {
    for (;;) {
      const size = whole(random, 11, 32);
      const kernel = whole(random, 2, 5);
      const strides = whole(random, 2, 4);
      if ((size - kernel) % strides === 0) continue;
      const document = slide(size, size, { kernel_size: kernel, strides });
      const truth = windowOf(document).output;
      return {
        figures: { size, kernel, strides, way: size - kernel, last: (truth - 1) * strides },
        form: { type: 'number' },
        truth,
        wrong: [
          { answer: truth + 1, why: 'hangs-over' },
          { answer: truth - 1, why: 'start-forgotten' },
          { answer: size - kernel + 1, why: 'no-stride' },
          { answer: Math.floor(size / kernel), why: 'side-by-side' },
        ],
        document,
        focus: { layer: 'conv2d', index: [truth - 1, truth - 1, 0] },
      };
    }
  },
};

/** Columns that no window reads. */
const unread: Question = {
  misconceptions: ['output-size-floors'],
  make(random) {
    for (;;) {
      const size = whole(random, 7, 10);
      const kernel = whole(random, 2, 3);
      const strides = whole(random, 2, 3);
      const document = slide(size, size, { kernel_size: kernel, strides });
      const window = windowOf(document);
      const truth = range(size).filter((cell) => outputsOf(window, cell).length === 0);
      if (truth.length === 0) continue;
      const inside = (output: number) =>
        tapsOf(window, output).flatMap(({ cell, inside }) => (inside ? [cell] : []));
      const last = inside(window.output - 1).at(-1)!;
      const starts = range(window.output).map((output) => inside(output)[0]!);
      const wrong = [
        { answer: inside(window.output), why: 'hangs-over' },
        { answer: truth.filter((cell) => cell > last), why: 'gaps-forgotten' },
        { answer: truth.filter((cell) => cell < last), why: 'end-forgotten' },
        { answer: range(size).filter((cell) => !starts.includes(cell)), why: 'starts-only' },
      ];
      return {
        figures: { size, kernel, strides, places: window.output, starts, end: last },
        form: { type: 'cells', rows: 1, columns: size, values: range(size).map(String) },
        truth,
        wrong: wrong.filter(({ answer }) => answer.length > 0),
        document,
        focus: { layer: 'conv2d', index: [0, window.output - 1, 0] },
      };
    }
  },
};

/** The shape of a map with `same` padding. */
const same: Question = {
  misconceptions: ['output-size-floors', 'channels-out'],
  make(random) {
    for (;;) {
      const [rows, cols] = [whole(random, 9, 32), whole(random, 9, 32)];
      const strides = whole(random, 2, 3);
      if (rows % strides === 0 || cols % strides === 0 || rows === cols) continue;
      const kernel_size = pick(random, [3, 5]);
      const channels = whole(random, 2, 3);
      const filters = pick(random, [4, 6, 8]);
      const config = { filters, kernel_size, strides, padding: 'same' } as const;
      const document = slide(rows, cols, config, channels);
      return {
        figures: { rows, cols, channels, strides, kernel: kernel_size, filters },
        form: { type: 'shape', rank: 3 },
        truth: lastOf(document).outputShape,
        wrong: [
          { answer: [rows, cols, filters], why: 'kept' },
          { answer: [Math.floor(rows / strides), Math.floor(cols / strides), filters], why: 'floored' },
          {
            answer: lastOf(slide(rows, cols, { ...config, padding: 'valid' }, channels)).outputShape,
            why: 'valid',
          },
          {
            answer: [...lastOf(document).outputShape.slice(0, 2), filters * channels],
            why: 'channels-times',
          },
        ],
        document,
        focus: origin,
      };
    }
  },
};

/** On which side the odd column of zeros stands. */
const odd: Question = {
  misconceptions: [],
  make(random) {
    for (;;) {
      const size = whole(random, 6, 14);
      const kernel = whole(random, 2, 6);
      const strides = whole(random, 1, 3);
      const document = slide(size, size, { kernel_size: kernel, strides, padding: 'same' });
      const { before, after, output } = windowOf(document);
      if (before === after) continue;
      return {
        figures: { size, kernel, strides, output, before, all: before + after },
        form: { type: 'number' },
        truth: after,
        wrong: [
          { answer: before, why: 'before' },
          { answer: before + after, why: 'both' },
          { answer: kernel - 1, why: 'no-stride' },
        ],
        document,
        focus: { layer: 'conv2d', index: [output - 1, output - 1, 0] },
      };
    }
  },
};

/** Which cells a dilated kernel reads. */
const dilated: Question = {
  misconceptions: ['dilation-reach'],
  make(random) {
    const size = 7;
    const dilation = whole(random, 2, 4);
    const kernel = 2;
    const [row, col] = [whole(random, 0, 6 - dilation), whole(random, 0, 6 - dilation)];
    const cells = (document: unknown, index: readonly number[]) =>
      readsOf(lastOf(document), [...index, 0]).map((cell) => flatIndex([size, size], cell));
    const document = slide(size, size, { kernel_size: kernel, dilation_rate: dilation });
    return {
      figures: { size, kernel, dilation, row, col, span: dilation + 1 },
      form: { type: 'cells', rows: size, columns: size },
      truth: cells(document, [row, col]),
      wrong: [
        { answer: cells(slide(size, size, { kernel_size: kernel }), [row, col]), why: 'side-by-side' },
        {
          answer: cells(slide(size, size, { kernel_size: dilation + 1 }), [row, col]),
          why: 'without-gaps',
        },
        ...(dilation > 2
          ? [
              {
                answer: cells(slide(size, size, { kernel_size: kernel, dilation_rate: dilation - 1 }), [
                  row,
                  col,
                ]),
                why: 'too-near',
              },
            ]
          : []),
        ...(row + dilation + 1 < size && col + dilation + 1 < size
          ? [
              {
                answer: cells(slide(size, size, { kernel_size: kernel, dilation_rate: dilation + 1 }), [
                  row,
                  col,
                ]),
                why: 'too-far',
              },
            ]
          : []),
      ],
      document,
      focus: { layer: 'conv2d', index: [row, col, 0] },
    };
  },
};

/** What stride, padding and dilation do to the number of parameters. */
const parameters: Question = {
  misconceptions: ['parameter-count', 'dilation-reach'],
  make(random) {
    const size = whole(random, 20, 32);
    const channels = whole(random, 2, 8);
    const filters = pick(random, [4, 8, 12, 16]);
    const kernel_size = whole(random, 2, 5);
    const times = whole(random, 2, 3);
    const [argument, value] = shuffled(random, [
      ['strides', times],
      ['dilation_rate', times],
      ['padding', 'same'],
    ] as const)[0]!;
    const own = (config: object) =>
      lastOf(slide(size, size, { filters, kernel_size, ...config }, channels)).params;
    const document = slide(size, size, { filters, kernel_size, [argument]: value }, channels);
    const truth = lastOf(document).params;
    const places = lastOf(document).outputShape.slice(0, 2);
    return {
      figures: {
        size,
        channels,
        filters,
        kernel: kernel_size,
        argument: `${argument}=${value === 'same' ? '"same"' : value}`,
      },
      form: { type: 'number' },
      truth,
      wrong: [
        { answer: own({ kernel_size: (kernel_size - 1) * times + 1 }), why: 'gaps-counted' },
        { answer: Math.round(truth / times), why: 'divided' },
        { answer: truth - filters, why: 'no-bias' },
        { answer: (kernel_size ** 2 + 1) * filters, why: 'flat' },
        { answer: truth * places[0]! * places[1]!, why: 'every-place' },
      ],
      document,
      focus: origin,
    };
  },
};

export const questions: Questions = { valid, stride, unread, same, odd, dilated, parameters };
