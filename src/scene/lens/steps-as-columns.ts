import { axisWindow } from '../../model/window.ts';
import { adaptedLens, cellsBack } from './adapt.ts';
import { sizeFormula } from './formula.ts';
import type { LayerScene } from './request.ts';

/** A picture of `[row, col, channel]` maps for a sequence `[step, channel]`: one row, its steps the columns. */
export function stepsAsColumns(scene: LayerScene): LayerScene {
  const withRow = (axes: readonly number[], at: number) => (axes.length > 1 ? [at, ...axes] : [...axes]);
  const withoutRow = (index: readonly number[]) => (index.length > 2 ? index.slice(1) : index);
  return {
    ...scene,
    lens(context) {
      const { node, source, traced, index } = context;
      const only = axisWindow({ size: 1, kernel: 1, stride: 1, dilation: 1, padding: 'valid' });
      const own = { ...source, shape: withRow(source.shape, 1) };
      const output = { ...traced.output, shape: withRow(traced.output.shape, 1) };
      const definition = {
        ...node.definition,
        windows: () => [only, ...node.definition.windows!(node.config, node.inputShapes)],
      };
      const picture = adaptedLens(scene, {
        context: {
          ...context,
          node: { ...node, definition, outputShape: withRow(node.outputShape, 1) },
          source: own,
          sources: [own],
          index: withRow(index, 0),
          traced: { ...traced, output },
        },
        back: cellsBack(context, withoutRow, withoutRow),
      });
      if (node.outputShape.length === 1) return picture;
      return { ...picture, size: sizeFormula(node.definition.windows!(node.config, node.inputShapes)) };
    },
  };
}
