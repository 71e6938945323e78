import { Fragment, type ReactElement } from 'react';
import { builder } from '../../text/builder.ts';
import { page } from '../../text/page.ts';
import { keyList, layerKeyList } from '../keyboard.ts';

function Keys({
  intro,
  list,
}: {
  readonly intro: string;
  readonly list: ReturnType<typeof keyList>;
}): ReactElement {
  return (
    <>
      <p className="muted">{intro}</p>
      <dl>
        {list.map(([keys, does]) => (
          <Fragment key={keys}>
            <dt>{keys}</dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

/** The keys of the page, behind a disclosure that is always at hand. */
export function KeyList(): ReactElement {
  return (
    <details className="keys" name="header">
      <summary className="button quiet">{page.keys.title}</summary>
      <div className="popover keys-list">
        <Keys intro={page.keys.intro} list={keyList()} />
        <Keys intro={builder.keys.intro} list={layerKeyList()} />
      </div>
    </details>
  );
}
