import { type CSSProperties, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { datasetOf } from '../../model/datasets/registry.ts';
import { classesOf } from '../../model/datasets/target.ts';
import type { Network } from '../../model/network.ts';
import { formatShape } from '../../scene/format.ts';
import { spokenDataset } from '../../text/names.ts';
import { page } from '../../text/page.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { HeadChoice, OutputPicture } from '../late.tsx';
import { askWhy } from '../view-actions.ts';
import { createBars } from './bars.ts';
import { OutputCells } from './output-cells.tsx';
import { Provenance } from './provenance.tsx';

/** Most outputs that are listed one by one. */
const MOST_BARS = 24;
/** Most rows and columns of a map whose numbers stand in the panel; of steps and channels, as one has many classes a step. */
const MOST_CELLS = 6;
const MOST_STEPS = { steps: 16, channels: 7 } as const;

/** Letters of a name beside which a bar has no room: it stands below the name. */
const LONG_NAME = 8;

interface Classes {
  readonly count: number;
  /** Of the data set; absent where the model has another number of classes. */
  readonly names: readonly string[] | undefined;
}

/** The classes that the output tells apart; undefined where it doesn't. */
function classesSeen(
  network: Network,
  output: string,
  names: readonly string[] | undefined,
): Classes | undefined {
  const layer = network.byName.get(output)!;
  const [count, ...rest] = layer.outputShape;
  if (rest.length > 0 || count! < 2 || count! > MOST_BARS) return undefined;
  if (names?.length === count) return { count: count!, names };
  const softmax = layer.definition.activation(layer.config) === 'softmax';
  return softmax ? { count: count!, names: undefined } : undefined;
}

function fewCells(shape: readonly number[]): boolean {
  const [rows, cols = 1, channels = 1] = shape as [number, number?, number?];
  if (shape.length === 1) return rows <= MOST_BARS;
  if (shape.length === 2) return rows <= MOST_STEPS.steps && cols <= MOST_STEPS.channels;
  if (shape.length > 3) return false;
  return rows <= MOST_CELLS && cols <= MOST_CELLS && channels === 1;
}

/** A button a class: choosing it asks why its number is what it is. `createBars` moves what React rendered once. */
function Bars({
  output,
  head,
  classes: { count, names },
}: {
  readonly output: string;
  readonly head: number;
  readonly classes: Classes;
}) {
  const { stores } = useKernelscope();
  const panel = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(false);
  const longest = Math.max(1, ...(names ?? [String(count - 1)]).map((name) => name.length));
  useEffect(() => {
    const bars = createBars(panel.current!, stores, { output, head, names });
    return () => bars.destroy();
  }, [stores, output, head, names]);
  return (
    <div className="classes" ref={panel}>
      <p className="verdict" data-part="verdict">
        {page.prediction.none}
      </p>
      <ol
        className="bars"
        aria-label={page.prediction.list}
        data-all={all || undefined}
        data-long={longest > LONG_NAME || undefined}
        style={{ '--names': `${longest}ch` } as CSSProperties}
      >
        {Array.from({ length: count }, (_, at) => (
          <li key={names?.[at] ?? at}>
            <button
              type="button"
              className="bar"
              title={page.prediction.why}
              onClick={() => askWhy(stores, { layer: output, index: [at] })}
            >
              <span className="bar-name" title={longest > LONG_NAME ? names?.[at] : undefined}>
                {names?.[at] ?? at}
              </span>
              <span className="bar-track" aria-hidden="true">
                <span className="bar-fill" />
              </span>
              <span className="bar-value" />
              <span className="bar-truth">{page.prediction.truth}</span>
            </button>
          </li>
        ))}
      </ol>
      <Button look="quiet" className="bars-all" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? page.prediction.fewer : page.prediction.all(String(count))}
      </Button>
    </div>
  );
}

/** What comes out: all classes and whether the answer is right, or the numbers of another output, each with its why. */
export function Prediction(): ReactElement {
  const network = useDocument((state) => state.network);
  const dataset = useDocument((state) => datasetOf(state.document.dataset));
  const names = useMemo(
    () => (dataset.target.type === 'numbers' ? undefined : classesOf(spokenDataset(dataset))),
    [dataset],
  );
  const [chosen, setChosen] = useState<string>();
  const { outputs } = network;
  const output = chosen !== undefined && outputs.includes(chosen) ? chosen : network.output;
  const classes = classesSeen(network, output, names);
  // Each head has a truth of its own.
  const head = dataset.target.type === 'heads' ? outputs.indexOf(output) : 0;
  const shape = network.byName.get(output)!.outputShape;
  const title = classes ? page.prediction.title : page.prediction.output;
  return (
    <section className="prediction" aria-label={title}>
      <h2 className="section-title">{title}</h2>
      {outputs.length > 1 && <HeadChoice outputs={outputs} value={output} onChange={setChosen} />}
      {classes && <Bars key={`${output} ${classes.count}`} output={output} head={head} classes={classes} />}
      {!classes && fewCells(shape) && (
        <OutputCells key={`${output} ${shape}`} network={network} output={output} />
      )}
      {!classes && !fewCells(shape) && (
        <p className="muted">{page.prediction.noClasses(output, formatShape(shape))}</p>
      )}
      <OutputPicture key={output} output={output} />
      <Provenance />
    </section>
  );
}
