import type { coneText as english } from '../../layers/cone.ts';

export const coneText: typeof english = {
  row: (kernel, dilation, stride) =>
    `Kernel ${kernel}${dilation === '1' ? '' : `, Dilation ${dilation}`}${stride === '1' ? '' : `, Schrittweite ${stride}`}`,
  brief: (kernel, dilation, stride) =>
    `k ${kernel}${dilation === '1' ? '' : `, d ${dilation}`}${stride === '1' ? '' : `, s ${stride}`}`,
  sees: (steps) => `sieht ${steps}`,
  outside: (places) => `Padding, ${places} Stellen`,
  beyond: (step) => `← Padding, weiter bis ${step}`,
  notTime: (layer, size) => `${layer}: ${size} Stellen, nicht die Schritte der Eingabe`,
  layer: (layer) => `${layer}: `,
  stack: (layers, source) => `${layers === 1 ? 'Schicht' : 'Stapel'} auf ${source}: `,
  reach: 'Reichweite',
};
