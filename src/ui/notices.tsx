import type { ReactElement } from 'react';
import { notices } from '../text/notices.ts';
import { page } from '../text/page.ts';
import { useKernelscope, useStatus } from './context.ts';
import { Button } from './controls/button.tsx';

/** What went wrong or was done, in the page's own flow; nothing is lost, and each can be put away. */
export function Notices(): ReactElement {
  const { stores } = useKernelscope();
  const error = useStatus((state) => state.error);
  const notice = useStatus((state) => state.notice);
  const failed = useStatus((state) => state.phase === 'failed');
  // What became of a refused link and why it was refused are one message.
  const refused = error !== undefined && notice === notices.linkRefused;
  const what = refused ? notice : failed ? page.notices.failed : page.notices.error;
  return (
    <div className="notices">
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
      </div>
    </div>
  );
}
