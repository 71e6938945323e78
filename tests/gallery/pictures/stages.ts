import { firstConvolution } from '../../../src/model/examples/first-convolution.ts';
import { forward } from '../../../src/model/forward.ts';
import { admit } from '../../../src/model/gate.ts';
import type { Mark, Picture } from '../../../src/scene/marks.ts';
import type { StageLayout, StageOptions } from '../../../src/scene/stage/bands.ts';
import { blendLayouts } from '../../../src/scene/stage/blend.ts';
import { layoutStage } from '../../../src/scene/stage/layout.ts';
import { stageOverlay } from '../../../src/scene/stage/overlay.ts';
import { stagePicture } from '../../../src/scene/stage/picture.ts';
import { digits, type Example, networkOf, noise, seven } from '../network-of.ts';
import { lensOf } from '../with-formulas.ts';

interface Cell {
  readonly layer: string;
  readonly index: readonly number[];
}

/** Base and overlay with the names where the page writes them. */
function drawn({ network, trace, weights }: Example, layout: StageLayout, focus?: Cell): Picture {
  const headers = layout.bands.flatMap(({ name, header, role }): Mark[] => {
    if (role === 'strip') return [];
    const shape = (name === 'input' ? network.inputShape : network.byName.get(name)!.outputShape).join('×');
    return [
      { type: 'text', x: header.x, y: header.y + 14, text: name, size: 12, ink: 'ink', weight: 600 },
      { type: 'text', x: header.x, y: header.y + 30, text: shape, size: 11, ink: 'muted' },
    ];
  });
  const lens: Mark[] = layout.lens ? [{ type: 'rect', ...layout.lens, stroke: 'line', dash: [4, 4] }] : [];
  const base = stagePicture(layout, network, trace, weights, { known: () => ({ targets: [7] }) });
  const overlay = stageOverlay(layout, network, trace, focus);
  return { ...base, marks: [...base.marks, ...headers, ...lens, ...overlay.marks] };
}

/** The stage of an example as the page draws it, with a cell in focus. */
export function stage(example: Example, options: StageOptions, focus?: Cell): Picture {
  return drawn(example, layoutStage(example.network, options), focus);
}

export const WIDE = { width: 1080, height: 480, direction: 'row' } as const;
export const PHONE = { width: 390, height: 700, direction: 'column' } as const;

let traced: Example | undefined;
let few: Example | undefined;

/** One of each layer kind that changes the columns' form; traced once. */
function deep(): Example {
  traced ??= networkOf(noise([8, 8, 3]), [
    ['Conv2D', { filters: 8, kernel_size: 3, padding: 'same' }],
    ['ReLU'],
    ['Conv2D', { filters: 4, kernel_size: 3, activation: 'relu' }],
    ['AveragePooling2D'],
    ['Dropout', { rate: 0.25 }],
    ['Conv2D', { filters: 12, kernel_size: 3, activation: 'relu' }],
    ['GlobalAveragePooling2D'],
    ['Dense', { units: 128, activation: 'relu' }],
    ['Dense', { units: 100, activation: 'softmax' }],
  ]);
  return traced;
}

/** Ten columns, more than fit side by side with their kernels. */
function tight(): Example {
  return networkOf(noise([16, 16, 3]), [
    ['Conv2D', { filters: 8, kernel_size: 3, padding: 'same' }],
    ['MaxPooling2D'],
    ['Conv2D', { filters: 16, kernel_size: 3, padding: 'same' }],
    ['MaxPooling2D'],
    ['Conv2D', { filters: 32, kernel_size: 3, padding: 'same' }],
    ['MaxPooling2D'],
    ['Flatten'],
    ['Dropout', { rate: 0.4 }],
    ['Dense', { units: 8, activation: 'softmax' }],
  ]);
}

/** The front page's network with fewer maps. */
function small(): Example {
  few ??= networkOf(seven([16, 16, 1]), [
    ['Conv2D', { filters: 4, kernel_size: 3, activation: 'relu' }],
    ['MaxPooling2D'],
    ['Conv2D', { filters: 6, kernel_size: 3, activation: 'relu' }],
    ['MaxPooling2D'],
    ['Flatten'],
    ['Dense', { units: 10, activation: 'softmax' }],
  ]);
  return few;
}

