import { type ReactElement, useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { setInputs, setOutput } from '../../model/edit/rewire.ts';
import { INPUT_NAME, type Network, type NetworkLayer } from '../../model/network.ts';
import { partName } from '../../model/part-names.ts';
import { formatShape } from '../../scene/format.ts';
import { builder } from '../../text/builder.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { Icon } from '../controls/icons.tsx';
import { edit } from './edit.ts';

interface Readable {
  readonly name: string;
  readonly shape: readonly number[];
}

/** Everything that a layer can read: the input, the layers before it, and their states. */
function readableBy(network: Network, layer: NetworkLayer): Readable[] {
  const before = network.layers.slice(0, network.layers.indexOf(layer));
  const outputs = before.flatMap(({ name, outputShape, stateShapes }) =>
    [outputShape, ...stateShapes].map((shape, part) => ({ name: partName(name, part), shape })),
  );
  return [{ name: INPUT_NAME, shape: network.inputShape }, ...outputs];
}

/** Which layers a layer reads, and whether what it gives is an output of the model; what cannot be says why. */
export function Wiring({ layer }: { readonly layer: NetworkLayer }): ReactElement {
  const app = useKernelscope();
  const network = useDocument((state) => state.network);
  const [said, setSaid] = useState<string>();
  const id = useId();
  const { name, inputs, definition } = layer;
  const several = definition.arity !== undefined;
  const isOutput = network.outputs.includes(name);
  const read = (names: readonly string[]) => {
    const label = builder.done.set(name, 'inputs', names.join(', '));
    const make: Parameters<typeof edit>[1]['make'] = (document) => setInputs(document, name, names);
    void edit(app, { make, label, about: name }).then(setSaid);
  };
  const give = (gives: boolean) => {
    const label = gives ? builder.done.output(name) : builder.done.noOutput(name);
    void edit(app, { make: (document) => setOutput(document, name, gives), label }).then(setSaid);
  };
  return (
    <div className="wiring">
      <fieldset className="argument" aria-label={builder.wiring.reads}>
        <span className="argument-name">{builder.wiring.reads}</span>
        <MenuTrigger>
          <Button
            className="select wiring-reads"
            aria-label={builder.wiring.choose(inputs.join(', '))}
            aria-describedby={id}
          >
            <span>{inputs.join(', ')}</span>
            <Icon name="down" />
          </Button>
          <Popover className="popover" placement="bottom end">
            <Menu
              className="menu wiring-menu"
              aria-label={builder.wiring.reads}
              selectionMode={several ? 'multiple' : 'single'}
              disallowEmptySelection
              selectedKeys={new Set(inputs)}
              onSelectionChange={(keys) => {
                if (keys === 'all') return;
                const kept = inputs.filter((input) => keys.has(input));
                const added = [...keys].map(String).filter((key) => !inputs.includes(key));
                read([...kept, ...added]);
              }}
            >
              {readableBy(network, layer).map((source) => (
                <MenuItem key={source.name} id={source.name} className="menu-item" textValue={source.name}>
                  {inputs.includes(source.name) && <Icon name="check" />}
                  <span className="menu-label">{source.name}</span>
                  <span className="menu-note">{formatShape(source.shape)}</span>
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      </fieldset>
      <fieldset className="argument" aria-label={builder.wiring.output}>
        <label className="argument-name" htmlFor={`${id}-output`}>
          {builder.wiring.output}
        </label>
        <input
          id={`${id}-output`}
          type="checkbox"
          role="switch"
          className="value-switch"
          checked={isOutput}
          aria-checked={isOutput}
          aria-describedby={id}
          onChange={(event) => give(event.target.checked)}
        />
      </fieldset>
      <div id={id} className="argument-said" aria-live="polite">
        {said !== undefined && <p className="field-error">{said}</p>}
      </div>
    </div>
  );
}
