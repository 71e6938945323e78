import * as fc from 'fast-check';

/**
 * Documents whose layers are all of one class and size and read any earlier one, with one or two outputs: only their
 * order tells their weights apart. Each layer leads to an output, as in every model of Keras's.
 */
export const wirings: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    reads: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 2, maxLength: 9 }),
    outputs: fc.tuple(fc.nat(), fc.boolean()),
  })
  .map(({ reads, outputs: [second, twice] }) => {
    const names = ['input', ...reads.map((_, at) => `l${at}`)];
    const layers = reads.map(([first, other, merges], at) => {
      const earlier = [names[first % (at + 1)]!, names[other % (at + 1)]!];
      const merging = merges && earlier[0] !== earlier[1];
      return merging
        ? { class_name: 'Add', config: { name: `l${at}` }, inputs: earlier }
        : { class_name: 'Dense', config: { name: `l${at}`, units: 3 }, inputs: [earlier[0]!] };
    });
    const last = names.at(-1)!;
    const also = names[1 + (second % reads.length)]!;
    const outputs = twice && also !== last ? [also, last] : [last];
    return { kernelscope: 1, title: 'Wiring', seed: 1, model: { input_shape: [3], layers, outputs } };
  });
