import { expect, test } from 'vitest';
import { initialWeights } from '../../../src/model/initialise.ts';
import type { WeightEdit } from '../../../src/model/kernels/apply.ts';
import { createStores } from '../../../src/stores/stores.ts';
import type { Kernelscope } from '../../../src/ui/context.ts';
import { createWeightEditor } from '../../../src/ui/lens/weight-editor.ts';

/** A scope that answers when it is told to. */
function setUp() {
  const stores = createStores();
  const { network } = stores.document.getState();
  stores.trace.setState({ weights: initialWeights(network, 1) });
  const calls: { layer: string; edits: readonly WeightEdit[]; step: string | undefined }[] = [];
  const answers: ((error?: Error) => void)[] = [];
  const scope = {
    editWeights(layer: string, edits: readonly WeightEdit[], { step }: { step?: string }) {
      calls.push({ layer, edits, step });
      return new Promise<void>((resolve, reject) => {
        answers.push((error) => (error ? reject(error) : resolve()));
      });
    },
  };
  const editor = createWeightEditor({ stores, scope } as unknown as Kernelscope);
  const answer = async (error?: Error) => {
    answers.shift()!(error);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { editor, calls, answer, stores };
}

const place = { layer: 'conv2d', weight: 'kernel', index: [1, 1, 0, 3] };
const edit = (value: number, index = place.index) => ({ weight: 'kernel', index, value });

test('while a call is under way only the last value waits, and it counts at once', async () => {
  const { editor, calls, answer } = setUp();
  for (const value of [0.1, 0.2, 0.3, 0.4]) editor.set('conv2d', [edit(value)], 'drag');
  expect(calls).toEqual([{ layer: 'conv2d', edits: [edit(0.1)], step: 'drag' }]);
  expect(editor.valueOf(place)).toBe(0.4);
  await answer();
  expect(calls.slice(1)).toEqual([{ layer: 'conv2d', edits: [edit(0.4)], step: 'drag' }]);
  await answer();
  expect(calls).toHaveLength(2);
});

test('other weights of the gesture keep their values; another gesture is another call', async () => {
  const { editor, calls, answer } = setUp();
  editor.set('conv2d', [edit(0)], 'one');
  editor.set('conv2d', [edit(1), edit(2, [0, 0, 0, 0])], 'one');
  editor.set('conv2d', [edit(3)], 'one');
  editor.set('conv2d', [edit(4)], 'two');
  for (let n = 0; n < 3; n++) await answer();
  expect(calls.map(({ edits, step }) => [step, edits.map(({ value }) => value)])).toEqual([
    ['one', [0]],
    ['one', [3, 2]],
    ['two', [4]],
  ]);
});

test('a refused edit is said, and the number in hand counts again', async () => {
  const { editor, answer, stores } = setUp();
  const before = editor.valueOf(place);
  editor.set('conv2d', [edit(5)]);
  const fault = new Error('busy');
  await answer(fault);
  expect(stores.status.getState().error).toBe(fault);
  expect(editor.valueOf(place)).toBe(before);
});
