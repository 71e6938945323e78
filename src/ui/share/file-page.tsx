import { type ReactElement, useRef, useState } from 'react';
import { DOCUMENT_FILE } from '../../formats/document-file.ts';
import { isCustom } from '../../model/datasets/custom.ts';
import { share } from '../../text/share.ts';
import { openArchive } from '../archive/open-archive.ts';
import { saveArchive } from '../archive/save-archive.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { byteSize } from './byte-size.ts';
import { Check } from './check.tsx';
import { openDocument } from './open-document.ts';
import { saveDocument } from './save-document.ts';

/** Files that open again: the document of this page, and Python's. */
export function FilePage(): ReactElement {
  const app = useKernelscope();
  const own = useDocument(({ document }) => isCustom(document.dataset));
  const [weights, setWeights] = useState(true);
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const save = () => {
    const { name, length } = saveDocument(app.stores, { weights });
    setSaid(share.file.saved(name, byteSize(length)));
  };
  return (
    <>
      <section className="share-file">
        <h3>{share.file.document}</h3>
        <p className="muted">{share.file.documentNote}</p>
        {own && <p className="muted">{share.ownData}</p>}
        <Check label={share.file.exact} checked={weights} onChange={setWeights} />
        <div className="share-buttons">
          <Button onClick={save}>{share.file.save(`.${DOCUMENT_FILE}`)}</Button>
          <span role="status">{said}</span>
        </div>
      </section>
      <section className="share-file">
        <h3>{share.file.archive}</h3>
        <p className="muted">{share.file.archiveNote}</p>
        <div className="share-buttons">
          <Button onClick={() => void saveArchive(app)}>{share.file.save('.keras')}</Button>
        </div>
      </section>
      <section className="share-file">
        <div className="share-buttons">
          <Button onClick={() => input.current!.click()}>{share.file.open}</Button>
        </div>
        <p className="muted">{share.file.openNote}</p>
        <input
          ref={input}
          type="file"
          accept=".json,.keras"
          hidden
          aria-label={share.file.choose}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file again is a change too.
            event.target.value = '';
            if (file) void (/\.keras$/i.test(file.name) ? openArchive(app, file) : openDocument(app, file));
          }}
        />
      </section>
    </>
  );
}
