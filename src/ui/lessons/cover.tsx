import type { ReactElement } from 'react';
import { lessonText } from '../../text/lesson.ts';

/** Stands where the stage is, until the question is answered: maps of which one knows nothing yet; nothing where none is asked. */
export function Cover({ asks }: { readonly asks: boolean }): ReactElement {
  if (!asks) return <div className="lesson-cover" />;
  return (
    <div className="lesson-cover">
      <svg viewBox="0 0 260 120" width="260" height="120" aria-hidden="true" focusable="false">
        <rect className="map" x="8" y="14" width="92" height="92" rx="6" />
        <rect className="window" x="30" y="36" width="34" height="34" rx="3" />
        <path className="way" d="M112 60h36" />
        <rect className="map" x="160" y="22" width="76" height="76" rx="6" />
        <text x="198" y="72">
          ?
        </text>
      </svg>
      <p className="what">{lessonText.covered}</p>
      <p className="muted">{lessonText.coveredNote}</p>
    </div>
  );
}
