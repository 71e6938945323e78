import { createStore, type StoreApi } from 'zustand/vanilla';
import { centre } from '../../../model/picture/centre.ts';
import { type FitSettings, fitTo } from '../../../model/picture/fit.ts';
import { formatFixed, formatShape } from '../../../scene/format.ts';
import { probeText, type Refusal } from '../../../text/probe.ts';
import { attempt, type Kernelscope } from '../../context.ts';
import { createLatest } from '../latest.ts';
import { type ReadPicture, Refused } from './read-picture.ts';

interface PictureSettings extends FitSettings {
  readonly centred: boolean;
}

interface PictureState {
  readonly picture: ReadPicture | undefined;
  readonly settings: PictureSettings;
  readonly loading: boolean;
  /** Why the last one was not taken. */
  readonly refusal: Refusal | undefined;
}

export interface PictureStore extends StoreApi<PictureState> {
  /** Reads a picture and makes it the probe; what cannot be read is said and changes nothing. */
  take(read: () => Promise<ReadPicture>): Promise<void>;
  refuse(refusal: Refusal): void;
  change(settings: Partial<PictureSettings>): void;
}

/** The model's input as rows, columns and 1 or 3 channels; undefined for any other. */
export function pictureShape(
  shape: readonly number[],
): readonly [rows: number, cols: number, channels: number] | undefined {
  const [rows, cols, channels] = shape;
  if (shape.length !== 3 || (channels !== 1 && channels !== 3)) return undefined;
  return [rows!, cols!, channels];
}

/** What was done to the picture, in a line. */
function madeText(
  { width, height, name }: ReadPicture,
  shape: readonly [number, number, number],
  { how, threshold, centred }: PictureSettings,
  inverted: boolean,
): string {
  const [rows, cols, channels] = shape;
  const { steps, made, named } = probeText.picture;
  const sameRatio = Math.abs(width / height - cols / rows) < 0.01;
  const size = formatShape([width, height]);
  return made(name === undefined ? size : named(name, size), formatShape([cols, rows]), [
    ...(sameRatio ? [] : [steps[how]]),
    ...(channels === 1 ? [steps.gray] : []),
    ...(inverted ? [steps.inverted] : []),
    ...(threshold > 0 ? [steps.threshold(formatFixed(threshold))] : []),
    ...(centred ? [steps.centred] : []),
  ]);
}

/** The picture that was taken, and how it is made the model's input. */
export function createPictureStore(app: Kernelscope): PictureStore {
  const store = createStore<PictureState>(() => ({
    picture: undefined,
    settings: { how: 'contain', invert: 'auto', threshold: 0, centred: false },
    loading: false,
    refusal: undefined,
  }));
  let asked = 0;
  const show = createLatest(() =>
    attempt(app, async () => {
      const { picture, settings } = store.getState();
      const shape = pictureShape(app.stores.document.getState().network.inputShape);
      if (!picture || !shape) return;
      const [rows, cols, channels] = shape;
      // Of colours, a bright border is no paper.
      const invert = channels === 3 && settings.invert === 'auto' ? 'off' : settings.invert;
      const { raster } = picture;
      const centred = settings.centred && channels === 1;
      // To be centred, the picture keeps its own size: its ink is scaled once.
      const size = centred ? ([raster.height, raster.width, 1] as const) : shape;
      const { picture: fitted, inverted } = fitTo(raster, size, { ...settings, invert });
      const { data } = centred ? centre(fitted, cols, rows) : fitted;
      await app.scope.setInput({
        tensor: { shape, data },
        note: madeText(picture, shape, { ...settings, centred }, inverted),
      });
    }),
  );
  return {
    ...store,
    async take(read) {
      const mine = ++asked;
      store.setState({ loading: true, refusal: undefined });
      try {
        const picture = await read();
        if (mine !== asked) return;
        store.setState({ picture, loading: false });
        show(undefined);
      } catch (error) {
        if (mine !== asked) return;
        const refusal = error instanceof Refused ? error.refusal : 'no-picture';
        store.setState({ loading: false, refusal });
      }
    },
    refuse(refusal) {
      store.setState({ refusal });
    },
    change(settings) {
      store.setState((state) => ({ settings: { ...state.settings, ...settings } }));
      show(undefined);
    },
  };
}
