import type { archiveText as english } from '../archive.ts';
import { sentence } from '../errors.ts';

export const archiveText: typeof english = {
  open: '.keras öffnen…',
  save: '.keras speichern',
  saveNote: 'Das Modell mit seinen Gewichten, für Python',
  choose: 'Eine .keras-Datei',
  opening: (name) => `${name} wird geöffnet…`,
  opened: (name, layers, params) => `${name} geöffnet: ${layers} Schichten, ${params} Parameter.`,
  saving: 'Die .keras-Datei wird geschrieben…',
  saved: (name) => `Gespeichert als ${name}. In Python: keras.saving.load_model("${name}").`,
  frozen: (layers) =>
    layers.length === 1
      ? `Die Schicht ${layers[0]} war in Python eingefroren; hier wird sie trainiert.`
      : `${layers.length} Schichten waren in Python eingefroren (${layers.slice(0, 3).join(', ')}${
          layers.length > 3 ? ', …' : ''
        }); hier werden sie trainiert.`,
  compile: (error) => `Womit das Modell kompiliert wurde, ist weggelassen worden. ${sentence(error)}`,
};
