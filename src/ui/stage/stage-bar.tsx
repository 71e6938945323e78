import type { ReactElement } from 'react';
import { page } from '../../text/page.ts';
import { useKernelscope, useView } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { Trail } from '../lens/trail.tsx';
import { Legend } from './legend.tsx';

/** One line above the picture: what can be done with it; in a lens, the way back. */
export function StageBar(): ReactElement {
  const { stores } = useKernelscope();
  const open = useView((view) => view.open);
  const playing = useView((view) => view.playing);
  if (open !== undefined) {
    return (
      <div className="stage-bar">
        <Trail />
        <Legend />
      </div>
    );
  }
  return (
    <div className="stage-bar">
      <Button
        icon={playing ? 'pause' : 'play'}
        aria-label={playing ? page.stage.pause : page.stage.play}
        onClick={() => stores.view.setState({ playing: !playing })}
      />
      <p className="muted stage-hint">{page.stage.hint}</p>
      <Legend />
    </div>
  );
}
