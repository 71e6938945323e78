import { type ReactElement, useMemo } from 'react';
import type { Aspect } from '../../model/aspects.ts';
import { aspectsOf } from '../../scene/lens/aspects.ts';
import { kernelText } from '../../text/layers/kernel.ts';
import { useDocument, useKernelscope, useView } from '../context.ts';
import { Segments } from '../controls/segments.tsx';

/** What the open lens shows: one number, or what else there is to see of its layer. */
export function AspectBar(): ReactElement | null {
  const { stores } = useKernelscope();
  const network = useDocument((state) => state.network);
  const open = useView((view) => view.open);
  const aspect = useView((view) => view.aspect);
  const aspects = useMemo(() => (open === undefined ? [] : aspectsOf(network, open)), [network, open]);
  if (aspects.length === 0) return null;
  const options: [Aspect | 'number', string][] = [
    ['number', kernelText.aspects.number],
    ...aspects.map((one): [Aspect, string] => [one, kernelText.aspects[one]]),
  ];
  return (
    <Segments
      label={kernelText.aspects.label}
      options={options}
      value={aspect !== undefined && aspects.includes(aspect) ? aspect : 'number'}
      onChange={(next) => {
        stores.view.setState({ aspect: next === 'number' ? undefined : next, hover: undefined });
      }}
    />
  );
}
