import * as fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { KernelscopeError } from '../../../src/base/errors.ts';
import { writeTensors } from '../../../src/formats/archive/hdf5.ts';
import { readArchive } from '../../../src/formats/archive/read-archive.ts';
import { sentence } from '../../../src/text/errors.ts';
import { cpuTime } from '../../cpu-time.ts';
import { archiveNamed } from './fixtures.ts';

const whole = archiveNamed('sequential');
const parts = unzipSync(whole);

/** How the file is refused; anything but a KernelscopeError fails, and so does opening. */
async function refusalOf(bytes: Uint8Array): Promise<KernelscopeError> {
  const error: unknown = await readArchive(bytes).then(
    () => new Error('it opened'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof KernelscopeError)) throw error;
  expect(sentence(error)).toMatch(/^[A-Z].*\.$/);
  return error;
}

function withPart(name: string, content: Uint8Array | undefined): Uint8Array {
  const { [name]: _, ...rest } = parts;
  return zipSync(content ? { ...rest, [name]: content } : rest, { level: 0 });
}

function withConfig(change: (config: Record<string, unknown>) => void): Uint8Array {
  const config = JSON.parse(new TextDecoder().decode(parts['config.json'])) as Record<string, unknown>;
  change(config);
  return withPart('config.json', strToU8(JSON.stringify(config)));
}

describe('a file that is no whole archive is refused', () => {
  test.each([
    ['an empty file', new Uint8Array()],
    ['zeros', new Uint8Array(100_000)],
    ['a text', strToU8('import keras\n'.repeat(1000))],
    ['JSON', strToU8('{"keras_version": "3.15.0"}')],
  ])('%s', async (_, bytes) => {
    expect(await refusalOf(bytes)).toMatchObject({ code: 'syntax', reason: 'archive' });
  });

  test('one of HDF5, with what to do instead', async () => {
    expect(sentence(await refusalOf(parts['model.weights.h5']!))).toContain('model.save("model.keras")');
  });

  test('cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        expect((await refusalOf(whole.slice(0, length))).code).toBe('syntax');
      }),
    );
  });

  test('with a bit flipped anywhere in its content', async () => {
    // Times and attributes of files mean nothing; the content is between the first local header and the directory.
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 100, max: whole.length - 400 }), fc.nat(7), async (at, bit) => {
        const flipped = whole.slice();
        flipped[at]! ^= 1 << bit;
        const error: unknown = await readArchive(flipped).catch((reason: unknown) => reason);
        if (error instanceof KernelscopeError) expect(sentence(error)).not.toBe('');
        // What a local header repeats of the directory is not read.
        else expect((error as Awaited<ReturnType<typeof readArchive>>).weights.size).toBe(2);
      }),
      { numRuns: 150 },
    );
  });

  test.each(['config.json', 'metadata.json', 'model.weights.h5'])('without %s', async (name) => {
    expect(await refusalOf(withPart(name, undefined))).toMatchObject({ code: 'missing-key', path: name });
  });

  test('of Keras 2', async () => {
    const metadata = strToU8(JSON.stringify({ keras_version: '2.15.0' }));
    expect(await refusalOf(withPart('metadata.json', metadata))).toMatchObject({ code: 'version' });
  });

  test('with names that lead out of it', async () => {
    const bytes = zipSync({ ...parts, '../evil.txt': strToU8('x') });
    expect(await refusalOf(bytes)).toMatchObject({ code: 'syntax', path: 'zip' });
  });
});

