import { moveLayer } from '../../model/edit/layers.ts';
import { INPUT_NAME } from '../../model/network.ts';
import type { Kernelscope } from '../context.ts';
import { enlargedBy } from '../projector.ts';
import { type Ask, headerOf, positionOf } from './asked.ts';
import { move } from './layer-edits.ts';
import { tryOut } from './trial.ts';

/** Pixels that a pressed pointer may tremble before it drags. */
const TREMBLE = 6;
/** As wide as what stands beside the pointer can be; as in builder.css. */
const GHOST = 300;

interface Place {
  /** Position of the model at which the layer is put, itself taken out. */
  readonly to: number;
  /** Where the line that shows it stands, in pixels of the list. */
  readonly at: number;
}

interface Drag {
  readonly name: string;
  readonly header: HTMLElement;
  readonly sideways: boolean;
  readonly places: readonly Place[];
  readonly ghost: HTMLElement;
  readonly line: HTMLElement;
  /** The gate's answers so far, by position. */
  readonly said: Map<number, string | undefined>;
  place: Place | undefined;
}

/** The seams between the layers that are in view, each with the position that a layer dropped there gets. */
function placesOf(list: HTMLElement, name: string): { sideways: boolean; places: Place[] } {
  const origin = list.getBoundingClientRect();
  const slots = [...list.querySelectorAll<HTMLElement>('.layer-slot:not([hidden])')].map((slot) => ({
    name: slot.querySelector<HTMLElement>('[data-layer]')!.dataset.layer!,
    box: slot.getBoundingClientRect(),
  }));
  const sideways = slots.length > 1 && Math.abs(slots[1]!.box.left - slots[0]!.box.left) > 4;
  const own = slots.findIndex((slot) => slot.name === name);
  const by = enlargedBy();
  const places = slots.map(({ box }, at): Place => {
    const next = slots[at + 1]?.box;
    const seam = sideways
      ? (next ? next.left - 7 * by : box.right + 2 * by) - origin.left
      : (next ? next.top - 8 * by : box.bottom + 40 * by) - origin.top;
    return { to: at < own ? at : at - 1, at: seam / by };
  });
  return { sideways, places };
}

function begin(list: HTMLElement, header: HTMLElement): Drag {
  const name = header.dataset.layer!;
  const element = (className: string, place: HTMLElement) => {
    const made = document.createElement('div');
    made.className = className;
    made.setAttribute('aria-hidden', 'true');
    place.append(made);
    return made;
  };
  const ghost = element('drag-ghost', document.body);
  const line = element('drag-line', list.parentElement!);
  header.toggleAttribute('data-dragged', true);
  const { sideways, places } = placesOf(list, name);
  line.dataset.sideways = String(sideways);
  return { name, header, sideways, places, ghost, line, said: new Map(), place: undefined };
}

/** Shows the nearest seam, and beside the pointer the layer's name, or why it cannot stand there. */
function follow(app: Kernelscope, list: HTMLElement, drag: Drag, event: PointerEvent): void {
  const box = list.getBoundingClientRect();
  const { clientX, clientY } = event;
  const along = (drag.sideways ? clientX - box.left : clientY - box.top) / enlargedBy();
  const nearest = drag.places.toSorted((a, b) => Math.abs(a.at - along) - Math.abs(b.at - along))[0];
  drag.place = nearest;
  const beside = clientX < innerWidth - GHOST ? `${clientX + 12}px` : `calc(${clientX - 12}px - 100%)`;
  drag.ghost.style.transform = `translate(${beside}, ${clientY + 14}px)`;
  if (!nearest) return;
  drag.line.style.transform = drag.sideways ? `translateX(${nearest.at}px)` : `translateY(${nearest.at}px)`;
  const { document: model, network } = app.stores.document.getState();
  const stays = nearest.to === positionOf(network, drag.name);
  if (!stays && !drag.said.has(nearest.to)) {
    const trial = tryOut(() => moveLayer(model, drag.name, nearest.to), drag.name);
    drag.said.set(nearest.to, trial.refused);
  }
  // Before and after itself the layer stays where it is.
  drag.line.hidden = stays;
  const refused = stays ? undefined : drag.said.get(nearest.to);
  drag.line.toggleAttribute('data-refused', refused !== undefined);
  drag.ghost.textContent = refused ?? drag.name;
}

/** Lets mouse and pen drag layers by their names to other places. Returns the function that takes it off. */
export function listenToDrag(app: Kernelscope, list: HTMLElement, ask: Ask): () => void {
  let pressed: { readonly header: HTMLElement; readonly x: number; readonly y: number } | undefined;
  let drag: Drag | undefined;

  const end = () => {
    pressed = undefined;
    if (!drag) return;
    drag.ghost.remove();
    drag.line.remove();
    drag.header.removeAttribute('data-dragged');
    drag = undefined;
  };
  const down = (event: PointerEvent) => {
    const header = (event.target as Element).closest<HTMLElement>('button[data-layer]');
    // A finger scrolls; it has the menu. With a lens open, layers are strips.
    if (!header || event.button !== 0 || event.pointerType === 'touch') return;
    if (header.dataset.layer === INPUT_NAME || app.stores.view.getState().open !== undefined) return;
    pressed = { header, x: event.clientX, y: event.clientY };
  };
  const moved = (event: PointerEvent) => {
    if (!pressed) return;
    if (event.buttons === 0) return end();
    if (!drag) {
      if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < TREMBLE) return;
      drag = begin(list, pressed.header);
    }
    event.preventDefault();
    follow(app, list, drag, event);
  };
  const up = (event: PointerEvent) => {
    const dropped = drag;
    end();
    if (!dropped) return;
    // What was dragged is not also chosen.
    const swallow = (click: Event) => {
      click.stopPropagation();
      click.preventDefault();
    };
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }));
    const { network } = app.stores.document.getState();
    const { name, place } = dropped;
    if (!place || place.to === positionOf(network, name) || event.type === 'pointercancel') return;
    void move(app, name, place.to).then((said) => {
      const anchor = headerOf(name);
      if (said !== undefined && anchor) ask({ what: 'refusal', layer: name, anchor, said });
    });
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !drag) return;
    event.stopPropagation();
    end();
  };
  list.addEventListener('pointerdown', down);
  addEventListener('pointermove', moved);
  addEventListener('pointerup', up);
  addEventListener('pointercancel', up);
  addEventListener('keydown', key, { capture: true });
  return () => {
    end();
    list.removeEventListener('pointerdown', down);
    removeEventListener('pointermove', moved);
    removeEventListener('pointerup', up);
    removeEventListener('pointercancel', up);
    removeEventListener('keydown', key, { capture: true });
  };
}
