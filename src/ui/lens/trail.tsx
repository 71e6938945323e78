import type { ReactElement } from 'react';
import { page } from '../../text/page.ts';
import { useKernelscope, useView } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { backTo, closeLens } from '../view-actions.ts';

/** The whys that led here, from the whole network on; each goes back to its place. */
export function Trail(): ReactElement {
  const { stores } = useKernelscope();
  const trail = useView((view) => view.trail);
  const open = useView((view) => view.open);
  // The cell that a trail began with stands still while there is a trail; without one only its layer is named.
  const start = trail.length > 0 ? stores.view.getState().cell : undefined;
  const steps = start ? [start, ...trail] : [];
  return (
    <nav className="trail-bar" aria-label={page.lens.trail}>
      <Button icon="back" onClick={() => closeLens(stores)}>
        {page.lens.close}
      </Button>
      <ol className="trail">
        {steps.length === 0 && <li aria-current="location">{open}</li>}
        {steps.map((step, depth) => {
          const name = `${step.layer}[${step.index.join(', ')}]`;
          const here = depth === steps.length - 1;
          return (
            <li key={name} aria-current={here ? 'location' : undefined}>
              {here ? (
                name
              ) : (
                <button type="button" className="button quiet" onClick={() => backTo(stores, depth)}>
                  {name}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
