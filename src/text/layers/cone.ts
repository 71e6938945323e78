/** Texts of the receptive cone. Figures come formatted. */
export const coneText = {
  row: (kernel: string, dilation: string, stride: string) =>
    `kernel ${kernel}${dilation === '1' ? '' : `, dilation ${dilation}`}${stride === '1' ? '' : `, stride ${stride}`}`,
  brief: (kernel: string, dilation: string, stride: string) =>
    `k ${kernel}${dilation === '1' ? '' : `, d ${dilation}`}${stride === '1' ? '' : `, s ${stride}`}`,
  /** What a step of a level can see of the lowest. */
  sees: (steps: string) => `sees ${steps}`,
  outside: (places: string) => `padding, ${places} places`,
  beyond: (step: string) => `← padding, on to ${step}`,
  notTime: (layer: string, size: string) => `${layer}: ${size} places, not the input’s steps`,
  layer: (layer: string) => `${layer}: `,
  stack: (layers: number, source: string) => `${layers === 1 ? 'layer' : 'stack'} on ${source}: `,
  reach: 'reach',
};
