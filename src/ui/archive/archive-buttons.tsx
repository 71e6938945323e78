import { type ReactElement, useRef, useState } from 'react';
import { archiveText } from '../../text/archive.ts';
import { useKernelscope, useLocked } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { openArchive } from './open-archive.ts';
import { saveArchive } from './save-archive.ts';

/** Opens and saves the model as a `.keras` file; files dropped on the page open too. */
export function ArchiveButtons(): ReactElement {
  const app = useKernelscope();
  const model = useLocked('model');
  const weights = useLocked('weights');
  const file = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const during = async (work: Promise<void>) => {
    setBusy(true);
    await work;
    setBusy(false);
  };
  return (
    <span className="archive-buttons">
      {!model && !weights && (
        <Button disabled={busy} onClick={() => file.current!.click()}>
          {archiveText.open}
        </Button>
      )}
      <Button disabled={busy} onClick={() => void during(saveArchive(app))}>
        {archiveText.save}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".keras"
        hidden
        aria-label={archiveText.choose}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          // The same file again is a change too.
          event.target.value = '';
          if (chosen) void during(openArchive(app, chosen));
        }}
      />
    </span>
  );
}
