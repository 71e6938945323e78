import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { createRandom } from '../../src/base/random.ts';
import { sizeOf, type Tensor } from '../../src/base/tensor.ts';
import { readArchive } from '../../src/formats/archive/read-archive.ts';
import { writeArchive } from '../../src/formats/archive/write-archive.ts';
import type { ModelDocument } from '../../src/model/document.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { type Network, resolve } from '../../src/model/network.ts';
import type { Weights } from '../../src/model/trace.ts';
import { anyDocument } from '../../tests/arbitraries/any-document.ts';
import { wirings } from '../../tests/arbitraries/wirings.ts';
import { openEngine } from '../node-engine.ts';
import type { KerasCheck } from './check.ts';
import { runPython } from './python.ts';

const RANDOM_DOCUMENTS = 100;
const RANDOM_WIRINGS = 50;

/** How far the output of a layer of Keras's may be off, of its largest number or of 1. */
const OFF = 1e-4;

/** A folder that is gone afterwards. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kernelscope-archives-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whole numbers where the first layer looks them up. */
function inputFor(network: Network, seed: number): Tensor {
  const random = createRandom(seed, 'input');
  const looksUp = network.layers.some(({ definition }) => definition.operation === 'lookup');
  const draw = () => (looksUp ? Math.floor(random.uniform(0, 2)) : random.normal());
  return {
    shape: network.inputShape,
    data: Float32Array.from({ length: sizeOf(network.inputShape) }, draw),
  };
}

/** Fresh weights, moved so that biases and statistics too differ from one another. */
function drawnWeights(network: Network, seed: number): Weights {
  const random = createRandom(seed, 'weights');
  const moved = (value: number) => value + random.uniform(0.02, 0.2);
  return new Map(
    [...initialWeights(network, seed)].map(([layer, tensors]) => [
      layer,
      tensors.map((tensor) => ({ ...tensor, data: tensor.data.map(moved) })),
    ]),
  );
}

/** A batch of the size that the document fixes, else of one: the same row over and over. */
function batchOf({ shape, data }: Tensor, { model }: ModelDocument) {
  const rows = model.batch_size ?? 1;
  return { shape: [rows, ...shape], data: Array.from({ length: rows }, () => [...data]).flat() };
}

/** What is written here is loaded by Keras, and predicts the same there. */
export const archivesOut: KerasCheck = {
  name: 'Archives written here predict the same in Keras',
  run: (python) =>
    inFolder(async (folder) => {
      const documents = [
        ...Array.from({ length: RANDOM_DOCUMENTS }, (_, at) => anyDocument(at + 1)),
        ...fc.sample(wirings, { seed: 4, numRuns: RANDOM_WIRINGS }).map((json) => admit(json).document),
      ];
      const cases = [];
      for (const [at, document] of documents.entries()) {
        const network = resolve(document);
        const weights = drawnWeights(network, at);
        const input = inputFor(network, at);
        const trace = forward(network, weights, input);
        const path = join(folder, `${at}.keras`);
        writeFileSync(path, await writeArchive(document, weights));
        const outputs = network.outputs.map((name) => batchOf(trace.layers.get(name)!.output, document));
        cases.push({ name: `${at} ${document.title}`, path, input: batchOf(input, document), outputs });
      }
      const answers = (await runPython(python, 'check_archives.py', cases)) as {
        readonly name: string;
        readonly fault: string | null;
      }[];
      const faults = answers.flatMap(({ name, fault }) => (fault === null ? [] : [`${name}: ${fault}`]));
      return { checked: answers.length, faults };
    }),
};

/** A model that Keras saved, with the shapes of its input and its layers' outputs. */
interface Saved {
  readonly name: string;
  readonly input: readonly number[];
  readonly layers: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    /** Which of the model's outputs it is. */
    readonly output: number | null;
  }[];
}

/** Tensors of these shapes, one after the other in a file of 32-bit floats. */
function tensorsIn(file: string, shapes: readonly (readonly number[])[]): Tensor[] {
  const bytes = new Uint8Array(readFileSync(file));
  const numbers = new Float32Array(bytes.buffer);
  let at = 0;
  return shapes.map((shape) => {
    const data = numbers.slice(at, at + sizeOf(shape));
    at += data.length;
    return { shape, data };
  });
}

/** How far an output is off, of the largest number that is wanted, or of 1. */
function offBy(output: Tensor | undefined, wanted: Tensor): number {
  if (!output || String(output.shape) !== String(wanted.shape)) return Number.POSITIVE_INFINITY;
  let most = 0;
  let scale = 1;
  for (const [at, value] of wanted.data.entries()) {
    most = Math.max(most, Math.abs(value - output.data[at]!));
    scale = Math.max(scale, Math.abs(value));
  }
  return most / scale;
}

type Session = Awaited<ReturnType<typeof openEngine>>['session'];

async function faultsOf({ name, input, layers }: Saved, folder: string, session: Session): Promise<string[]> {
  const archive = new Uint8Array(readFileSync(join(folder, `${name}.keras`)));
  const { document, weights } = await readArchive(archive);
  const shapes = [input, ...layers.map(({ shape }) => shape)];
  const [probe, ...wanted] = tensorsIn(join(folder, `${name}.bin`), shapes);
  const { outputs } = resolve(document);
  const { trace } = await session.build({ document, probe: probe!, weights, runId: 1, step: 0 });
  return layers.flatMap((layer, place) => {
    const own = layer.output === null ? layer.name : outputs[layer.output]!;
    const off = offBy(trace.layers.get(own)?.output, wanted[place]!);
    return off <= OFF ? [] : [`${name}: ${layer.name} is off by ${off.toPrecision(2)}`];
  });
}

/** What Keras saved opens, MobileNetV2 too, and every layer's output is Keras's. */
export const archivesIn: KerasCheck = {
  name: 'Archives saved by Keras compute the same here',
  run: (python) =>
    inFolder(async (folder) => {
      const saved = (await runPython(python, 'save_archives.py', folder)) as Saved[];
      const engine = await openEngine(() => {});
      const faults: string[] = [];
      try {
        await engine.session.setBackend('cpu');
        for (const one of saved) {
          const found = await faultsOf(one, folder, engine.session).catch((error: unknown) => [
            `${one.name}: ${error instanceof Error ? error.message : error}`,
          ]);
          faults.push(...found);
        }
      } finally {
        await engine.close();
      }
      return { checked: saved.length, faults };
    }),
};
