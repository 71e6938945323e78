import type { Shape } from '../../base/tensor.ts';
import type { CustomDataset } from '../datasets/custom.ts';
import { datasetMisfit } from '../datasets/fit.ts';
import type { ModelDocument } from '../document.ts';
import { admit } from '../gate.ts';
import { minimise } from '../normalise.ts';
import { completeForTraining } from './complete-for-training.ts';

const layer = (class_name: string, config: object = {}) => ({ class_name, config });

/** Steps from which on a sequence is long enough for two convolutions with a pool between them. */
const SEVERAL_STEPS = 16;
/** Steps of a sequence that is first looked at from afar: samples of a sound. */
const MANY_STEPS = 2000;

/** A small network for samples of this shape, without its last layer. */
function bodyFor(shape: Shape): object[] {
  const [size = 1] = shape;
  if (shape.length === 2 && size >= SEVERAL_STEPS) {
    const afar =
      size > MANY_STEPS
        ? [layer('Conv1D', { filters: 16, kernel_size: 31, strides: 8, activation: 'relu' })]
        : [];
    return [
      ...afar,
      layer('Conv1D', { filters: 16, kernel_size: 5, activation: 'relu' }),
      layer('MaxPooling1D'),
      layer('Conv1D', { filters: 32, kernel_size: 3, activation: 'relu' }),
      layer('GlobalAveragePooling1D'),
    ];
  }
  if (shape.length === 2 && size >= 3) {
    const convolution = { filters: 32, kernel_size: 3, padding: 'causal', activation: 'relu' };
    return [layer('Conv1D', convolution), layer('Flatten')];
  }
  if (shape.length === 3 && size >= 8 && shape[1]! >= 8) {
    return [
      layer('Conv2D', { filters: 8, kernel_size: 3, activation: 'relu' }),
      layer('MaxPooling2D'),
      layer('Conv2D', { filters: 16, kernel_size: 3, activation: 'relu', padding: 'same' }),
      layer('Flatten'),
    ];
  }
  const flat = shape.length > 1 ? [layer('Flatten')] : [];
  return [...flat, layer('Dense', { units: 32, activation: 'relu' })];
}

interface Short {
  readonly model: { readonly layers: readonly { readonly class_name: string; readonly inputs?: unknown }[] };
  readonly view?: unknown;
}

function trying(json: unknown): ReturnType<typeof admit> | undefined {
  try {
    return admit(json);
  } catch {
    return undefined;
  }
}

/** The document where it can be trained on its data, in its short form. */
function fitting(json: unknown): unknown {
  const admitted = trying(json);
  if (!admitted?.document.compile) return undefined;
  return datasetMisfit(admitted.document, admitted.network) ? undefined : minimise(admitted.document);
}

/**
 * A document that can be trained on the data: the one in hand where it fits them; its layers with another input and
 * another last layer where that fits; else a small network for samples of that shape. In its short form, for the gate.
 */
export function modelForData(document: ModelDocument, dataset: CustomDataset): unknown {
  const { view: _, ...short } = minimise(document) as Short;
  const same = fitting({ ...short, dataset });
  if (same) return same;
  const { layers } = short.model;
  const title = dataset.file.replace(/\.[^.]+$/, '') || dataset.file;
  const around = { kernelscope: 1, title, seed: document.seed, dataset };
  const inRow = layers.every(({ inputs }) => inputs === undefined);
  const sameAxes = document.model.input_shape.length === dataset.shape.length;
  const bodies = [
    ...(inRow && sameAxes && layers.length > 1 && layers.at(-1)!.class_name === 'Dense'
      ? [layers.slice(0, -1)]
      : []),
    bodyFor(dataset.shape),
    [layer('Flatten')],
  ];
  for (const body of bodies) {
    const model = { input_shape: [...dataset.shape], layers: body };
    const admitted = trying({ ...around, model });
    const found = admitted && fitting({ ...(completeForTraining(admitted.document) as object), fit: FIT });
    if (found) return found;
  }
  return { ...around, model: { input_shape: [...dataset.shape], layers: [layer('Flatten')] } };
}

const FIT = { epochs: 20, batch_size: 32 };
