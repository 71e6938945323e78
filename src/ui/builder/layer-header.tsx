import { memo, type ReactElement, useState } from 'react';
import { INPUT_NAME, type NetworkLayer } from '../../model/network.ts';
import { formatCount, formatShape } from '../../scene/format.ts';
import { builder } from '../../text/builder.ts';
import { page } from '../../text/page.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { Icon } from '../controls/icons.tsx';
import { openLens } from '../view-actions.ts';
import type { Ask } from './asked.ts';

interface ToolsProps {
  readonly layer: string;
  readonly ask: Ask;
  /** Whether Tab comes by: the buttons of 200 layers would be in everybody's way. */
  readonly near: boolean;
}

/** What can be done to a layer and where another can be put, quiet until the layer is pointed at or focused. */
function Tools({ layer, ask, near }: ToolsProps): ReactElement {
  const tool = (what: 'menu' | 'palette', label: string, icon: 'more' | 'plus') => (
    <button
      type="button"
      className={`layer-tool layer-${what}`}
      aria-label={label}
      aria-haspopup={what === 'menu' ? 'menu' : 'dialog'}
      title={label}
      tabIndex={near ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation();
        ask({ what, layer, anchor: event.currentTarget });
      }}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <>
      {layer !== INPUT_NAME && tool('menu', builder.more(layer), 'more')}
      {tool('palette', builder.insertAfter(layer), 'plus')}
    </>
  );
}

/** The input's name and shape; the button that changes them; layers can be put after it. */
export function InputHeader({
  shape,
  ask,
}: {
  readonly shape: readonly (number | null)[];
  readonly ask: Ask | undefined;
}): ReactElement {
  const inside = (
    <>
      <span className="layer-name">{page.layer.input}</span>
      <span className="layer-shape">{formatShape(shape)}</span>
    </>
  );
  return (
    <li className="layer-slot">
      {ask ? (
        <button
          type="button"
          className="layer-header"
          data-layer={INPUT_NAME}
          aria-label={builder.input.change(formatShape(shape))}
          aria-haspopup="dialog"
          title={builder.input.title}
          onClick={(event) => {
            event.stopPropagation();
            ask({ what: 'input', layer: INPUT_NAME, anchor: event.currentTarget });
          }}
        >
          {inside}
        </button>
      ) : (
        <span className="layer-header" data-layer={INPUT_NAME}>
          {inside}
        </span>
      )}
      {ask && <Tools layer={INPUT_NAME} ask={ask} near />}
    </li>
  );
}

interface Props {
  readonly layer: NetworkLayer;
  readonly open: boolean;
  /** Absent where the model is only looked at. */
  readonly ask: Ask | undefined;
}

/** A layer's name, shape and parameters over the picture: the button that opens its lens, and what changes it. */
export const LayerHeader = memo(function LayerHeader({ layer, open, ask }: Props): ReactElement {
  const { stores } = useKernelscope();
  const [near, setNear] = useState(false);
  const { name, kind } = layer;
  const shape = formatShape(layer.declaredShape);
  const isOutput = useDocument(({ network }) => network.outputs.length > 1 && network.outputs.includes(name));
  const params = layer.params > 0 ? page.layer.params(formatCount(layer.params)) : page.layer.noParams;
  return (
    <li
      className="layer-slot"
      onFocus={() => setNear(true)}
      onBlur={() => setNear(false)}
      onContextMenu={(event) => {
        if (!ask) return;
        event.preventDefault();
        ask({ what: 'menu', layer: name, anchor: event.currentTarget });
      }}
    >
      <button
        type="button"
        className="layer-header"
        data-layer={name}
        aria-label={page.layer.open(name, kind, shape, params)}
        aria-expanded={open}
        title={`${kind} · ${shape} · ${params}`}
        onClick={(event) => {
          event.stopPropagation();
          openLens(stores, name);
        }}
      >
        <span className="layer-name">
          {name}
          {isOutput && <span className="layer-output">{page.layer.output}</span>}
        </span>
        <span className="layer-shape">
          {shape}
          {layer.params > 0 && <span className="layer-params">{params}</span>}
        </span>
      </button>
      {ask && <Tools layer={name} ask={ask} near={near} />}
    </li>
  );
});
