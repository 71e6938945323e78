import type { ReactElement } from 'react';
import { useStore } from 'zustand/react';
import { editsOf } from '../../stores/weight-edits.ts';
import { page } from '../../text/page.ts';
import { attempt, useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { LessonButton } from '../lessons/lesson-button.tsx';
import { Panel } from '../panel.tsx';
import { ShareButton } from '../share/share-button.tsx';
import { BackendChip } from './backend-chip.tsx';
import { ExamplesMenu } from './examples-menu.tsx';
import { HistoryMenu } from './history-menu.tsx';
import { KeyList } from './key-list.tsx';
import { ThemeMenu } from './theme-menu.tsx';

export function Header(): ReactElement {
  const app = useKernelscope();
  const past = useDocument((state) => state.past.length > 0);
  const future = useDocument((state) => state.future.length > 0);
  // Weights set by hand are undone first.
  const edits = useStore(app.stores.trace, (state) => (editsOf(state)?.past.length ?? 0) > 0);
  const editsBack = useStore(app.stores.trace, (state) => (editsOf(state)?.future.length ?? 0) > 0);
  return (
    <header className="header">
      <h1 className="brand">{page.name}</h1>
      <Panel>
        <ExamplesMenu />
      </Panel>
      <div className="header-group">
        <Button
          icon="undo"
          aria-label={page.header.undo}
          disabled={!past && !edits}
          onClick={() => attempt(app, () => app.undo())}
        />
        <Button
          icon="redo"
          aria-label={page.header.redo}
          disabled={!future && !editsBack}
          onClick={() => attempt(app, () => app.redo())}
        />
        <Panel>
          <HistoryMenu />
        </Panel>
      </div>
      <div className="header-space" />
      <BackendChip />
      <LessonButton />
      <KeyList />
      <ShareButton />
      <ThemeMenu />
    </header>
  );
}
