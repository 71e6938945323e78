import { channelAxisOf } from '../../model/channel-axis.ts';
import { datasetOf } from '../../model/datasets/registry.ts';
import { classesOf } from '../../model/datasets/target.ts';
import type { Focus } from '../../model/document.ts';
import type { Network } from '../../model/network.ts';
import type { Trace } from '../../model/trace.ts';
import { createCanvasPainter } from '../../paint/canvas.ts';
import { targetAt } from '../../scene/hit.ts';
import type { LensPicture, LensRequest } from '../../scene/lens/request.ts';
import type { Picture, Target } from '../../scene/marks.ts';
import type { StageLayout } from '../../scene/stage/bands.ts';
import { blendLayouts } from '../../scene/stage/blend.ts';
import { layoutStage } from '../../scene/stage/layout.ts';
import { stageOverlay } from '../../scene/stage/overlay.ts';
import { stagePicture } from '../../scene/stage/picture.ts';
import { viewOfShape } from '../../scene/view-of-shape.ts';
import type { Stores } from '../../stores/stores.ts';
import { focusOf } from '../../stores/view.ts';
import { spokenDataset } from '../../text/names.ts';
import { aspectScenes } from '../aspects/load-aspects.ts';
import { framePart } from '../frame-loop.ts';
import { MOVE_MS } from '../glide.ts';
import { comparedIn, lensRequest } from '../lens/lens-request.ts';
import { awaitSomebody, type LensPictures, lensPictures } from '../lens/pictures.ts';
import { listenToWeights } from '../lens/weight-drag.ts';
import type { WeightEditor } from '../lens/weight-editor.ts';
import { lookNow, onTheme, printing, reducedMotion } from '../theme.ts';
import { pinned } from '../view-actions.ts';
import { listenToPointer, type Place } from './pointer.ts';
import { channelNames, knownOf, stepWords } from './said-of-probe.ts';

export interface StageElements {
  /** Scrolls; its size is the viewport. */
  readonly viewport: HTMLElement;
  /** As large as the layout; holds the canvases and the headers. */
  readonly sheet: HTMLElement;
  readonly base: HTMLCanvasElement;
  readonly overlay: HTMLCanvasElement;
  readonly lens: HTMLCanvasElement;
  /** A button a layer, marked `data-layer`, in an element that is put in its place. */
  readonly headers: HTMLElement;
}

export interface StageView {
  /** The headers were rendered anew, or the viewport's place on the page changed. */
  update(): void;
  destroy(): void;
}

/** Below this width the network runs from top to bottom. */
const PHONE = 560;
const PHONE_HEIGHT = 480;
/** Of the network on a landscape page, as in print.css. */
const PAPER = { width: 1040, height: 420 } as const;

interface Move {
  readonly from: StageLayout;
  readonly start: number;
}

/** Says to measurements when maps were painted: the first of all, and the last. Older marks go, or they would pile up. */
function markPainted(first: boolean): void {
  if (first) performance.mark('kernelscope:first-maps');
  performance.clearMarks('kernelscope:redrawn');
  performance.mark('kernelscope:redrawn');
}

/** Where a cell's maps are sliced, as a text; undefined where they show all. */
function slicesAt(network: Network, { layer, index }: Focus): string | undefined {
  if (index.length < 4) return undefined;
  const { sliced } = viewOfShape(index, channelAxisOf(network, layer));
  return `${layer} ${sliced.map((axis) => index[axis])}`;
}

const ease = (t: number) => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/**
 * The network's canvases. What is dirty is painted in the next frame: a hover repaints the overlay (and the lens
 * where its cell changed), a trace the base too, an opened layer moves everything.
 */
