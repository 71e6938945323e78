import { expect, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { sizeOf } from '../../src/base/tensor.ts';
import { forward } from '../../src/model/forward.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { LAYER_KINDS } from '../../src/model/layers/kinds.ts';
import { INPUT_NAME, type Network, resolve } from '../../src/model/network.ts';
import { targetAt } from '../../src/scene/hit.ts';
import { lensPicture } from '../../src/scene/lens/lens.ts';
import type { Mark, Target } from '../../src/scene/marks.ts';
import { layoutStage } from '../../src/scene/stage/layout.ts';
import { stageOverlay } from '../../src/scene/stage/overlay.ts';
import { stagePicture } from '../../src/scene/stage/picture.ts';
import { anyDocument } from '../arbitraries/any-document.ts';

const DOCUMENTS = 120;

function shapeOf(network: Network, layer: string): readonly number[] | undefined {
  return layer === INPUT_NAME ? network.inputShape : network.byName.get(layer)?.outputShape;
}

/** What a target that is no cell of the network says; nothing where all is well. */
function faultOf(network: Network, target: Target | undefined): string | undefined {
  if (target?.type === 'weight') {
    const spec = network.byName.get(target.layer)?.weights.find(({ name }) => name === target.weight);
    const there = spec && target.index.every((at, axis) => at >= 0 && at < spec.shape[axis]!);
    return there && spec.shape.length === target.index.length ? undefined : JSON.stringify(target);
  }
  // A state is read by a name of its own.
  if (target?.type !== 'cell' || target.layer.includes('/')) return undefined;
  const shape = shapeOf(network, target.layer);
  const there = target.index.every((at, axis) => Number.isInteger(at) && at >= 0 && at < shape![axis]!);
  return shape?.length === target.index.length && there ? undefined : JSON.stringify(target);
}

function isDrawn(mark: Mark): boolean {
  const numbers = mark.type === 'path' ? [] : [mark.x, mark.y];
  return numbers.every(Number.isFinite);
}

/** Everything that the page draws of a network, for a few of its cells; what is wrong with it. */
function drawnFaults(seed: number): string[] {
  const document = anyDocument(seed);
  const network = resolve(document);
  const random = createRandom(seed, 'cells');
  const data = Float32Array.from({ length: sizeOf(network.inputShape) }, () => random.uniform(0, 1));
  const weights = initialWeights(network, seed);
  const trace = forward(network, weights, { shape: network.inputShape, data });
  const cellOf = (shape: readonly number[]) => shape.map((size) => Math.floor(random.uniform() * size));
  const faults: (string | undefined)[] = [];
  const check = (marks: readonly Mark[], what: string) => {
    for (const mark of marks) {
      faults.push(faultOf(network, mark.target));
      if (!isDrawn(mark)) faults.push(`${what}: ${JSON.stringify({ ...mark, values: undefined })}`);
    }
  };
  const names = [INPUT_NAME, ...network.layers.map(({ name }) => name)];
  for (const direction of ['row', 'column'] as const) {
    const size = direction === 'row' ? { width: 1080, height: 480 } : { width: 390, height: 480 };
    const looked = { layer: names.at(-1)!, index: cellOf(shapeOf(network, names.at(-1)!)!) };
    const layout = layoutStage(network, { ...size, direction, looked });
    const picture = stagePicture(layout, network, trace, weights);
    check(picture.marks, 'stage');
    for (const band of layout.bands) {
      const { rect } = band.maps[0] ?? band.units!;
      // Between cells with numbers there are hairlines, which are nobody's.
      const targets = [0.31, 0.37, 0.44].map((share) =>
        targetAt(picture, rect.x + rect.width * share, rect.y + rect.height * share),
      );
      if (targets.every((target) => target === undefined)) faults.push(`${band.name}: nothing to choose`);
      faults.push(...targets.map((target) => faultOf(network, target)));
    }
    for (const name of names) {
      const index = cellOf(shapeOf(network, name)!);
      check(stageOverlay(layout, network, trace, { layer: name, index }).marks, `overlay of ${name}`);
    }
  }
  for (const { name, outputShape } of network.layers) {
    const index = cellOf(outputShape);
    const open = layoutStage(network, {
      width: 1280,
      height: 600,
      direction: 'row',
      open: name,
      channel: index.at(-1)!,
    });
    check(stagePicture(open, network, trace, weights).marks, `open ${name}`);
    check(stageOverlay(open, network, trace, { layer: name, index }).marks, `overlay of open ${name}`);
    for (const [width, height] of [
      [720, 400],
      [350, 520],
    ] as const) {
      const lens = lensPicture({ network, trace, weights, layer: name, index, width, height });
      check(lens.picture.marks, `lens of ${name}`);
      const parts = [...lens.formula, ...lens.size, ...lens.params];
      faults.push(...parts.map((part) => faultOf(network, part.target)));
      const said = parts.map((part) => part.text).join('');
      if (/undefined|\[object/.test(said)) faults.push(`formula of ${name}: ${said}`);
    }
  }
  return faults.filter((fault) => fault !== undefined).map((fault) => `${seed}: ${fault}`);
}

test('every network that the gate takes is drawn: stage, overlays and lenses, and each target is there', () => {
  const faults = Array.from({ length: DOCUMENTS }, (_, at) => at + 1).flatMap((seed) => {
    try {
      return drawnFaults(seed);
    } catch (error) {
      return [`${seed}: ${error instanceof Error ? error.stack : error}`];
    }
  });
  expect(faults).toEqual([]);
}, 120_000);

test('each kind of layer comes up', () => {
  const missing = new Set<string>(LAYER_KINDS);
  for (let seed = 1; seed <= 400 && missing.size > 0; seed++) {
    for (const { class_name } of anyDocument(seed).model.layers) missing.delete(class_name);
  }
  expect([...missing]).toEqual([]);
});
