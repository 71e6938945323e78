import type { ReactElement } from 'react';
import { page } from '../../text/page.ts';
import { Total } from '../builder/total.tsx';
import { attempt, FIRST_EXAMPLE, useDocument, useKernelscope, useView } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { AspectBar } from '../late.tsx';
import { Trail } from '../lens/trail.tsx';
import { Legend } from './legend.tsx';

/** One line above the picture: what can be done with it; in a lens, the way back. */
export function StageBar(): ReactElement {
  const app = useKernelscope();
  const { stores } = app;
  const open = useView((view) => view.open);
  const playing = useView((view) => view.playing);
  const title = useDocument((state) => state.document.title);
  const first = app.examples.find(({ id, document }) => id === FIRST_EXAMPLE && document.title !== title);
  if (open !== undefined) {
    return (
      <div className="stage-bar">
        <Trail />
        <AspectBar />
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
      <Total />
      {first && (
        <Button className="button stage-first" onClick={() => attempt(app, () => app.openExample(first))}>
          {page.stage.first}
        </Button>
      )}
      <Legend />
    </div>
  );
}
