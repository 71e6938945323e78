import { type ReactElement, type ReactNode, startTransition, useEffect, useState } from 'react';
import { PanelDocument, useKernelscope } from './context.ts';

/**
 * A panel beside the pictures. It follows the document when there is time, in slices, so that a new document's pictures do
 * not wait for every control; within the panel all see the same one.
 */
export function Panel({ children }: { readonly children: ReactNode }): ReactElement {
  const { document } = useKernelscope().stores;
  const [seen, setSeen] = useState(document.getState);
  useEffect(() => {
    const follow = () => startTransition(() => setSeen(document.getState()));
    follow();
    return document.subscribe(follow);
  }, [document]);
  return <PanelDocument value={seen}>{children}</PanelDocument>;
}
