/** The part of ConvNetJS 0.3.0 that the bench uses. */
declare module 'convnetjs' {
  class Vol {
    constructor(sx: number, sy: number, depth: number, value: number);
    readonly w: Float64Array;
  }
  class Net {
    makeLayers(definitions: readonly Readonly<Record<string, unknown>>[]): void;
  }
  class Trainer {
    constructor(net: Net, options: { readonly method: 'adadelta'; readonly batch_size: number });
    train(input: Vol, label: number): { readonly loss: number };
  }
  const convnetjs: { readonly Vol: typeof Vol; readonly Net: typeof Net; readonly Trainer: typeof Trainer };
  export default convnetjs;
}
