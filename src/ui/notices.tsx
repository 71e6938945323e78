import type { ReactElement, ReactNode } from 'react';
import { notices } from '../text/notices.ts';
import { offline } from '../text/offline.ts';
import { page } from '../text/page.ts';
import { useKernelscope, useStatus } from './context.ts';
import { Button } from './controls/button.tsx';

/** What went wrong or was done, in the page's own flow; nothing is lost, and each can be put away. */
export function Notices({ children }: { readonly children?: ReactNode }): ReactElement {
  const { stores } = useKernelscope();
  const error = useStatus((state) => state.error);
  const notice = useStatus((state) => state.notice);
  const offer = useStatus((state) => state.offer);
  const failed = useStatus((state) => state.phase === 'failed');
  // What became of a refused link and why it was refused are one message.
  const refused = error !== undefined && notice === notices.linkRefused;
  const what = refused ? notice : failed ? page.notices.failed : page.notices.error;
  return (
    <div className="notices">
      {children}
      <div role="alert">
        {error && (
          <div className="notice error">
            <p>
              <span className="what">{what}</span> {error.message}
            </p>
            {failed && <Button onClick={() => location.reload()}>{page.notices.retry}</Button>}
            <Button
              icon="close"
              aria-label={page.notices.dismiss}
              onClick={() =>
                stores.status.setState({ error: undefined, ...(refused && { notice: undefined }) })
              }
            />
          </div>
        )}
      </div>
      <div role="status">
        {notice && !refused && (
          <div className="notice">
            <p>{notice}</p>
            <Button
              icon="close"
              aria-label={page.notices.dismiss}
              onClick={() => stores.status.setState({ notice: undefined })}
            />
          </div>
        )}
        {offer && (
          <div className="offer">
            <p>{offline.offers[offer.what]}</p>
            {offer.accept && <Button onClick={offer.accept}>{offline.reload}</Button>}
            <Button
              icon="close"
              aria-label={page.notices.dismiss}
              onClick={() => stores.status.setState({ offer: undefined })}
            />
          </div>
        )}
      </div>
    </div>
  );
}
