/** What a script in Node does with the package: no browser, and what belongs to one is imported without harm. */
import assert from 'node:assert/strict';
import { setSite } from 'kernelscope';
import { axisWindow, KernelscopeError, readLink, readModel, windowTaps } from 'kernelscope/model';
import { KernelScope } from 'kernelscope/react';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';

const model = readModel({
  kernelscope: 1,
  model: {
    input_shape: [5, 5, 1],
    layers: [
      { class_name: 'Conv2D', config: { filters: 2, kernel_size: 3, strides: 2, activation: 'relu' } },
      { class_name: 'Flatten' },
      { class_name: 'Dense', config: { units: 3 } },
    ],
  },
});
assert.equal(model.params, (3 * 3 * 1 + 1) * 2 + (8 + 1) * 3);
assert.deepEqual(model.summary()[0]?.output_shape, [null, 2, 2, 2]);

const pass = model.forward({ shape: [5, 5, 1], data: new Float32Array(25).fill(1) });
const explained = pass.explain('conv2d', [0, 0, 1]);
assert.equal(explained.terms.length, 9);

const windows = [axisWindow({ size: 5, kernel: 3, stride: 2, dilation: 1, padding: 'valid' })];
assert.deepEqual(
  windowTaps(windows, [1]).map(({ cell }) => cell[0]),
  [2, 3, 4],
);

const link = await model.shareUrl('https://example.org/kernelscope/');
assert.deepEqual((await readLink(link)).getDocument(), model.getDocument());
assert.throws(() => model.layer('conv3d'), KernelscopeError);

setSite('https://example.org/kernelscope');
const html = renderToString(
  createElement(KernelScope, { document: '#k1=abc', show: ['stage', 'lens'], className: 'wide' }),
);
assert.equal(html, '<kernel-scope document="#k1=abc" class="wide" show="stage,lens"></kernel-scope>');

console.log(
  model
    .summary()
    .map(({ name, params }) => `${name} ${params}`)
    .join('\n'),
);
