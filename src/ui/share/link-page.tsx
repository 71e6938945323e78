import type { ReactElement } from 'react';
import { formatCount } from '../../scene/format.ts';
import { share } from '../../text/share.ts';
import { CopyField } from './copy-field.tsx';
import { type Fragment, pageUrl } from './opened.ts';

/** A link that opens the page. */
export function LinkPage({ fragment }: { readonly fragment: Fragment | undefined }): ReactElement | null {
  if (!fragment || fragment.error) return null;
  const link = `${pageUrl()}#${fragment.text}`;
  return (
    <CopyField
      label={share.link}
      value={link}
      rows={Math.min(8, Math.ceil(link.length / 48))}
      note={share.characters(formatCount(link.length))}
    />
  );
}
