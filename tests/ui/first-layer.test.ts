import { expect, test } from 'vitest';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { EXAMPLES } from '../../src/scope/examples.ts';
import { firstLayer } from '../../src/ui/examples/first-layer.ts';

const typed = EXAMPLES.filter(({ probe, weights }) => probe && weights);

test.each(typed.map((example) => [example.id, example] as const))(
  'the small picture of %s is what its first layer gives',
  async (_, example) => {
    const { network, trace } = await firstLayer(example, 'https://example.org/');
    const whole = admit(example.document).network;
    const weights = new Map(
      whole.layers.map((layer) => [
        layer.name,
        layer.weights.map(({ name, shape }, at) => ({
          name,
          shape,
          data: Float32Array.from(example.weights![layer.name]![at]!.data),
        })),
      ]),
    );
    const input = { shape: example.probe!.shape, data: Float32Array.from(example.probe!.data) };
    const first = network.layers[0]!.name;
    expect(trace.layers.get(first)).toEqual(forward(whole, weights, input).layers.get(first));
  },
);

test('without its data set it rejects', async () => {
  const digits = EXAMPLES.find(({ id }) => id === 'digits')!;
  await expect(firstLayer(digits, 'http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'network' });
});
