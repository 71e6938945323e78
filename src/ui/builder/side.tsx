import type { ReactElement } from 'react';
import { useView } from '../context.ts';
import { LayerForm } from '../late.tsx';
import { Prediction } from '../prediction/prediction.tsx';

/** The column beside the stage: the settings of the open layer, and what the network answers. */
export function Side(): ReactElement {
  const open = useView((view) => view.open);
  return (
    <div className="side">
      {open !== undefined && <LayerForm layer={open} />}
      <Prediction />
    </div>
  );
}
