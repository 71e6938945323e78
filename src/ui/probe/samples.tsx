import { type ReactElement, useMemo } from 'react';
import { useStore } from 'zustand/react';
import { WORD } from '../../model/datasets/definition.ts';
import { datasetOf } from '../../model/datasets/registry.ts';
import { page } from '../../text/page.ts';
import { attempt, type Kernelscope, useDocument, useKernelscope, useStatus } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { PictureSheet } from '../picture-sheet.tsx';
import { sampleText, truthText } from './sample-words.ts';

/** Which sample of the test set is the probe; -1: none. */
function useChosen(app: Kernelscope): number {
  return useStore(app.stores.trace, ({ probe: { source } }) =>
    source.type === 'sample' && source.split === 'test' ? source.index : -1,
  );
}

function choose(app: Kernelscope, index: number): void {
  void attempt(app, () => app.scope.setInput({ split: 'test', index }));
}

/** From sample to sample through the whole test set. */
export function SampleSteps(): ReactElement {
  const app = useKernelscope();
  const chosen = useChosen(app);
  const size = useDocument((state) => state.document.dataset.test);
  const step = (by: number) => choose(app, (((chosen < 0 ? 0 : chosen + by) % size) + size) % size);
  return (
    <div className="samples-step">
      <Button icon="back" look="quiet" aria-label={page.probe.previous} onClick={() => step(-1)} />
      <Button icon="forward" look="quiet" aria-label={page.probe.next} onClick={() => step(1)} />
    </div>
  );
}

/** Pictures of the test set to choose the probe from: radio buttons, so one stop for Tab and arrow keys within. */
export function Samples(): ReactElement {
  const app = useKernelscope();
  const samples = useStatus((state) => state.samples);
  const pictures = useMemo(() => samples.map(({ input }) => input), [samples]);
  const chosen = useChosen(app);
  const dataset = useDocument((state) => datasetOf(state.document.dataset));
  const words = useStatus((state) => (dataset.unit === WORD ? state.words : undefined));
  return (
    <div className="samples">
      <div
        className="samples-list"
        data-kind={words ? 'texts' : dataset.shape.length < 3 ? 'sequences' : undefined}
        role="radiogroup"
        aria-label={page.probe.samples}
      >
        {[...samples.entries()].map(([index, sample]) => (
          <label className="sample" key={index}>
            <input
              type="radio"
              name="sample"
              aria-label={page.probe.sampleName(String(index), truthText(dataset, sample.targets))}
              checked={index === chosen}
              onChange={() => choose(app, index)}
            />
            {words ? (
              <span className="sample-text">{sampleText(sample.input.data, words)}</span>
            ) : (
              <span className="picture-slot" />
            )}
          </label>
        ))}
        {!words && <PictureSheet pictures={pictures} />}
      </div>
    </div>
  );
}
