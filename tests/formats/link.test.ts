import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KernelscopeError } from '../../src/base/errors.ts';
import { decodeLink, encodeLink } from '../../src/formats/share-url/link.ts';
import { digits } from '../../src/model/examples/digits.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { minimise } from '../../src/model/normalise.ts';
import { apiDocument } from '../api-document.ts';
import { documents } from '../arbitraries/documents.ts';
import { cpuTime } from '../cpu-time.ts';
import released from './released-links.json';

const PAGE = 'https://example.org/scope/';
/** `LONG=1` runs what the release is checked with. */
const long = process.env.LONG !== undefined;

const fragmentOf = (link: string) => link.slice(link.indexOf('#'));
const raw = (text: string | Uint8Array) => `#k1=${Buffer.from(deflateRawSync(text)).toString('base64url')}`;

async function codeOf(fragment: string): Promise<string | undefined> {
  try {
    await decodeLink(fragment);
    return undefined;
  } catch (error) {
    if (!(error instanceof KernelscopeError)) throw error;
    return error.code;
  }
}

describe('a document in a link', () => {
  test('random documents survive the round trip', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (json) => {
        const { document } = admit(json);
        const linked = await decodeLink(fragmentOf(await encodeLink(PAGE, document)));
        expect(linked?.document).toEqual(document);
      }),
      { numRuns: long ? 10_000 : 300 },
    );
  }, 600_000);

  describe('takes at most 400 characters, its page included:', () => {
    const [conv, pool, conv1, pool1, flatten, dense] = (digits.model as { layers: object[] }).layers;
    const dropout = { class_name: 'Dropout', config: { rate: 0.25 } };
    const padded = {
      class_name: 'Conv2D',
      config: { filters: 16, kernel_size: 3, strides: [2, 2], padding: 'same', activation: 'relu' },
    };
    const withLayers = (...layers: unknown[]) => ({ ...digits, model: { input_shape: [28, 28, 1], layers } });
    test.each([
      ['the default document', digits],
      ['the document of docs/api.md', apiDocument],
      ['dropout', withLayers(conv, pool, conv1, pool1, flatten, dropout, dense)],
      ['padding and strides', withLayers(conv, pool, padded, pool1, flatten, dense)],
      ['all three', withLayers(conv, pool, padded, pool1, flatten, dropout, dense)],
      ['other samples', { ...digits, dataset: { name: 'mnist', train: 1200, test: 300 } }],
    ])('%s', async (_, json) => {
      const link = await encodeLink('http://localhost:4173/', admit(json).document);
      expect(link.length).toBeLessThanOrEqual(400);
      expect((await decodeLink(fragmentOf(link)))!.document).toEqual(admit(json).document);
    });
  });

  test('is inflated to JSON, whose keys are those of the document', async () => {
    const link = await encodeLink(PAGE, admit(apiDocument).document);
    const payload = Buffer.from(fragmentOf(link).slice('#k1='.length), 'base64url');
    const json = JSON.parse(inflateRawSync(payload).toString()) as object;
    expect(Object.keys(json).sort()).toEqual(['compile', 'fit', 'model', 'seed', 'title']);
  });

  test('the version and the shape of the input may be left out, the model not', async () => {
    const layers = [{ class_name: 'Flatten' }];
    const linked = await decodeLink(raw(JSON.stringify({ model: { layers } })));
    expect(linked!.document).toMatchObject({ kernelscope: 1, model: { input_shape: [28, 28, 1] } });
    for (const json of [
      '{}',
      '[]',
      'null',
      '7',
      '{"model":[]}',
      '{"model":null}',
      '{"dataset":7,"model":{}}',
    ]) {
      expect(await codeOf(raw(json)), json).toMatch(/^(?:type|missing-key)$/);
    }
  });

  test('a fragment without k1 holds no document', async () => {
    for (const fragment of ['', '#', '#top', '#show=lens', '#k2=abc']) {
      expect(await decodeLink(fragment)).toBeUndefined();
    }
  });

  test.each(released)('released link %#: $title', async ({ fragment, document, weights }) => {
    const linked = await decodeLink(fragment);
    expect(minimise(linked!.document)).toEqual(document);
    expect(linked!.weights === undefined).toBe(weights === undefined);
    for (const [layer, tensors] of Object.entries(weights ?? {})) {
      tensors.forEach((numbers, at) => {
        const { data } = linked!.weights!.get(layer)![at]!;
        const step = Math.max(...numbers.map(Math.abs)) / 127;
        expect(data).toHaveLength(numbers.length);
        for (const [cell, number] of numbers.entries())
          expect(Math.abs(number - data[cell]!)).toBeLessThan(step);
      });
    }
  });
});

