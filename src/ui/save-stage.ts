import { datasetOf } from '../model/datasets/registry.ts';
import { classesOf } from '../model/datasets/target.ts';
import { formatShape } from '../scene/format.ts';
import type { Mark, Picture } from '../scene/marks.ts';
import type { StageLayout } from '../scene/stage/bands.ts';
import { layoutStage } from '../scene/stage/layout.ts';
import { stagePicture } from '../scene/stage/picture.ts';
import { fitText } from '../scene/text-width.ts';
import type { Stores } from '../stores/stores.ts';
import { savePicture } from './save.ts';
import { knownOf, stepWords } from './stage/said-of-probe.ts';
import { themeNow } from './theme.ts';

/** Of a saved picture, in pixels; a network of many layers is wider. */
const SIZE = { width: 1200, height: 600 };

/** The names and shapes that the page writes over the stage. */
function headerMarks({ bands }: StageLayout, stores: Stores): Mark[] {
  const { network } = stores.document.getState();
  return bands
    .filter(({ role }) => role !== 'strip')
    .flatMap(({ name, header }): Mark[] => {
      const shape = network.byName.get(name)?.outputShape ?? network.inputShape;
      const lines = [
        { text: name, size: 13, ink: 'ink', weight: 600 },
        { text: formatShape(shape), size: 12, ink: 'muted' },
      ] as const;
      return lines.map(({ text, size, ...look }, line) => ({
        ...look,
        type: 'text',
        x: header.x,
        y: header.y + 14 + line * 17,
        text: fitText(text, size, header.width),
        size,
      }));
    });
}

/** Saves the whole network with its maps as they are; does nothing before there are any. */
export async function saveStage(stores: Stores, kind: 'svg' | 'png'): Promise<void> {
  const { document, network } = stores.document.getState();
  const { trace, weights } = stores.trace.getState();
  if (!trace) return;
  const labels = classesOf(datasetOf(document.dataset));
  const layout = layoutStage(network, { ...SIZE, direction: 'row', words: stepWords(stores), labels });
  const stage = stagePicture(layout, network, trace, weights, {
    known: (output) => knownOf(stores, output),
  });
  const picture: Picture = { ...stage, marks: [...stage.marks, ...headerMarks(layout, stores)] };
  await savePicture(`network.${kind}`, picture, kind, themeNow(stores));
}