export function createStageView(
  elements: StageElements,
  stores: Stores,
  onLens: (lens: LensPicture | undefined, focus: Focus) => void,
  editor: WeightEditor | undefined,
): StageView {
  const { viewport, sheet, base, overlay, lens } = elements;
  const painters = {
    base: createCanvasPainter(base),
    overlay: createCanvasPainter(overlay),
    lens: createCanvasPainter(lens),
  };
  let layout: StageLayout | undefined;
  let goal: StageLayout | undefined;
  let goalKey: readonly unknown[] = [];
  let move: Move | undefined;
  let basePicture: Picture | undefined;
  let paintedTrace: Trace | undefined;
  let lensNow: LensPicture | undefined;
  let resized = true;
  let dirtyBase = true;

  const part = framePart((now) => {
    const moving = arrange(now);
    paint();
    return moving;
  });
  // A part of its own: where base and lens are both to be painted for the first time, each gets a frame.
  const lensPart = framePart(() => {
    paintLens();
    return false;
  });
  /** Its pictures have been loaded: its height may follow from them. */
  const lensCame = () => {
    resized = true;
    part.invalidate();
    lensPart.invalidate();
  };
  const repaintBase = () => {
    dirtyBase = true;
    part.invalidate();
    lensPart.invalidate();
  };

  /** Brings `layout` to where the document and the open layer want it; true while it moves. */
  function arrange(now: number): boolean {
    const { document, network } = stores.document.getState();
    const { open } = stores.view.getState();
    const focus = pinned(stores);
    const channel = open === undefined ? undefined : focus.index[channelAxisOf(network, focus.layer)];
    const sliced = slicesAt(network, focus);
    const { trace } = stores.trace.getState();
    const compare = comparedIn(stores, open);
    const drawn = open !== undefined && aspectNow();
    const words = stepWords(stores);
    const labels = classesOf(spokenDataset(datasetOf(document.dataset)));
    const key = [network, open, channel, compare, trace === undefined, sliced, drawn, words, labels];
    const changed = key.some((value, at) => value !== goalKey[at]);
    if (changed || resized || !goal) {
      const width = printing() ? PAPER.width : viewport.clientWidth;
      if (width < 40) return false;
      const direction = width < PHONE ? 'column' : 'row';
      // A column is as high as it needs: the page scrolls, not the stage.
      const seen = printing() ? PAPER.height : viewport.clientHeight;
      const height = direction === 'row' ? seen : PHONE_HEIGHT;
      const request = open === undefined ? undefined : lensRequest(stores, focus);
      const pictures = request && lensPictures(lensCame);
      const next = layoutStage(network, {
        width,
        height,
        direction,
        open,
        channel,
        words,
        labels,
        looked: sliced === undefined ? undefined : focus,
        lensHeight:
          pictures &&
          ((across, most) =>
            pictures.lensHeight({ ...request, width: across, height: most }, (asked) =>
              drawLens(pictures, asked),
            )),
      });
      const glide = layout && goalKey[0] === network && goalKey[1] !== open && !reducedMotion();
      if (glide) move = { from: layout!, start: now };
      else if (!move) layout = undefined;
      goal = next;
      goalKey = key;
      resized = false;
    }
    if (move) {
      const t = Math.min(1, (now - move.start) / MOVE_MS);
      layout = t < 1 ? blendLayouts(move.from, goal, ease(t)) : goal;
      lens.style.opacity = String(open === undefined ? 0 : Math.max(0, 2 * t - 1));
      if (t >= 1) move = undefined;
      place(layout);
      return move !== undefined;
    }
    if (layout !== goal) {
      layout = goal;
      lens.style.opacity = '1';
      place(layout);
    }
    return false;
  }

  function place(next: StageLayout): void {
    dirtyBase = true;
    lensPart.invalidate();
    sheet.style.width = `${next.width}px`;
    sheet.style.height = `${next.height}px`;
    const { lens: room } = next;
    lens.hidden = !room;
    if (room) lens.style.transform = `translate(${room.x}px, ${room.y}px)`;
    placeHeaders(next);
  }

  function placeHeaders({ bands, open }: StageLayout): void {
    const buttons = new Map<string, HTMLElement>();
    for (const button of elements.headers.querySelectorAll<HTMLElement>('[data-layer]')) {
      buttons.set(button.dataset.layer!, button);
    }
    const shown = new Set(bands.map((band) => band.name));
    for (const [name, button] of buttons) button.parentElement!.hidden = !shown.has(name);
    for (const { name, header, role } of bands) {
      const button = buttons.get(name);
      if (!button) continue;
      const slot = button.parentElement!;
      slot.style.transform = `translate(${header.x}px, ${header.y}px)`;
      slot.style.width = `${header.width}px`;
      slot.dataset.role = role;
      slot.toggleAttribute('data-open', name === open);
    }
  }

  function paint(): void {
    const { network } = stores.document.getState();
    const { trace, weights } = stores.trace.getState();
    const view = stores.view.getState();
    // Between one document and the next there is no trace: what was painted stands a moment longer.
    if (!layout || !trace) return;
    const look = lookNow(stores);
    if (dirtyBase) {
      basePicture = stagePicture(layout, network, trace, weights, {
        channels: channelNames(stores),
        known: (output) => knownOf(stores, output),
      });
      painters.base.update(basePicture, look);
      dirtyBase = false;
      if (trace !== paintedTrace) markPainted(paintedTrace === undefined);
      paintedTrace = trace;
    }
    const rest = pinned(stores);
    painters.overlay.update(stageOverlay(layout, network, trace, focusOf(view) ?? rest), look);
  }

  /** The lens's aspect, once its pictures are here. */
  function aspectNow() {
    const { aspect } = stores.view.getState();
    const scenes = aspect && aspectScenes(repaintBase);
    return scenes && aspect;
  }

  /** The lens as it is asked for: an aspect of its layer, or how one number comes about. */
  function drawLens(pictures: LensPictures, request: LensRequest): LensPicture {
    const { hover } = stores.view.getState();
    const aspect = aspectNow();
    const picture = aspect && aspectScenes(repaintBase)?.aspectPicture(aspect, { ...request, hover });
    return picture ?? pictures.lensPicture(request);
  }

  function paintLens(): void {
    const { trace } = stores.trace.getState();
    const view = stores.view.getState();
    if (!layout || !trace) return;
    const rest = pinned(stores);
    if (view.open === undefined || !layout.lens) {
      if (lensNow) onLens(undefined, rest);
      lensNow = undefined;
      return;
    }
    // A cone stands: what the pointer is over is drawn in it.
    const follows = view.hover?.layer === view.open && view.aspect !== 'cone';
    const shown = follows ? view.hover! : rest;
    const { width, height } = goal?.lens ?? layout.lens;
    const { layer, step } = shown;
    // Beside another filter it stays the same one, whichever map the pointer is over.
    const index =
      comparedIn(stores, layer) === undefined
        ? shown.index
        : [...shown.index.slice(0, -1), rest.index.at(-1)!];
    const pictures = lensPictures(lensCame);
    if (!pictures) return;
    lensNow = drawLens(pictures, { ...lensRequest(stores, { layer, index, step })!, width, height });
    painters.lens.update(lensNow.picture, lookNow(stores));
    onLens(lensNow, { layer, index, step });
  }

  function at({ x, y }: Place): Target | undefined {
    const room = layout?.lens;
    if (
      lensNow &&
      room &&
      x >= room.x &&
      x < room.x + room.width &&
      y >= room.y &&
      y < room.y + room.height
    ) {
      const target = targetAt(lensNow.picture, x - room.x, y - room.y);
      if (target) return target;
    }
    return basePicture && targetAt(basePicture, x, y);
  }

  const off = [
    stores.document.subscribe(repaintBase),
    stores.trace.subscribe(repaintBase),
    stores.status.subscribe((state, before) => {
      if (state.words !== before.words) repaintBase();
    }),
    stores.view.subscribe(() => {
      part.invalidate();
      lensPart.invalidate();
    }),
    // Paper has a width of its own.
    onTheme(stores, () => {
      resized = true;
      repaintBase();
    }),
    // Before all else on the sheet: a drag is nobody else's.
    ...(editor ? [listenToWeights(sheet, stores, editor, at)] : []),
    listenToPointer(sheet, stores, at),
    awaitSomebody(),
  ];
  const observer = new ResizeObserver(() => {
    resized = true;
    part.invalidate();
  });
  observer.observe(viewport);
  // Text painted before the typeface has come is painted again with it.
  document.fonts?.ready.then(repaintBase, () => undefined);

  return {
    update() {
      if (layout) placeHeaders(layout);
      resized = true;
      part.invalidate();
    },
    destroy() {
      part.destroy();
      lensPart.destroy();
      observer.disconnect();
      for (const stop of off) stop();
      for (const painter of Object.values(painters)) painter.destroy();
    },
  };
}
