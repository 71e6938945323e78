import type { Shape } from '../base/tensor.ts';
import type { Aspect } from '../model/aspects.ts';
import { channelAxisOf } from '../model/channel-axis.ts';
import type { Focus } from '../model/document.ts';
import { INPUT_NAME, type Network } from '../model/network.ts';
import { cellAtStep, isStepOf, stepCount, stepOfCell, stepsBehind } from '../model/playback.ts';
import { timeRunsAcross } from '../scene/stage/time-direction.ts';
import { viewOfShape } from '../scene/view-of-shape.ts';
import type { Stores } from '../stores/stores.ts';
import { sameFocus } from '../stores/view.ts';

export function shapeOf(network: Network, layer: string): Shape | undefined {
  return layer === INPUT_NAME ? network.inputShape : network.byName.get(layer)?.outputShape;
}

function isCell(network: Network, { layer, index, step }: Focus): boolean {
  const shape = shapeOf(network, layer);
  if (!isStepOf(network.byName.get(layer), step)) return false;
  return shape?.length === index.length && index.every((at, axis) => at >= 0 && at < shape[axis]!);
}

function firstCell(network: Network, layer: string): Focus {
  return { layer, index: (shapeOf(network, layer) ?? []).map(() => 0) };
}

/** The cell that keys and playback move: the last why, else the chosen cell, else the first with a window. */
export function pinned(stores: Stores): Focus {
  const { trail, cell, open } = stores.view.getState();
  const { network } = stores.document.getState();
  const known = trail.at(-1) ?? cell;
  if (known && isCell(network, known) && (open === undefined || open === known.layer)) return known;
  const sliding = network.layers.find((layer) => layer.definition.windows?.(layer.config, layer.inputShapes));
  return firstCell(network, open ?? sliding?.name ?? network.output);
}

export function pin(stores: Stores, focus: Focus): void {
  const { trail } = stores.view.getState();
  if (trail.length > 0) stores.view.setState({ trail: [...trail.slice(0, -1), focus] });
  else stores.view.setState({ cell: focus });
}

export function hover(stores: Stores, focus: Focus | undefined): void {
  if (!sameFocus(stores.view.getState().hover, focus)) stores.view.setState({ hover: focus });
}

export function openLens(stores: Stores, layer: string, index?: readonly number[]): void {
  const { network } = stores.document.getState();
  if (!network.byName.has(layer)) return;
  const { cell } = stores.view.getState();
  const kept = cell?.layer === layer && isCell(network, cell) ? cell : firstCell(network, layer);
  stores.view.setState({ open: layer, trail: [], hover: undefined, cell: index ? { layer, index } : kept });
}

/** Opens the lens of one number that was asked about, at rest so that it can be read. */
export function askWhy(stores: Stores, { layer, index }: Focus): void {
  stores.view.setState({ playing: false });
  openLens(stores, layer, index);
}

export function closeLens(stores: Stores): void {
  stores.view.setState({ open: undefined, aspect: undefined, trail: [], hover: undefined });
}

/** Opens the why of a term of the cell in the lens: one layer further back. A pixel has none. */
export function why(stores: Stores, focus: Focus): void {
  const { network } = stores.document.getState();
  const { open, trail } = stores.view.getState();
  if (focus.layer === INPUT_NAME || !isCell(network, focus)) return;
  if (open === undefined) {
    openLens(stores, focus.layer, focus.index);
    return;
  }
  const cell = trail.length === 0 ? pinned(stores) : stores.view.getState().cell;
  stores.view.setState({
    open: focus.layer,
    hover: undefined,
    playing: false,
    cell,
    trail: [...trail, focus],
  });
}

/** Back to the why at `depth` of the trail; 0 is the cell that it began with. */
export function backTo(stores: Stores, depth: number): void {
  const { trail, cell } = stores.view.getState();
  const kept = trail.slice(0, depth);
  const last = kept.at(-1) ?? cell;
  stores.view.setState({ trail: kept, open: last?.layer, hover: undefined });
}

/** One why back, else back to the whole network. False where there is nothing to go back from. */
export function goBack(stores: Stores): boolean {
  const { open, trail } = stores.view.getState();
  if (open === undefined) return false;
  if (trail.length > 0) backTo(stores, trail.length - 1);
  else closeLens(stores);
  return true;
}

