import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useStore } from 'zustand/react';
import { PRESETS, type Preset } from '../../formats/presets/presets.ts';
import { CUSTOM, type CustomDataset, isCustom } from '../../model/datasets/custom.ts';
import type { DatasetDefinition } from '../../model/datasets/definition.ts';
import { datasetMisfit } from '../../model/datasets/fit.ts';
import type { Reading } from '../../model/datasets/reading.ts';
import { datasetOf, datasets, findDataset } from '../../model/datasets/registry.ts';
import type { ModelDocument } from '../../model/document.ts';
import { formatCount, formatShape } from '../../scene/format.ts';
import { datasetTexts, dataText } from '../../text/datasets.ts';
import { spokenDataset, spokenName } from '../../text/names.ts';
import { notices } from '../../text/notices.ts';
import { ownDataText } from '../../text/own-data-page.ts';
import { attempt, type Kernelscope, useDocument, useKernelscope, useRun } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { SelectField } from '../controls/select.tsx';
import { AboutData } from './about-data.tsx';
import { ClassPictures } from './class-pictures.tsx';
import { Classes } from './classes.tsx';
import { useData } from './open-data.ts';
import { OpenDataButtons } from './own/open-buttons.tsx';
import { type OwnFile, ownFiles } from './own/own-files.ts';
import { SplitBar } from './split-bar.tsx';
import { WindowsStrip } from './windows-strip.tsx';

/** A data set as the list calls it; of several with one title the shape tells them apart. */
function titleOf(name: string): string {
  const { licence, shape } = findDataset(name)!;
  const { title } = datasetTexts[licence]!;
  const alone = datasets.every(
    (other) => other.name === name || datasetTexts[other.licence]!.title !== title,
  );
  return alone ? title : `${title}, ${formatShape(shape)}`;
}

const OwnData = lazy(async () => ({ default: (await import('./own/own-data.tsx')).OwnData }));

/** A file that the document's data came from is read as it was then. */
function readingOf(mine: CustomDataset | undefined, files: readonly OwnFile[]): Reading {
  const known = mine && files.some(({ path }) => path.split('/').includes(mine.file));
  return known ? mine.reading : {};
}

/** What is to be said of a sample. */
function targetsText(definition: DatasetDefinition): string {
  const { target } = spokenDataset(definition);
  const text = dataText.targets;
  if (target.type === 'numbers') return text.numbers(target.names.join(', '), target.unit);
  const classes = formatCount(target.classes.length);
  return target.type === 'heads' ? text.heads(formatCount(target.heads), classes) : text.classes(classes);
}

/** The document with another data set: pictures of another kind want other weights; another count does not. */
function setData(app: Kernelscope, dataset: Partial<ModelDocument['dataset']>, keep: boolean): void {
  const { document } = app.stores.document.getState();
  void attempt(app, () => {
    const changed = { ...document, dataset };
    return keep ? app.scope.setDocument(changed, { weights: 'keep' }) : app.scope.setDocument(changed);
  });
}

async function openFitting(app: Kernelscope, preset: Preset): Promise<void> {
  await (await import('../examples/show-preset.ts')).showPreset(app, preset);
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
  const preset = PRESETS.find(({ dataset }) => dataset === name);
  return (
    <div className="data-offer">
      <p>{dataText.misfit(misfit.expected ?? '', misfit.received ?? '')}</p>
      {fitting && (
        <Button look="primary" onClick={() => void attempt(app, () => app.openExample(fitting))}>
          {dataText.open(spokenName(fitting.document.title))}
        </Button>
      )}
      {!fitting && preset && (
        <Button
          look="primary"
          disabled={running}
          onClick={() => void attempt(app, () => openFitting(app, preset))}
        >
          {dataText.open(spokenName(preset.title))}
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
  const { available } = datasetOf(dataset);
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

/** What is looked at: a data set, one of its classes, the class that was left; `own` tells the document's data set. */
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
  const { files, brought } = useStore(ownFiles);
  const mine = isCustom(document.dataset) ? document.dataset : undefined;
  const { name } = document.dataset;
  const own = mine?.data ?? name;
  const [last, setLooked] = useState<Looked>({ own, name });
  // Another document: its data are looked at.
  const looked = last.own === own ? last : { own, name };
  if (looked !== last) setLooked(looked);
  const inUse = looked.name === name;
  const definition = inUse ? datasetOf(document.dataset) : findDataset(looked.name)!;
  const { train, test } = inUse ? document.dataset : definition.default;
  const { about } = datasetTexts[definition.licence]!;
  const data = useData(definition, train, test, inUse ? mine : undefined);
  const byClass = definition.target.type === 'classes';
  const fits = inUse && String(definition.shape) === String(network.inputShape);
  if (files) {
    return (
      <section className="dock-page data-panel" aria-label={dataText.title}>
        <Suspense fallback={null}>
          <OwnData key={brought} files={files} start={readingOf(mine, files)} />
        </Suspense>
      </section>
    );
  }
  return (
    <section className="dock-page data-panel" aria-label={dataText.title}>
      <div className="data-side">
        <SelectField
          label={dataText.choose}
          options={[...datasets.map(({ name }) => name), ...(mine ? [CUSTOM] : [])]}
          name={(name) => (mine && name === CUSTOM ? mine.file : titleOf(name))}
          value={looked.name}
          disabled={false}
          onChange={(name) => setLooked({ own, name })}
        />
        <OpenDataButtons />
        {inUse && datasetMisfit(document, network) === undefined ? <Sizes /> : <Offer name={looked.name} />}
        <SplitBar train={train} test={test} validationSplit={document.fit.validation_split} />
        <p>
          {about} {dataText.facts(formatShape(definition.shape), targetsText(definition))}.
        </p>
      </div>
      <div className="data-main">
        {data === undefined && <p className="muted">{dataText.loading}</p>}
        {data === 'failed' && !(inUse && mine) && <p>{dataText.failed}</p>}
        {data === 'failed' && inUse && mine && (
          <div className="data-offer">
            <p>{notices.missingData(mine.file)}</p>
            <OpenDataButtons primary={ownDataText.openMissing(mine.file)} />
          </div>
        )}
        {typeof data === 'object' && data.series && (
          <WindowsStrip definition={definition} series={data.series} inUse={inUse} />
        )}
        {typeof data === 'object' && looked.label === undefined && byClass && (
          <Classes
            data={data}
            from={looked.from}
            onChoose={(label) => setLooked({ own, name: looked.name, label })}
          />
        )}
        {looked.label === undefined && <AboutData definition={definition} />}
        {typeof data === 'object' && (looked.label !== undefined || !byClass) && (
          <ClassPictures
            key={`${looked.name} ${looked.label}`}
            data={data}
            label={looked.label}
            fits={fits}
            onBack={
              byClass
                ? () =>
                    setLooked({
                      own,
                      name: looked.name,
                      ...(looked.label !== undefined && { from: looked.label }),
                    })
                : undefined
            }
          />
        )}
      </div>
    </section>
  );
}
