import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Recognised } from '../../../formats/data/look.ts';
import type { Reading } from '../../../model/datasets/reading.ts';
import { formatCount } from '../../../scene/format.ts';
import { ownDataText } from '../../../text/own-data-page.ts';
import { attempt, type Kernelscope, useKernelscope, useRun } from '../../context.ts';
import { Button } from '../../controls/button.tsx';
import { Choices } from './choices.tsx';
import { FirstRows } from './first-rows.tsx';
import './own-data.css';
import { dismissFiles, type OwnFile } from './own-files.ts';
import { PreviewPart } from './preview.tsx';
import { useLook } from './use-look.ts';

function kindOf(recognised: Recognised): string {
  if (recognised.type === 'table') {
    return ownDataText.table(formatCount(recognised.rows), formatCount(recognised.columns.length));
  }
  if (recognised.type === 'arrays') return ownDataText.arrays(formatCount(recognised.arrays.length));
  if (recognised.type === 'human-activity') return ownDataText.activity;
  return ownDataText.sounds(formatCount(recognised.sounds), formatCount(Math.round(recognised.seconds)));
}

/** Takes the data and opens a document that trains on them; the panel closes. */
async function use(app: Kernelscope, files: readonly OwnFile[], reading: Reading): Promise<void> {
  const { scope, stores } = app;
  await attempt(app, async () => {
    const { dataset, document, kept } = await scope.openData(files, { reading });
    await scope.setDocument(document, { label: ownDataText.change(dataset.file) });
    const opened = ownDataText.opened(dataset.file, formatCount(dataset.train), formatCount(dataset.test));
    stores.status.setState({ notice: `${opened} ${kept ? ownDataText.kept : ownDataText.notKept}` });
    dismissFiles();
    await scope.closeData();
  });
}

function withoutGaps(reading: Reading): Reading {
  return Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined)) as Reading;
}

interface Props {
  readonly files: readonly OwnFile[];
  /** How the data of the document in hand were read, where their file is what is opened. */
  readonly start: Reading;
}

/** Files that were brought: what they are, how they become samples, what one of these looks like. */
export function OwnData({ files, start }: Props): ReactElement {
  const app = useKernelscope();
  const running = useRun(({ status }) => status !== 'idle');
  const [chosen, setChosen] = useState<Reading>(start);
  const [sample, setSample] = useState(0);
  const [taking, setTaking] = useState(false);
  const { look, error, progress } = useLook(files, chosen, sample);
  const change = (part: Reading) => setChosen((before) => withoutGaps({ ...before, ...part }));
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that opened the files is gone: reading goes on here.
  useEffect(() => heading.current!.focus(), []);
  const close = () => {
    dismissFiles();
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.own-open button')?.focus());
    void app.scope.closeData();
  };
  const name = look?.file ?? files[0]!.path;
  const fault = error ?? look?.error;
  return (
    <section className="own-data" aria-label={ownDataText.title}>
      <div className="own-head">
        <h2 ref={heading} tabIndex={-1}>
          {name}
        </h2>
        {look && <span className="muted">{kindOf(look.recognised)}</span>}
        <span className="own-private muted">{ownDataText.private}</span>
        {look && !error && (
          <Button
            look="primary"
            disabled={running || taking || !look.preview}
            onClick={() => {
              setTaking(true);
              void use(app, files, chosen).finally(() => setTaking(false));
            }}
          >
            {ownDataText.use}
          </Button>
        )}
        <Button onClick={close}>{look || error ? ownDataText.close : ownDataText.stop}</Button>
      </div>
      {progress !== undefined && !look && (
        <label className="own-progress">
          <span>{ownDataText.reading(name)}</span>
          <progress value={progress} max={1} />
        </label>
      )}
      {fault && (
        <p role="alert" className="own-fault">
          {fault.message}
        </p>
      )}
      {look && !error && (
        <div className="own-body">
          <div className="own-side">
            <Choices recognised={look.recognised} reading={look.reading} onChange={change} />
            {look.recognised.type === 'table' && (
              <FirstRows table={look.recognised} reading={look.reading} onChange={change} />
            )}
          </div>
          {look.preview && <PreviewPart preview={look.preview} onStep={(by) => setSample(sample + by)} />}
        </div>
      )}
    </section>
  );
}
