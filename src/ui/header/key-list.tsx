import { Fragment, type ReactElement } from 'react';
import { page } from '../../text/page.ts';
import { KEY_LIST } from '../keyboard.ts';

/** The keys of the page, behind a disclosure that is always at hand. */
export function KeyList(): ReactElement {
  return (
    <details className="keys" name="header">
      <summary className="button quiet">{page.keys.title}</summary>
      <div className="popover keys-list">
        <p className="muted">{page.keys.intro}</p>
        <dl>
          {KEY_LIST.map(([keys, does]) => (
            <Fragment key={keys}>
              <dt>{keys}</dt>
              <dd>{does}</dd>
            </Fragment>
          ))}
        </dl>
      </div>
    </details>
  );
}
