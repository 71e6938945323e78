import type { ReactElement } from 'react';
import { page } from '../../text/page.ts';
import { attempt, useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { BackendChip } from './backend-chip.tsx';
import { ExamplesMenu } from './examples-menu.tsx';
import { KeyList } from './key-list.tsx';
import { ShareMenu } from './share-menu.tsx';
import { ThemeMenu } from './theme-menu.tsx';

export function Header(): ReactElement {
  const app = useKernelscope();
  const past = useDocument((state) => state.past.length > 0);
  const future = useDocument((state) => state.future.length > 0);
  return (
    <header className="header">
      <h1 className="brand">{page.name}</h1>
      <ExamplesMenu />
      <div className="header-group">
        <Button
          icon="undo"
          aria-label={page.header.undo}
          disabled={!past}
          onClick={() => attempt(app, () => app.undo())}
        />
        <Button
          icon="redo"
          aria-label={page.header.redo}
          disabled={!future}
          onClick={() => attempt(app, () => app.redo())}
        />
      </div>
      <div className="header-space" />
      <BackendChip />
      <KeyList />
      <ShareMenu />
      <ThemeMenu />
    </header>
  );
}
