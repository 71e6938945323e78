import { type ReactElement, useState } from 'react';
import { datasetMisfit } from '../../model/datasets/fit.ts';
import { datasets, findDataset } from '../../model/datasets/registry.ts';
import type { ModelDocument } from '../../model/document.ts';
import { formatCount, formatShape } from '../../scene/format.ts';
import { datasetTexts, dataText } from '../../text/datasets.ts';
import { attempt, type Kernelscope, useDocument, useKernelscope, useRun } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { Segments } from '../controls/segments.tsx';
import { AboutData } from './about-data.tsx';
import { ClassPictures } from './class-pictures.tsx';
import { Classes } from './classes.tsx';
import { useData } from './open-data.ts';
import { SplitBar } from './split-bar.tsx';

/** The document with another data set: pictures of another kind want other weights; another count does not. */
function setData(app: Kernelscope, dataset: Partial<ModelDocument['dataset']>, keep: boolean): void {
  const { document } = app.stores.document.getState();
  void attempt(app, () => {
    const changed = { ...document, dataset };
    return keep ? app.scope.setDocument(changed, { weights: 'keep' }) : app.scope.setDocument(changed);
  });
}

/** What can be done about a data set that is not the document's: take it, or open an example that fits it. */
function Offer({ name }: { readonly name: string }): ReactElement {
  const app = useKernelscope();
  const document = useDocument((state) => state.document);
  const network = useDocument((state) => state.network);
  const running = useRun(({ status }) => status !== 'idle');
  const misfit = datasetMisfit({ ...document, dataset: { ...document.dataset, name } }, network);
  if (!misfit) {
    return (
      <div className="data-offer">
        <Button look="primary" disabled={running} onClick={() => setData(app, { name }, false)}>
          {dataText.use}
        </Button>
        <p className="muted">{dataText.useNote}</p>
      </div>
    );
  }
  const fitting = app.examples.find((example) => {
    const { dataset } = example.document as { dataset?: { name?: unknown } };
    return dataset?.name === name && 'compile' in example.document;
  });
  return (
    <div className="data-offer">
      <p>{dataText.misfit(misfit.expected ?? '', misfit.received ?? '')}</p>
      {fitting && (
        <Button look="primary" onClick={() => void attempt(app, () => app.openExample(fitting))}>
          {dataText.open(fitting.document.title)}
        </Button>
      )}
    </div>
  );
}

/** How many pictures the document takes. */
function Sizes(): ReactElement {
  const app = useKernelscope();
  const dataset = useDocument((state) => state.document.dataset);
  const running = useRun(({ status }) => status !== 'idle');
  const { available } = findDataset(dataset.name)!;
  return (
    <div className="data-sizes">
      {(['train', 'test'] as const).map((split) => (
        <NumberField
          key={split}
          label={split === 'train' ? dataText.trainSize : dataText.testSize}
          value={dataset[split]}
          width={64}
          disabled={running}
          accepts={(count) => Number.isInteger(count) && count >= 1 && count <= available[split]}
          refusal={dataText.sizeRefused(formatCount(available[split]))}
          onChange={(count) => setData(app, { ...dataset, [split]: count }, true)}
        />
      ))}
    </div>
  );
}

/** What is looked at: a data set, one of its classes, the class that was left; `own` is the document's data set. */
interface Looked {
  readonly own: string;
  readonly name: string;
  readonly label?: number;
  readonly from?: number;
}

/** The data of the document and the others there are: what they are, their classes, their pictures, the split. */
export function DataPanel(): ReactElement {
  const document = useDocument((state) => state.document);
  const network = useDocument((state) => state.network);
  const own = document.dataset.name;
  const [looked, setLooked] = useState<Looked>({ own, name: own });
  // Another document: its data are looked at.
  if (looked.own !== own) setLooked({ own, name: own });
  const definition = findDataset(looked.name)!;
  const inUse = looked.name === own;
  const { train, test } = inUse ? document.dataset : definition.default;
  const { about } = datasetTexts[definition.licence]!;
  const data = useData(definition, train, test);
  const fits = inUse && String(definition.shape) === String(network.inputShape);
  return (
    <section className="dock-page data-panel" aria-label={dataText.title}>
      <div className="data-side">
        <Segments
          label={dataText.choose}
          options={datasets.map(({ name, licence }) => [name, datasetTexts[licence]!.title] as const)}
          value={looked.name}
          onChange={(name) => setLooked({ own, name })}
        />
        {inUse && datasetMisfit(document, network) === undefined ? <Sizes /> : <Offer name={looked.name} />}
        <SplitBar train={train} test={test} validationSplit={document.fit.validation_split} />
        <p>
          {about} {dataText.facts(formatShape(definition.shape), formatCount(definition.classes.length))}.
        </p>
      </div>
      <div className="data-main">
        {data === undefined && <p className="muted">{dataText.loading}</p>}
        {data === 'failed' && <p>{dataText.failed}</p>}
        {typeof data === 'object' && looked.label === undefined && (
          <Classes
            data={data}
            from={looked.from}
            onChoose={(label) => setLooked({ own, name: looked.name, label })}
          />
        )}
        {looked.label === undefined && <AboutData definition={definition} />}
        {typeof data === 'object' && looked.label !== undefined && (
          <ClassPictures
            key={looked.label}
            data={data}
            label={looked.label}
            fits={fits}
            onBack={() =>
              setLooked({ own, name: looked.name, ...(looked.label !== undefined && { from: looked.label }) })
            }
          />
        )}
      </div>
    </section>
  );
}
