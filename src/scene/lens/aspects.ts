import { ASPECTS, type Aspect } from '../../model/aspects.ts';
import { coneOf } from '../../model/cone.ts';
import type { Focus } from '../../model/document.ts';
import type { Network, NetworkLayer } from '../../model/network.ts';
import { reachFormula } from '../cone/cone-formula.ts';
import { conePicture } from '../cone/cone-picture.ts';
import { filtersPicture, hasFilters } from '../kernel/filters.ts';
import { windowDimensions } from '../kernel/window-dimensions.ts';
import { lensContext } from './context.ts';
import { sizeFormula, weightsFormula } from './formula.ts';
import type { LensPicture, LensRequest } from './request.ts';

export interface AspectRequest extends LensRequest {
  /** What the pointer is over, of any layer. */
  readonly hover?: Focus | undefined;
}

/** The windows along which a layer's filters slide. */
function windowsOf({ definition, config, inputShapes }: NetworkLayer) {
  const windows = definition.windows?.(config, inputShapes) ?? [];
  return windows.filter(({ kernel }) => kernel > 1);
}

interface AspectScene {
  has(network: Network, layer: NetworkLayer): boolean;
  picture(request: AspectRequest): LensPicture;
}

const SCENES: Record<Aspect, AspectScene> = {
  cone: {
    has: (network, { name }) => coneOf(network, name) !== undefined,
    picture({ network, layer, index, hover, width, height }) {
      const cone = coneOf(network, layer)!;
      const focus = { layer, index };
      const { inputShape } = network;
      return {
        picture: conePicture({ cone, focus, hover, width, height, inputShape }),
        formula: reachFormula(cone),
        size: [],
        params: [],
      };
    },
  },
  filters: {
    has: (_, layer) => hasFilters(layer),
    picture: (request) => filtersPicture(lensContext(request)),
  },
  window: {
    has: (_, layer) => hasFilters(layer) && windowsOf(layer).length > 0,
    picture({ network, layer, width, height }) {
      const node = network.byName.get(layer)!;
      const windows = windowsOf(node);
      const kernel = windows[0]!.kernel;
      const params = weightsFormula(node.weights);
      return {
        picture: windowDimensions({ kernel, axes: windows.length, width, height }),
        formula: params,
        size: sizeFormula(node.definition.windows!(node.config, node.inputShapes)),
        params: [],
      };
    },
  },
};

/** The layer whose cone goes on above that of `name`. */
export function layerAbove(network: Network, name: string): string | undefined {
  return network.layers.find((layer) => {
    const levels = coneOf(network, layer.name)?.levels;
    return layer.name !== name && levels?.at(-1)?.reads.some((read) => levels[read.level]!.name === name);
  })?.name;
}

/**
 * The cell that is looked at after a move in the cone of `focus`: to another of its steps, or (up by -1) to the layer
 * above or below, at the same step. Itself at the ends; undefined where there is no cone.
 */
export function movedInCone(
  network: Network,
  focus: Focus,
  along: 'step' | 'level',
  by: number,
): Focus | undefined {
  const cone = coneOf(network, focus.layer);
  if (!cone) return undefined;
  const step = focus.index[cone.axis]!;
  if (along === 'step') {
    const size = network.byName.get(focus.layer)!.outputShape[cone.axis]!;
    const next = Math.min(size - 1, Math.max(0, step + by));
    return { layer: focus.layer, index: focus.index.with(cone.axis, next) };
  }
  const top = cone.levels.at(-1)!;
  const read = top.reads[0] && cone.levels[top.reads[0].level];
  const name = by > 0 ? read?.layer?.name : layerAbove(network, top.name);
  const other = name === undefined ? undefined : coneOf(network, name);
  if (name === undefined || !other) return focus;
  const index = network.byName
    .get(name)!
    .outputShape.map((size, axis) =>
      Math.min(size - 1, axis === other.axis ? step : (focus.index[axis] ?? 0)),
    );
  return { layer: name, index };
}

/** What else than one number the lens of a layer can show. */
export function aspectsOf(network: Network, name: string): readonly Aspect[] {
  const layer = network.byName.get(name);
  return layer ? ASPECTS.filter((aspect) => SCENES[aspect].has(network, layer)) : [];
}

/** The lens in that aspect; undefined where the layer has it not. */
export function aspectPicture(aspect: Aspect, request: AspectRequest): LensPicture | undefined {
  const layer = request.network.byName.get(request.layer);
  const scene = SCENES[aspect];
  return layer && scene.has(request.network, layer) ? scene.picture(request) : undefined;
}
