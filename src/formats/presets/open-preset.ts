import type { ModelDocument } from '../../model/document.ts';
import { fromPython, type PythonReading } from '../keras/from-python.ts';
import { PRESET_CODES } from './code.ts';
import { presetContext } from './preset-data.ts';
import type { Preset } from './presets.ts';

/** A preset's code, read for the data that it is meant for; `document` is the one in hand. */
export function openPreset(
  preset: Preset,
  document: ModelDocument,
): { code: string; reading: PythonReading } {
  const code = PRESET_CODES[preset.id]!;
  return { code, reading: fromPython(code, presetContext(preset, document)) };
}
