import { flatIndex } from '../../base/tensor.ts';
import { datasetOf } from '../../model/datasets/registry.ts';
import { classesOf } from '../../model/datasets/target.ts';
import type { Focus } from '../../model/document.ts';
import { formatNumber, formatShape } from '../../scene/format.ts';
import type { LensPicture } from '../../scene/lens/request.ts';
import type { Mark, Picture } from '../../scene/marks.ts';
import type { StageLayout } from '../../scene/stage/bands.ts';
import { layoutStage } from '../../scene/stage/layout.ts';
import { stagePicture } from '../../scene/stage/picture.ts';
import { fitText } from '../../scene/text-width.ts';
import type { Stores } from '../../stores/stores.ts';
import { spokenDataset } from '../../text/names.ts';
import { share } from '../../text/share.ts';
import { lensRequest } from '../lens/lens-request.ts';
import { channelNames, knownOf, stepWords } from '../stage/said-of-probe.ts';
import { pinned } from '../view-actions.ts';

/** Of a saved picture, in pixels; a network of many layers is wider, a lens as high as it needs. */
const SIZE = { width: 1200, height: 600 };
const LENS_SIZE = { width: 760, height: 520 };
const MARGIN = 16;
const LINE = 18;

/** What is in focus, to be shown elsewhere. */
export interface FocusPicture {
  readonly picture: Picture;
  /** What it shows, in one line: its caption, and the text for those who do not see it. */
  readonly title: string;
}

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

function shifted(mark: Mark, by: number): Mark {
  if (mark.type === 'path') return { ...mark, points: mark.points.map((place) => place + by) };
  return { ...mark, x: mark.x + by, y: mark.y + by };
}

/** The same with lines of text below it and a margin around it all. */
function captioned(picture: Picture, lines: readonly string[]): Picture {
  const width = picture.width + 2 * MARGIN;
  const foot = picture.height + 2 * MARGIN;
  const written = lines.map((text, line): Mark => {
    const [size, ink] = line === 0 ? ([13, 'ink'] as const) : ([12, 'muted'] as const);
    const y = foot + (line + 0.5) * LINE;
    return { type: 'text', x: MARGIN, y, text: fitText(text, size, width - 2 * MARGIN), size, ink };
  });
  return {
    width,
    height: foot + lines.length * LINE + MARGIN,
    marks: [...picture.marks.map((mark) => shifted(mark, MARGIN)), ...written],
  };
}

function networkPicture(stores: Stores): FocusPicture | undefined {
  const { document, network } = stores.document.getState();
  const { trace, weights } = stores.trace.getState();
  if (!trace) return undefined;
  const labels = classesOf(spokenDataset(datasetOf(document.dataset)));
  const layout = layoutStage(network, { ...SIZE, direction: 'row', words: stepWords(stores), labels });
  const stage = stagePicture(layout, network, trace, weights, {
    channels: channelNames(stores),
    known: (output) => knownOf(stores, output),
  });
  const title = share.picture.stage(document.title);
  const picture = { ...stage, marks: [...stage.marks, ...headerMarks(layout, stores)] };
  return { picture: captioned(picture, [title]), title };
}

/** The lens as the page shows it: an aspect of its layer, or how the pinned number comes about. */
async function lensOf(stores: Stores, focus: Focus): Promise<LensPicture | undefined> {
  const { aspect, hover } = stores.view.getState();
  const [{ lensPicture }, { lensHeight }, scenes] = await Promise.all([
    import('../../scene/lens/lens.ts'),
    import('../../scene/lens/lens-height.ts'),
    aspect && import('../../scene/lens/aspects.ts'),
  ]);
  const known = lensRequest(stores, focus);
  if (!known) return undefined;
  const draw: typeof lensPicture = (request) =>
    (aspect && scenes?.aspectPicture(aspect, { ...request, hover })) ?? lensPicture(request);
  const request = { ...known, ...LENS_SIZE };
  return draw({ ...request, height: lensHeight(request, draw) });
}

async function openPicture(stores: Stores, layer: string): Promise<FocusPicture | undefined> {
  const focus = pinned(stores);
  const lens = await lensOf(stores, focus);
  const { document, network } = stores.document.getState();
  const output = stores.trace.getState().trace?.layers.get(layer)?.output;
  const shape = network.byName.get(layer)?.outputShape;
  if (!lens || !output || !shape) return undefined;
  const value = formatNumber(output.data[flatIndex(shape, focus.index)]!);
  const title = share.picture.lens(document.title, layer, focus.index.join(', '), value);
  const formula = lens.formula.map(({ text }) => text).join('');
  const lines = formula === '' ? [title] : [title, formula];
  return { picture: captioned(lens.picture, lines), title };
}

/** The open lens; else the whole network with its maps. Undefined before there are any. */
export async function focusPicture(stores: Stores): Promise<FocusPicture | undefined> {
  const { open } = stores.view.getState();
  return open === undefined ? networkPicture(stores) : openPicture(stores, open);
}
