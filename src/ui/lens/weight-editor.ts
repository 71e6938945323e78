import { flatIndex } from '../../base/tensor.ts';
import type { WeightEdit } from '../../model/kernels/apply.ts';
import type { WeightPlace } from '../../scene/lens/request.ts';
import { attempt, type Kernelscope } from '../context.ts';

export interface WeightEditor {
  /** The number as it will be once everything on its way has arrived. */
  valueOf(place: WeightPlace): number | undefined;
  /** Edits in a row with one `step` are undone as one. */
  set(layer: string, edits: readonly WeightEdit[], step?: string): void;
}

/** Edits of one gesture, by place: a later number takes the place of an earlier one. */
interface Batch {
  readonly layer: string;
  readonly step: string | undefined;
  readonly edits: Map<string, WeightEdit>;
}

const keyOf = (weight: string, index: readonly number[]) => `${weight} ${index}`;

/** Sends edits one call at a time: what is set while a call is under way goes with the next, its last values only. */
export function createWeightEditor(app: Kernelscope): WeightEditor {
  const { stores, scope } = app;
  let waiting: Batch[] = [];
  let sent: Batch | undefined;

  async function send(): Promise<void> {
    for (sent = waiting.shift(); sent; sent = waiting.shift()) {
      const { layer, step, edits } = sent;
      const options = step === undefined ? {} : { step };
      await attempt(app, () => scope.editWeights(layer, [...edits.values()], options));
    }
  }

  return {
    valueOf({ layer, weight, index }) {
      const key = keyOf(weight, index);
      const batches = [...(sent ? [sent] : []), ...waiting];
      const edit = batches.findLast((batch) => batch.layer === layer && batch.edits.has(key))?.edits.get(key);
      if (edit) return edit.value;
      const tensor = stores.trace
        .getState()
        .weights.get(layer)
        ?.find((known) => known.name === weight);
      return tensor?.data[flatIndex(tensor.shape, index)];
    },
    set(layer, edits, step) {
      const last = waiting.at(-1);
      const goesOn = step !== undefined && last?.layer === layer && last.step === step;
      const batch = goesOn ? last : { layer, step, edits: new Map<string, WeightEdit>() };
      for (const edit of edits) batch.edits.set(keyOf(edit.weight, edit.index), edit);
      if (!goesOn) waiting = [...waiting, batch];
      if (!sent) void send();
    },
  };
}

let gestures = 0;

/** A name for a new gesture. */
export function newGesture(): string {
  gestures++;
  return `hand ${gestures}`;
}