/** Every course's first example, with its own kernel and grid. */
function first(): Example {
  const { network } = admit(firstConvolution.document);
  const kernel = Float32Array.from(firstConvolution.weights!.conv2d![0]!.data);
  const weights = new Map([['conv2d', [{ name: 'kernel', shape: [3, 3, 1, 1], data: kernel }]]]);
  const input = { shape: [5, 5, 1], data: Float32Array.from(firstConvolution.probe!.data) };
  return { network, weights, trace: forward(network, weights, input) };
}

function blended(): Picture {
  const example = small();
  const far = layoutStage(example.network, WIDE);
  const near = layoutStage(example.network, { ...WIDE, open: 'conv2d_1', channel: 2 });
  return drawn(example, blendLayouts(far, near, 0.5));
}

function many(): Example {
  return networkOf(
    noise([3, 3, 1]),
    Array.from({ length: 199 }, () => ['ReLU'] as const),
  );
}

export const stagePictures = {
  'stage-rest': () => stage(digits(), WIDE),
  'stage-focus': () => stage(small(), WIDE, { layer: 'conv2d_1', index: [2, 3, 2] }),
  'stage-focus-first': () => stage(small(), WIDE, { layer: 'conv2d', index: [6, 8, 3] }),
  'stage-focus-dense': () => stage(small(), WIDE, { layer: 'dense', index: [7] }),
  'stage-focus-input': () => stage(small(), WIDE, { layer: 'input', index: [6, 9, 0] }),
  'stage-large': () => stage(small(), { ...WIDE, width: 1800, height: 760 }),
  'stage-small': () => stage(small(), { ...WIDE, width: 700, height: 320 }),
  'stage-phone': () => stage(small(), PHONE, { layer: 'conv2d', index: [6, 8, 3] }),
  'stage-deep': () => stage(deep(), WIDE, { layer: 'conv2d_1', index: [3, 3, 3] }),
  'stage-deep-phone': () => stage(deep(), PHONE),
  'stage-one-layer': () => stage(first(), WIDE, { layer: 'conv2d', index: [1, 1, 0] }),
  'lens-first-convolution': () => lensOf(first(), 'conv2d', [0, 0, 0]),
  'stage-dilation': () =>
    stage(
      networkOf(seven([14, 14, 1]), [['Conv2D', { filters: 3, kernel_size: 3, dilation_rate: 3 }]]),
      WIDE,
      {
        layer: 'conv2d',
        index: [2, 3, 1],
      },
    ),
  'stage-open': () =>
    stage(digits(), { ...WIDE, open: 'conv2d_1', channel: 2 }, { layer: 'conv2d_1', index: [4, 7, 2] }),
  'stage-open-first': () =>
    stage(digits(), { ...WIDE, open: 'conv2d', channel: 2 }, { layer: 'conv2d', index: [4, 7, 2] }),
  'stage-open-dense': () => stage(digits(), { ...WIDE, open: 'dense' }, { layer: 'dense', index: [7] }),
  'stage-open-flatten': () =>
    stage(digits(), { ...WIDE, open: 'flatten' }, { layer: 'flatten', index: [279] }),
  'stage-open-phone': () =>
    stage(digits(), { ...PHONE, open: 'conv2d_1', channel: 2 }, { layer: 'conv2d_1', index: [4, 7, 2] }),
  'stage-tight': () => stage(tight(), { ...WIDE, width: 984, height: 500 }),
  'stage-many-maps': () =>
    stage(networkOf(noise([4, 4, 1]), [['Conv2D', { filters: 1024, kernel_size: 3, padding: 'same' }]]), {
      ...WIDE,
      width: 640,
      height: 260,
    }),
  'stage-many-slices': () =>
    stage(networkOf(noise([5, 5, 64]), [['Conv2D', { filters: 3, kernel_size: 3 }]]), WIDE, {
      layer: 'conv2d',
      index: [1, 1, 1],
    }),
  'stage-512': () =>
    stage(networkOf(seven([512, 512, 1]), [['MaxPooling2D', { pool_size: 8 }]]), WIDE, {
      layer: 'max_pooling2d',
      index: [20, 30, 0],
    }),
  'stage-200-layers': () => stage(many(), WIDE),
  'stage-200-layers-open': () =>
    stage(many(), { ...WIDE, open: 're_lu_99', channel: 0 }, { layer: 're_lu_99', index: [1, 1, 0] }),
  'stage-blend': blended,
};
