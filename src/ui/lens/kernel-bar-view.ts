import type { NetworkLayer } from '../../model/network.ts';
import { formatNumber } from '../../scene/format.ts';
import { kernelsText } from '../../text/kernels.ts';
import { attempt, type Kernelscope } from '../context.ts';
import { shownNumber } from '../controls/typed-number.ts';
import { framePart } from '../frame-loop.ts';
import { chooseWeight, chosenWeight, moveWeight, stepWeight } from './chosen-weight.ts';
import { trainedValue } from './weight-drag.ts';
import { newGesture, type WeightEditor } from './weight-editor.ts';

/** What keys add to the number in the field. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: 0.1, ArrowDown: -0.1, PageUp: 1, PageDown: -1 };
const FINE = 0.1;

/** With Alt the arrow keys go to the weight beside it: rows, columns. */
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Short enough for the field; only what is typed is set, so nothing is rounded by looking at it. */
function typed(value: number): string {
  return shownNumber(String(Number(value.toPrecision(5))));
}

/** A typed number; a decimal comma and a real minus sign are read too. */
function numberOf(text: string): number | undefined {
  const plain = text.trim().replace(',', '.').replaceAll('−', '-');
  const value = Number(plain);
  return plain !== '' && Number.isFinite(Math.fround(value)) ? value : undefined;
}

/** Writes the chosen weight into the bar that React rendered once, and reads it from there; it finds its places by `data-part`. */
export function createKernelBarView(
  bar: HTMLElement,
  app: Kernelscope,
  editor: WeightEditor,
  layer: NetworkLayer,
): { destroy(): void } {
  const { stores } = app;
  const part = <T extends HTMLElement>(name: string) => bar.querySelector<T>(`[data-part="${name}"]`)!;
  const field = part<HTMLInputElement>('weight-value');
  const name = part('weight-name');
  const was = part('weight-was');
  let step = newGesture();
  let shown = '';
  /** What is being typed is not written over. */
  let typing = false;

  const set = (value: number) => {
    const chosen = chosenWeight(stores);
    if (!chosen) return;
    editor.set(chosen.layer, [{ weight: chosen.weight, index: chosen.index, value }], step);
    written.invalidate();
  };
  const add = (by: number) => {
    const chosen = chosenWeight(stores);
    const value = chosen && editor.valueOf(chosen);
    typing = false;
    if (value !== undefined) set(Number((value + by).toFixed(4)));
  };

  const written = framePart(() => {
    const chosen = chosenWeight(stores);
    const value = chosen && editor.valueOf(chosen);
    if (chosen?.layer !== layer.name || value === undefined) return false;
    const label = kernelsText.name(chosen.weight, chosen.index.join(', '));
    if (label !== shown) {
      // Another weight: what comes is another gesture.
      shown = label;
      step = newGesture();
      typing = false;
      name.textContent = label;
      const unit = layer.outputShape.length === 1 ? 'unit' : 'filter';
      field.setAttribute(
        'aria-label',
        kernelsText.field(label, kernelsText.of(unit, String(chosen.index.at(-1)))),
      );
    }
    const text = typed(value);
    if (!typing && field.value !== text) field.value = text;
    field.setAttribute('aria-valuenow', String(value));
    field.setAttribute('aria-valuetext', text);
    const refused = typing && numberOf(field.value) === undefined;
    field.setAttribute('aria-invalid', String(refused));
    const before = trainedValue(stores, chosen);
    const changed = before !== undefined && Math.fround(value) !== before;
    was.textContent = refused ? kernelsText.notNumber : changed ? kernelsText.was(formatNumber(before)) : '';
    was.toggleAttribute('data-refused', refused);
    return false;
  });

  const input = () => {
    typing = true;
    const value = numberOf(field.value);
    if (value !== undefined) set(value);
    written.invalidate();
  };
  /** Its place shows in the picture, and nothing moves while it is set. */
  const entered = () => {
    const chosen = chosenWeight(stores);
    if (chosen) chooseWeight(stores, chosen);
  };
  const left = () => {
    typing = false;
    step = newGesture();
    written.invalidate();
  };
  const key = (event: KeyboardEvent) => {
    const { key: pressed } = event;
    if ((event.ctrlKey || event.metaKey) && pressed.toLowerCase() === 'z') {
      typing = false;
      void attempt(app, () => (event.shiftKey ? app.redo() : app.undo()));
    } else if (event.ctrlKey || event.metaKey) return;
    else if (event.altKey) {
      const move = MOVES[pressed];
      if (!move) return;
      moveWeight(stores, ...move);
      requestAnimationFrame(() => field.select());
    } else if (STEPS[pressed] !== undefined) add(STEPS[pressed] * (event.shiftKey ? FINE : 1));
    else if (pressed === 'Enter') {
      left();
      requestAnimationFrame(() => field.select());
    } else if (pressed === 'Escape' && typing) left();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const pushed = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-by]') : null;
    const by = Number(target?.dataset.by);
    if (target?.dataset.does === 'step') stepWeight(stores, by);
    else if (target?.dataset.does === 'add') add(by);
  };
  field.addEventListener('input', input);
  field.addEventListener('focus', entered);
  field.addEventListener('blur', left);
  field.addEventListener('keydown', key);
  bar.addEventListener('click', pushed);
  const off = [stores.trace.subscribe(written.invalidate), stores.view.subscribe(written.invalidate)];
  return {
    destroy() {
      for (const stop of off) stop();
      written.destroy();
      field.removeEventListener('input', input);
      field.removeEventListener('focus', entered);
      field.removeEventListener('blur', left);
      field.removeEventListener('keydown', key);
      bar.removeEventListener('click', pushed);
    },
  };
}