describe('a damaged link', () => {
  test('says what it is', async () => {
    expect(await codeOf('#k1=')).toBe('syntax');
    expect(await codeOf('#k1=%%%')).toBe('syntax');
    expect(await codeOf('#k1=abcde')).toBe('syntax');
    expect(await codeOf(raw('{"kernelscope":'))).toBe('syntax');
    expect(await codeOf(raw(Uint8Array.of(0x22, 0xff, 0xfe, 0x22)))).toBe('syntax');
    expect(await codeOf(raw('{}'))).not.toBeUndefined();
    expect(await codeOf(`#k1=${'A'.repeat(100_000)}`)).toBe('budget');
  });

  test('a bomb is given up before it has grown', async () => {
    const bomb = raw(' '.repeat(60_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    const times: number[] = [];
    // The process also collects the 60 MB that the test itself has made, some time or other: the least counts.
    for (let n = 0; n < 3; n++)
      times.push(await cpuTime(async () => expect(await codeOf(bomb)).toBe('budget')));
    expect(Math.min(...times)).toBeLessThan(50);
  });

  test('layers inside wrappers are as short as others, and come back', async () => {
    const convolution = (dilation_rate: number) => ({
      class_name: 'TimeDistributed',
      config: {
        layer: {
          class_name: 'Conv1D',
          config: { filters: 32, kernel_size: 5, padding: 'causal', activation: 'elu', dilation_rate },
        },
      },
    });
    const { document } = admit({
      kernelscope: 1,
      model: {
        input_shape: [5, 10, 1],
        layers: [
          ...[1, 2, 4, 8, 16].map(convolution),
          { class_name: 'TimeDistributed', config: { layer: { class_name: 'Flatten' } } },
          { class_name: 'Bidirectional', config: { layer: { class_name: 'LSTM', config: { units: 4 } } } },
          { class_name: 'BatchNormalization' },
          { class_name: 'Dense', config: { units: 1 } },
        ],
      },
    });
    const link = await encodeLink(PAGE, document);
    expect((await decodeLink(fragmentOf(link)))?.document).toEqual(document);
    const payload = Buffer.from(new URLSearchParams(fragmentOf(link).slice(1)).get('k1')!, 'base64url');
    const text = inflateRawSync(payload).toString();
    expect(text).not.toContain('conv1d');
    expect(text).not.toContain('name":"lstm');
    expect(link.length).toBeLessThan(400);
  });

  test('exactly 64 KiB of JSON are read', async () => {
    const short = JSON.stringify(minimise(admit(digits).document));
    expect(await codeOf(raw(short + ' '.repeat(65_536 - short.length)))).toBeUndefined();
    expect(await codeOf(raw(short + ' '.repeat(65_537 - short.length)))).toBe('budget');
  });

  test('damaged payloads are refused, whatever they are', async () => {
    const document = minimise(admit(digits).document);
    const whole = Buffer.from(
      fragmentOf(await encodeLink(PAGE, admit(digits).document)).slice(4),
      'base64url',
    );
    const json = JSON.stringify(document);
    const flipped = fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), {
        minLength: 1,
        maxLength: 4,
      })
      .map((flips) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, bits] of flips) bytes[at]! ^= bits;
        return `#k1=${Buffer.from(bytes).toString('base64url')}`;
      });
    const cut = fc.nat(whole.length - 1).map((end) => `#k1=${whole.subarray(0, end).toString('base64url')}`);
    const edited = fc
      .tuple(fc.nat(json.length - 1), fc.string({ maxLength: 3 }))
      .map(([at, text]) => raw(json.slice(0, at) + text + json.slice(at + text.length + 1)));
    const value = fc.json({ maxDepth: 4 }).map((text) => raw(text));
    const text = fc.string({ maxLength: 200 }).map((payload) => `#k1=${payload}`);
    let slowest = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(flipped, cut, edited, value, text), async (fragment) => {
        slowest = Math.max(slowest, await cpuTime(() => codeOf(fragment)));
      }),
      { numRuns: long ? 100_000 : 2000 },
    );
    expect(slowest).toBeLessThan(50);
  }, 600_000);
});

describe('weights in a link', () => {
  const { document, network } = admit(digits);
  const tensors = initialWeights(network, 7);

  test('come back within half a step of 8 bits, in at most 8,000 characters', async () => {
    const link = await encodeLink(PAGE, document, { network, tensors });
    expect(link.length).toBeLessThanOrEqual(8000);
    const linked = await decodeLink(fragmentOf(link));
    expect([...linked!.weights!.keys()]).toEqual([...tensors.keys()]);
    for (const [name, list] of tensors) {
      list.forEach((tensor, i) => {
        const back = linked!.weights!.get(name)![i]!;
        expect({ name: back.name, shape: back.shape }).toEqual({ name: tensor.name, shape: tensor.shape });
        const step = Math.max(...tensor.data.map(Math.abs)) / 127;
        back.data.forEach((value, at) => {
          expect(Math.abs(value - tensor.data[at]!)).toBeLessThanOrEqual(step * 0.5001);
        });
      });
    }
  });

  test('too many are refused', async () => {
    const layers = [
      { class_name: 'Flatten', config: {} },
      { class_name: 'Dense', config: { units: 100 } },
    ];
    const large = admit({ ...digits, model: { input_shape: [28, 28, 1], layers }, compile: undefined });
    const weights = { network: large.network, tensors: initialWeights(large.network, 1) };
    await expect(encodeLink(PAGE, large.document, weights)).rejects.toMatchObject({ code: 'too-long' });
  });

  test('of another model, or damaged, are refused', async () => {
    const link = fragmentOf(await encodeLink(PAGE, document, { network, tensors }));
    expect(await codeOf(link)).toBeUndefined();
    const [k1, w1] = link.split('&') as [string, string];
    expect(await codeOf(`${k1}&${w1.slice(0, -8)}`)).toBe('syntax');
    expect(await codeOf(`${k1}&w1=`)).toBe('syntax');
    expect(await codeOf(`${k1}&w1=AAAA`)).toBe('syntax');
    const endless = Buffer.alloc(network.params + 4 * 6, 0xff);
    const scales = deflateRawSync(endless).toString('base64url');
    expect(await codeOf(`${k1}&w1=${scales}`)).toBe('syntax');
  });
});
