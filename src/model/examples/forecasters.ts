import type { Example, ExampleDocument } from './example.ts';

/** An hour ahead from the ten before, by these layers. */
function forecaster(id: string, title: string, layers: readonly object[]): Example {
  const document: ExampleDocument = {
    kernelscope: 1,
    title,
    seed: 7,
    dataset: { name: 'weather' },
    model: {
      input_shape: [10, 5],
      layers: [...layers, { class_name: 'Dense', config: { name: 'dense', units: 1 } }],
    },
    compile: { optimizer: 'adam', loss: 'mean_squared_error', metrics: ['mean_absolute_error'] },
    fit: { epochs: 20, validation_split: 0.1 },
  };
  return { id, document };
}

/** About as many parameters each: a window over the steps, and a state carried along them. */
export const forecasters: readonly Example[] = [
  forecaster('weather-conv1d', 'Weather by a Conv1D', [
    {
      class_name: 'Conv1D',
      config: { name: 'conv1d', filters: 16, kernel_size: 3, padding: 'causal', activation: 'relu' },
    },
    {
      class_name: 'Conv1D',
      config: { name: 'conv1d_1', filters: 16, kernel_size: 3, padding: 'causal', activation: 'relu' },
    },
    { class_name: 'Flatten', config: { name: 'flatten' } },
  ]),
  forecaster('weather-lstm', 'Weather by an LSTM', [
    { class_name: 'LSTM', config: { name: 'lstm', units: 14 } },
  ]),
];
