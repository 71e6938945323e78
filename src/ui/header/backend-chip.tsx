import type { ReactElement } from 'react';
import type { BackendCandidate } from '../../engine/engine.ts';
import { formatFixed } from '../../scene/format.ts';
import { page } from '../../text/page.ts';
import { attempt, useKernelscope, useStatus } from '../context.ts';
import { MenuButton } from '../controls/menu.tsx';

function noteOf({ note, ms }: BackendCandidate): string | undefined {
  const said = [
    note === undefined ? undefined : (page.backend.notes[note] ?? note),
    ms === undefined ? undefined : page.backend.measured(formatFixed(ms, ms < 10 ? 1 : 0)),
  ].filter((part) => part !== undefined);
  return said.length > 0 ? said.join(', ') : undefined;
}

/** What the engine computes on, and why; another one can be chosen. */
export function BackendChip(): ReactElement {
  const app = useKernelscope();
  const backend = useStatus((state) => state.backend);
  if (!backend) return <span className="chip-wait muted">{page.header.backendStarting}</span>;
  const name = page.backend.names[backend.name];
  const reason = page.backend.reasons[backend.reason] ?? backend.reason;
  return (
    <MenuButton
      label={`${page.header.backend} ${name}: ${reason}`}
      icon="chip"
      className="quiet chip"
      entries={backend.candidates.map((candidate) => ({
        id: candidate.name,
        label: page.backend.names[candidate.name],
        note: noteOf(candidate),
        chosen: candidate.name === backend.name,
        disabled: !candidate.available,
      }))}
      onChoose={(id) => void attempt(app, () => app.scope.setBackend(id))}
    >
      <span className="wide">
        {name} <span className="chip-reason">{reason}</span>
      </span>
    </MenuButton>
  );
}
