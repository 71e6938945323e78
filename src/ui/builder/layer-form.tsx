import { type ReactElement, useCallback, useState } from 'react';
import type { Json } from '../../base/json.ts';
import { type Argument, argumentsOf } from '../../model/arguments/arguments.ts';
import { setArgument } from '../../model/edit/argument.ts';
import { minimise } from '../../model/normalise.ts';
import { formatCount, formatShape } from '../../scene/format.ts';
import { meaningOf } from '../../text/arguments.ts';
import { builder } from '../../text/builder.ts';
import { palette } from '../../text/palette.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { ArgumentRow } from './argument-row.tsx';
import { positionOf } from './asked.ts';
import { edit } from './edit.ts';
import { type Judgement, judge } from './judge.ts';
import { rename } from './layer-edits.ts';
import { type Fix, fixed } from './nearest.ts';
import { written } from './values.ts';
import { Wiring } from './wiring.tsx';

interface Short {
  readonly model: { readonly layers: readonly { readonly config?: Readonly<Record<string, Json>> }[] };
}

/** Everything that can be set of the layer whose lens is open; figures follow while one types. */
export function LayerForm({ layer: name }: { readonly layer: string }): ReactElement | null {
  const app = useKernelscope();
  const { document, network } = useDocument((state) => state);
  const [preview, setPreview] = useState<Judgement>();
  const [help, setHelp] = useState<string>();
  const judged = useCallback(
    (argument: Argument, value: Json) => judge(document, name, argument, value),
    [document, name],
  );
  const layer = network.byName.get(name);
  if (!layer) return null;

  const position = positionOf(network, name);
  const said = (minimise(document) as Short).model.layers[position]?.config ?? {};
  const values = layer.config as unknown as Readonly<Record<string, Json>>;
  // What is typed shows its figures before it is sent.
  const shown = preview?.network?.layers[position] ?? layer;
  const apply = (fix: Fix) => {
    const [argument, value] = fix.at(-1)!;
    if (argument === 'name') return void rename(app, name, String(value));
    const label = builder.done.set(name, argument, written(value));
    void edit(app, { make: (now) => fixed(now, name, fix), label, about: name });
  };
  const reset = (argument: Argument) => {
    const make: Parameters<typeof edit>[1]['make'] = (now) =>
      setArgument(now, name, argument.name, undefined);
    void edit(app, {
      make,
      label: builder.done.set(name, argument.name, builder.form.defaulted),
      about: name,
    });
  };
  const figures = [
    [builder.form.output, formatShape(shown.declaredShape)],
    [builder.form.params, formatCount(shown.params)],
    [builder.form.macs, formatCount(shown.macs)],
  ] as const;
  const all = argumentsOf(layer.kind);
  const ordered = [
    ...all.filter((argument) => argument.name === 'name'),
    ...all.filter((argument) => argument.name !== 'name'),
  ];
  return (
    <section className="layer-form" aria-label={builder.form.title(name)} key={`${layer.kind} ${position}`}>
      <h2 className="layer-kind">{layer.kind}</h2>
      <p className="muted layer-line">{palette[layer.kind].line}</p>
      <dl className="layer-figures" data-preview={shown !== layer || undefined}>
        {figures.map(([what, figure]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <Wiring key={`wiring ${name}`} layer={layer} />
      <div className="arguments">
        {ordered.map((argument) => (
          <ArgumentRow
            key={argument.name}
            argument={argument}
            value={values[argument.name]}
            meaning={meaningOf(layer.kind, argument.name)}
            said={said[argument.name]}
            judge={judged}
            onPreview={setPreview}
            onChange={apply}
            onReset={reset}
            onNear={setHelp}
          />
        ))}
      </div>
      <p className="argument-help muted" aria-hidden="true">
        {help ?? builder.form.help}
      </p>
    </section>
  );
}