/** How many steps the playhead takes over a layer, and in which of them a cell is. */
export function walkOf(network: Network, { layer, index, step }: Focus): { count: number; at: number } {
  const node = network.byName.get(layer);
  const behind = node && stepsBehind(node);
  if (behind !== undefined) return { count: behind, at: Math.min(behind - 1, step ?? behind - 1) };
  const shape = shapeOf(network, layer)!;
  const axis = channelAxisOf(network, layer);
  return { count: stepCount(shape, axis), at: stepOfCell(shape, index, axis) };
}

/** The cell that the playhead is on in a step: of the same channel, or of the same unit. */
function walkedTo(network: Network, { layer, index }: Focus, step: number): Focus {
  const node = network.byName.get(layer);
  if (node && stepsBehind(node) !== undefined) return { layer, index, step };
  const axis = channelAxisOf(network, layer);
  return { layer, index: cellAtStep(shapeOf(network, layer)!, index[axis] ?? 0, step, axis) };
}

/** Moves the pinned cell by steps of the playhead, around the ends of its map. */
export function stepBy(stores: Stores, steps: number): void {
  const { network } = stores.document.getState();
  const focus = pinned(stores);
  const { count, at } = walkOf(network, focus);
  pin(stores, walkedTo(network, focus, (((at + steps) % count) + count) % count));
}

/** Moves the pinned cell to a step of the playhead; counted from the end where it is negative. */
export function stepTo(stores: Stores, step: number): void {
  const { network } = stores.document.getState();
  const focus = pinned(stores);
  const { count } = walkOf(network, focus);
  pin(stores, walkedTo(network, focus, Math.min(count - 1, Math.max(0, step < 0 ? count + step : step))));
}

/** Moves the pinned cell along an axis, held at the edges. */
function moveAxis(stores: Stores, axis: number, by: number): void {
  const { layer, index, step } = pinned(stores);
  const shape = shapeOf(stores.document.getState().network, layer)!;
  if (axis < 0 || axis >= shape.length) return;
  const position = Math.min(shape[axis]! - 1, Math.max(0, index[axis]! + by));
  const moved = index.map((old, i) => (i === axis ? position : old));
  pin(stores, { layer, index: moved, ...(step !== undefined && { step }) });
}

/** Moves the pinned cell to another slice of a volume: along the axis that its maps show one place of. */
export function moveSlice(stores: Stores, by: number): void {
  const { layer } = pinned(stores);
  const { network } = stores.document.getState();
  const shape = shapeOf(network, layer)!;
  const axis = shape.length < 4 ? undefined : viewOfShape(shape, channelAxisOf(network, layer)).sliced.at(-1);
  if (axis !== undefined) moveAxis(stores, axis, by);
}

/** Shows the open lens in another aspect, or how one number comes about again. */
export function toggleAspect(stores: Stores, aspect: Aspect): void {
  const { open, aspect: now } = stores.view.getState();
  if (open !== undefined)
    stores.view.setState({ aspect: now === aspect ? undefined : aspect, hover: undefined });
}

/** Moves the playhead by steps, held at the first and the last. */
function moveStep(stores: Stores, by: number): void {
  const { count, at } = walkOf(stores.document.getState().network, pinned(stores));
  stepTo(stores, Math.min(count - 1, Math.max(0, at + by)));
}

/**
 * Moves the pinned cell down or across its map; in a recurrent layer that gives only its last step, across the
 * steps; other units are one line in both directions.
 */
export function moveAlong(stores: Stores, direction: 'down' | 'across', by: number): void {
  const { layer } = pinned(stores);
  const { network } = stores.document.getState();
  const shape = shapeOf(network, layer)!;
  const node = network.byName.get(layer);
  if (direction === 'across' && node && stepsBehind(node) !== undefined) moveStep(stores, by);
  else if (shape.length < 2) moveAxis(stores, 0, by);
  else {
    const channelAxis = channelAxisOf(network, layer);
    const turned = shape.length === 2 && timeRunsAcross(network, shape[1 - channelAxis]!);
    moveAxis(stores, viewOfShape(shape, channelAxis, turned)[direction], by);
  }
}

/** Moves the pinned cell to another channel; units are channels of one cell. */
export function moveChannel(stores: Stores, by: number): void {
  const { layer } = pinned(stores);
  moveAxis(stores, channelAxisOf(stores.document.getState().network, layer), by);
}
