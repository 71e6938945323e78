import type { ErrorDetail } from '../base/errors.ts';
import { sentence } from './errors.ts';

/** Models as `.keras` files. */
export const archiveText = {
  open: 'Open .keras…',
  save: 'Save .keras',
  saveNote: 'The model and its weights, for Python',
  choose: 'A .keras file',
  opening: (name: string) => `Opening ${name}…`,
  opened: (name: string, layers: string, params: string) =>
    `Opened ${name}: ${layers} layers, ${params} parameters.`,
  saving: 'Writing the .keras file…',
  saved: (name: string) => `Saved as ${name}. In Python: keras.saving.load_model("${name}").`,
  /** What of an archive was left aside. */
  frozen: (layers: readonly string[]) =>
    layers.length === 1
      ? `The layer ${layers[0]} was frozen in Python; here it trains.`
      : `${layers.length} layers were frozen in Python (${layers.slice(0, 3).join(', ')}${
          layers.length > 3 ? ', …' : ''
        }); here they train.`,
  compile: (error: ErrorDetail) => `What the model was compiled with was left out. ${sentence(error)}`,
};
