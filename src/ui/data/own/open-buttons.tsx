import { type ReactElement, useRef } from 'react';
import { ownDataText } from '../../../text/own-data-page.ts';
import { Button } from '../../controls/button.tsx';
import { bringFiles, chosenFiles } from './own-files.ts';

/** Opens data files, or a folder of them. */
export function OpenDataButtons({ primary }: { readonly primary?: string | undefined }): ReactElement {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  return (
    <div className="own-open">
      <Button
        title={`${ownDataText.kinds} ${ownDataText.private}`}
        {...(primary !== undefined && { look: 'primary' })}
        onClick={() => files.current!.click()}
      >
        {primary ?? ownDataText.open}
      </Button>
      <Button onClick={() => folder.current!.click()}>{ownDataText.openFolder}</Button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-own="files"
        aria-label={ownDataText.choose}
        onChange={(event) => {
          const chosen = chosenFiles(event.target.files);
          // The same file again is a change too.
          event.target.value = '';
          bringFiles(chosen);
        }}
      />
      <input
        ref={(input) => {
          folder.current = input;
          // React does not know the attribute.
          if (input) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-label={ownDataText.chooseFolder}
        onChange={(event) => {
          const chosen = chosenFiles(event.target.files);
          event.target.value = '';
          bringFiles(chosen);
        }}
      />
    </div>
  );
}
