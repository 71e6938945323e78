import type { Preset } from '../../formats/presets/presets.ts';
import { admit } from '../../model/gate.ts';
import { keyOf, remembered } from '../../stores/code.ts';
import type { Kernelscope } from '../context.ts';

/** Opens a preset's document and shows its code. Rejects where the code cannot be taken. */
export async function showPreset({ scope, stores }: Kernelscope, preset: Preset): Promise<void> {
  // The grammar of Python and the presets' texts come with the first of them.
  const [{ openPreset }, { problemError }] = await Promise.all([
    import('../../formats/presets/open-preset.ts'),
    import('../../formats/keras/problem-error.ts'),
  ]);
  const { code, reading } = openPreset(preset, stores.document.getState().document);
  const [problem] = reading.problems;
  if (problem) throw problemError(problem, code);
  const { document } = admit(reading.document);
  const source = { code, repeats: reading.repeats ?? 1, key: keyOf(document) };
  stores.code.setState((state) => remembered(state, source));
  await scope.setDocument(reading.document);
  stores.code.setState((state) => ({ asked: state.asked + 1 }));
}
