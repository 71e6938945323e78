import type { Cone } from '../../model/cone.ts';
import type { ConeJudgement } from '../../model/cone-judgement.ts';
import type { Network } from '../../model/network.ts';
import { coneTexts } from '../../text/cone.ts';
import { formatCount, formatShape } from '../format.ts';

function endNote({ end, levels }: Cone): string[] {
  if (!end) return [];
  const { definition, config, inputShapes, kind, name } = end;
  const all = definition.seesAll?.(config, inputShapes) ?? false;
  if (kind !== 'Reshape' || all) return [coneTexts.notes.all(name)];
  return [coneTexts.notes.mixed(name, formatCount(levels[0]!.size), formatShape(inputShapes[0]!))];
}

/**
 * What is worth knowing about a stack's reach, in sentences, the weightiest first; none where all is well. `joined`: the
 * model sees all steps, since later layers join outputs that don't.
 */
export function coneNotes(cone: Cone, judged: ConeJudgement, joined = false): string[] {
  const { reach, size, first, last, holes, unread, beyond, idle } = judged;
  const said = endNote(cone);
  const span = last - first + 1;
  if (beyond > 0 && reach !== undefined)
    said.push(coneTexts.notes.beyond(formatCount(reach), formatCount(size), formatCount(beyond)));
  else if (span < size) {
    const short = joined ? coneTexts.notes.joined : coneTexts.notes.short;
    said.push(short(cone.levels.at(-1)!.name, formatCount(Math.max(0, span)), formatCount(size)));
  }
  if (idle.length > 0) {
    const layers = idle.map(({ layer, taps, kernel }) =>
      coneTexts.notes.idleOf(layer, formatCount(taps.length), formatCount(kernel)),
    );
    said.push(coneTexts.notes.idle(layers.join(', ')));
  }
  if (holes > 0) said.push(coneTexts.notes.holes(formatCount(holes), formatCount(span)));
  if (unread > 0) said.push(coneTexts.notes.unread(formatCount(unread), formatCount(size)));
  return said;
}

/** Whether the model's outputs see all steps of the sequence that a cone stands on. */
export function seesAllSteps({ byName, outputs }: Network, { levels, end }: Cone): boolean {
  const { size } = levels[0]!;
  return !end && outputs.every((name) => byName.get(name)!.receptiveField.some((field) => field >= size));
}
