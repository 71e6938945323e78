import { type ReactElement, useDeferredValue } from 'react';
import { useDocument, useView } from '../context.ts';
import { LayerForm } from '../late.tsx';
import { Prediction } from '../prediction/prediction.tsx';

interface Props {
  readonly form?: boolean;
  readonly prediction?: boolean;
}

/** The column beside the stage: the settings of the open layer, and what the network answers. */
export function Side({ form = true, prediction = true }: Props): ReactElement {
  // The lens first: its form is drawn when there is time, and not for a layer that has gone meanwhile.
  const open = useDeferredValue(useView((view) => view.open));
  const there = useDocument(({ network }) => open !== undefined && network.byName.has(open));
  return (
    <div className="side">
      {form && open !== undefined && there && <LayerForm layer={open} />}
      {prediction && <Prediction />}
    </div>
  );
}
