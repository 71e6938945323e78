import { type ReactElement, useEffect, useRef } from 'react';
import { findDataset } from '../../model/datasets/registry.ts';
import { page } from '../../text/page.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { createBars, MOST_BARS } from './bars.ts';
import { Provenance } from './provenance.tsx';

/** The output over all classes, and whether it is right. React renders the rows once, `createBars` moves them. */
export function Prediction(): ReactElement {
  const { stores } = useKernelscope();
  const network = useDocument((state) => state.network);
  const classes = useDocument((state) => findDataset(state.document.dataset.name)?.classes);
  const panel = useRef<HTMLElement>(null);
  const units = network.byName.get(network.output)?.outputShape;
  const flat = units?.length === 1 && units[0]! > 1 && units[0]! <= MOST_BARS;
  const names = classes?.length === units?.[0] ? classes : undefined;
  useEffect(() => {
    if (!flat) return;
    const bars = createBars(panel.current!, stores, network.output, names);
    return () => bars.destroy();
  }, [stores, network, names, flat]);
  return (
    <section className="prediction" aria-label={page.prediction.title} ref={panel}>
      <h2 className="section-title">{page.prediction.title}</h2>
      {flat ? (
        <>
          <p className="verdict" data-part="verdict">
            {page.prediction.none}
          </p>
          <ol className="bars" aria-label={page.prediction.list}>
            {Array.from({ length: units[0]! }, (_, at) => (
              <li key={names?.[at] ?? at} className="bar">
                <span className="bar-name">{names?.[at] ?? at}</span>
                <span className="bar-track" aria-hidden="true">
                  <span className="bar-fill" />
                </span>
                <span className="bar-value" />
                <span className="bar-truth">{page.prediction.truth}</span>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p className="muted">{page.prediction.noClasses(network.output, (units ?? []).join('×'))}</p>
      )}
      <Provenance />
    </section>
  );
}