describe('bombs are refused before they go off', () => {
  test('a part that claims to be small and inflates without end', async () => {
    const bomb = zipSync({ ...parts, 'config.json': new Uint8Array(30_000_000) }, { level: 1 });
    const view = new DataView(bomb.buffer);
    const lying = bomb.slice();
    for (let at = 0; at + 4 < lying.length; at++) {
      // Both headers' inflated sizes.
      if (view.getUint32(at, true) === 30_000_000) new DataView(lying.buffer).setUint32(at, 1000, true);
    }
    const spent = await cpuTime(async () => {
      expect(await refusalOf(bomb)).toMatchObject({ code: 'budget', path: 'config.json' });
      expect(await refusalOf(lying)).toMatchObject({ code: 'syntax', path: 'config.json' });
    });
    expect(spent).toBeLessThan(2000);
  });

  test('weights that claim a shape of their own', async () => {
    const huge = { path: 'layers/dense/vars/0', shape: [1000, 1000], data: new Float32Array(1_000_000) };
    const bytes = await writeTensors([huge], new Map());
    expect(await refusalOf(withPart('model.weights.h5', bytes))).toMatchObject({
      code: 'shape',
      path: 'layers/conv2d/vars/0',
    });
  });

  test('a layer that no browser holds', async () => {
    const bytes = withConfig((config) => {
      (config.config as { layers: { config: { units?: number } }[] }).layers[4]!.config.units = 1e9;
    });
    expect(await refusalOf(bytes)).toMatchObject({ code: 'budget' });
  });
});

describe('a config that means something else is refused with its place', () => {
  const layersOf = (config: Record<string, unknown>) =>
    (config.config as { layers: Record<string, Record<string, unknown>>[] }).layers;

  test.each([
    ['an argument that is not known here', { lora_rank: 4 }, 'unsupported', 'conv2d.lora_rank'],
    ['an argument out of its range', { filters: 0 }, 'range', 'conv2d.filters'],
    ['a window larger than its input', { kernel_size: [9, 9] }, 'shape', 'conv2d.kernel_size'],
    ['other sizes than those of the weights', { filters: 3 }, 'shape', 'layers/conv2d/vars/0'],
    [
      'a function of one’s own',
      {
        activation: {
          module: 'builtins',
          class_name: 'function',
          config: 'mine',
          registered_name: 'function',
        },
      },
      'unsupported',
      'conv2d.activation',
    ],
  ])('%s', async (_, change, code, place) => {
    const error = await refusalOf(
      withConfig((config) => Object.assign(layersOf(config)[1]!.config!, change)),
    );
    expect(error.code).toBe(code);
    expect(error.path).toContain(place);
  });

  test('a class of one’s own', async () => {
    const bytes = withConfig((config) =>
      Object.assign(layersOf(config)[1]!, {
        module: 'mine',
        class_name: 'Mine',
        registered_name: 'Pack>Mine',
      }),
    );
    expect(await refusalOf(bytes)).toMatchObject({ code: 'unknown-layer', received: '"Pack>Mine"' });
  });

  test('any other JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        await refusalOf(withPart('config.json', strToU8(text)));
      }),
    );
  });

  test('any value anywhere in it', async () => {
    const paths: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, path: readonly (string | number)[]) => {
      if (path.length > 0) paths.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    };
    walk(JSON.parse(new TextDecoder().decode(parts['config.json'])), []);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.jsonValue(), async (path, value) => {
        const bytes = withConfig((config) => {
          const parent = path
            .slice(0, -1)
            .reduce<unknown>((at, key) => Reflect.get(at as object, key), config);
          Reflect.set(parent as object, path.at(-1)!, value);
        });
        const error: unknown = await readArchive(bytes).catch((reason: unknown) => reason);
        if (error instanceof Error && !(error instanceof KernelscopeError)) throw error;
      }),
      { numRuns: 120 },
    );
  });
});

test('HDF5 that is damaged behind a good checksum neither hangs nor crashes', async () => {
  const content = parts['model.weights.h5']!;
  await fc.assert(
    fc.asyncProperty(fc.nat(content.length - 1), fc.nat(255), async (at, byte) => {
      const changed = content.slice();
      changed[at] = byte;
      const bytes = withPart('model.weights.h5', changed);
      const spent = await cpuTime(async () => {
        const error: unknown = await readArchive(bytes).catch((reason: unknown) => reason);
        if (error instanceof Error && !(error instanceof KernelscopeError)) throw error;
      });
      expect(spent).toBeLessThan(2000);
    }),
    { numRuns: 150 },
  );
});
