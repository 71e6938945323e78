import type { ReactElement } from 'react';
import { useStore } from 'zustand/react';
import { page } from '../../text/page.ts';
import { attempt, useKernelscope, useStatus } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { Thumbnails } from './thumbnails.tsx';

/** Pictures of the test set to choose the probe from: radio buttons, so one stop for Tab and arrow keys within. */
export function Samples(): ReactElement {
  const app = useKernelscope();
  const samples = useStatus((state) => state.samples);
  const chosen = useStore(app.stores.trace, ({ probe: { source } }) =>
    source.type === 'sample' && source.split === 'test' ? source.index : -1,
  );
  const choose = (index: number) => void attempt(app, () => app.scope.setInput({ split: 'test', index }));
  const size = useStore(app.stores.document, (state) => state.document.dataset.test);
  const stepped = (by: number) => choose((((chosen < 0 ? 0 : chosen + by) % size) + size) % size);
  return (
    <div className="samples">
      <div className="samples-step">
        <span className="section-title">{page.probe.samples}</span>
        <Button icon="back" look="quiet" aria-label={page.probe.previous} onClick={() => stepped(-1)} />
        <Button icon="forward" look="quiet" aria-label={page.probe.next} onClick={() => stepped(1)} />
      </div>
      <div className="samples-list" role="radiogroup" aria-label={page.probe.samples}>
        {[...samples.entries()].map(([index, sample]) => (
          <label className="sample" key={index}>
            <input
              type="radio"
              name="sample"
              aria-label={page.probe.sampleName(String(index), String(sample.label))}
              checked={index === chosen}
              onChange={() => choose(index)}
            />
          </label>
        ))}
        <Thumbnails samples={samples} />
      </div>
    </div>
  );
}
