import { flatIndex } from '../../base/tensor.ts';
import { formatNumber } from '../../scene/format.ts';
import type { WeightPlace } from '../../scene/lens/request.ts';
import type { Target } from '../../scene/marks.ts';
import type { Stores } from '../../stores/stores.ts';
import { editsOf } from '../../stores/weight-edits.ts';
import { kernelsText } from '../../text/kernels.ts';
import { type Place, placeOn } from '../stage/pointer.ts';
import { chooseWeight } from './chosen-weight.ts';
import { newGesture, type WeightEditor } from './weight-editor.ts';

type WeightTarget = Extract<Target, { type: 'weight' }>;

interface Drag {
  readonly target: WeightTarget;
  readonly y: number;
  readonly value: number;
  readonly step: string;
  moved: boolean;
}

/** A weight's change by a pixel that the pointer goes up, and with Shift. */
const BY_PIXEL = 0.01;
const FINE = 0.001;
/** Pixels before a press is a drag. */
const SLACK = 3;

/**
 * Weights of the open lens by pointer: a press chooses one, a drag up or down changes it, its tooltip says what it is.
 * Must listen before anything else on the sheet: a drag is nobody else's. `at` answers what stands at a place.
 */
export function listenToWeights(
  sheet: HTMLElement,
  stores: Stores,
  editor: WeightEditor,
  at: (place: Place) => Target | undefined,
): () => void {
  let drag: Drag | undefined;
  let dragged = false;

  const weightAt = (event: MouseEvent): WeightTarget | undefined => {
    const target = at(placeOn(sheet, event));
    return target?.type === 'weight' && target.layer === stores.view.getState().open ? target : undefined;
  };
  const pressed = (event: PointerEvent) => {
    dragged = false;
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const target = weightAt(event);
    const value = target && editor.valueOf(target);
    if (!target || value === undefined) return;
    sheet.setPointerCapture(event.pointerId);
    drag = { target, y: event.clientY, value, step: newGesture(), moved: false };
    chooseWeight(stores, target);
  };
  const moved = (event: PointerEvent) => {
    if (!drag) {
      if (event.pointerType !== 'touch') say(weightAt(event));
      return;
    }
    event.stopImmediatePropagation();
    const { target, y, value, step } = drag;
    const up = y - event.clientY;
    if (!drag.moved && Math.abs(up) < SLACK) return;
    drag.moved = true;
    const next = Number((value + up * (event.shiftKey ? FINE : BY_PIXEL)).toFixed(4));
    editor.set(target.layer, [{ weight: target.weight, index: target.index, value: next }], step);
    say(target);
  };
  const released = () => {
    dragged = drag?.moved === true;
    drag = undefined;
  };
  const clicked = (event: MouseEvent) => {
    const target = dragged ? undefined : weightAt(event);
    if (dragged || target) event.stopImmediatePropagation();
    if (target) chooseWeight(stores, target);
    if ((dragged || target) && (event as PointerEvent).pointerType !== 'touch') focusField(sheet);
    dragged = false;
  };

  function say(target: WeightTarget | undefined): void {
    sheet.classList.toggle('can-drag', target !== undefined);
    const title = target ? titleOf(target) : '';
    if (sheet.title !== title) sheet.title = title;
  }

  function titleOf(target: WeightTarget): string {
    const value = editor.valueOf(target) ?? Number.NaN;
    const name = kernelsText.name(target.weight, target.index.join(', '));
    const before = trainedValue(stores, target);
    if (before === undefined || before === value) return kernelsText.hover(name, formatNumber(value));
    return kernelsText.hoverEdited(name, formatNumber(value), formatNumber(before));
  }

  sheet.addEventListener('pointerdown', pressed);
  sheet.addEventListener('pointermove', moved);
  sheet.addEventListener('pointerup', released);
  sheet.addEventListener('pointercancel', released);
  sheet.addEventListener('click', clicked);
  return () => {
    sheet.removeEventListener('pointerdown', pressed);
    sheet.removeEventListener('pointermove', moved);
    sheet.removeEventListener('pointerup', released);
    sheet.removeEventListener('pointercancel', released);
    sheet.removeEventListener('click', clicked);
  };
}

/** What a weight was before the changes by hand; undefined where there are none. */
export function trainedValue(stores: Stores, { layer, weight, index }: WeightPlace): number | undefined {
  const trained = editsOf(stores.trace.getState())?.trained.get(layer);
  const tensor = trained?.find((known) => known.name === weight);
  return tensor?.data[flatIndex(tensor.shape, index)];
}

/** The number that was chosen is the one that is typed next. */
function focusField(sheet: HTMLElement): void {
  const field = sheet.closest('.stage')?.querySelector<HTMLInputElement>('[data-part="weight-value"]');
  field?.focus({ preventScroll: true });
  field?.select();
}
