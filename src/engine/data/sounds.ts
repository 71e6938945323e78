import { type FetchFile, fetchFile } from './fetch-file.ts';
import { datasetFolder, SOUND_FILE } from './files.ts';

/** The sounds of the first samples of a test split. */
export interface Sounds {
  /** Samples a second. */
  readonly rate: number;
  readonly count: number;
  /** Of the test sample `index`, -1 to 1; undefined where it has none. */
  sound(index: number): Float32Array<ArrayBuffer> | undefined;
}

/**
 * Sounds of a data set, for playing: inflated, the rate, how many there are and their lengths, uint32; then all their
 * samples, a signed byte each.
 * @throws KernelscopeError `network` where the file cannot be had.
 */
export async function loadSounds(name: string, baseUrl: string, fetchUrl?: FetchFile): Promise<Sounds> {
  const response = await fetchFile(`${datasetFolder(name)}/${SOUND_FILE}`, baseUrl, fetchUrl);
  const inflated = response.body!.pipeThrough(new DecompressionStream('deflate-raw'));
  const bytes = await new Response(inflated).arrayBuffer();
  const [rate = 1, count = 0] = new Uint32Array(bytes, 0, 2);
  const lengths = new Uint32Array(bytes, 8, count);
  return {
    rate,
    count,
    sound(index) {
      const length = lengths[index];
      if (length === undefined) return undefined;
      const start = lengths.subarray(0, index).reduce((sum, each) => sum + each, 8 + 4 * count);
      return Float32Array.from(new Int8Array(bytes, start, length), (value) => value / 127);
    },
  };
}
