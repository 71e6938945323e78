import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createCanvasPainter } from '../../paint/canvas.ts';
import { share } from '../../text/share.ts';
import { attempt, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { Segments } from '../controls/segments.tsx';
import { fileName } from '../file-name.ts';
import { pictureBlob, savePicture } from '../save.ts';
import { themeNow } from '../theme.ts';
import { CopyField } from './copy-field.tsx';
import { type FocusPicture, focusPicture } from './focus-picture.ts';
import { useFollowed } from './followed.ts';

type Shade = 'light' | 'dark';

/** What is in focus, small. */
function Thumbnail({ shown, shade }: { readonly shown: FocusPicture; readonly shade: Shade }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const painter = createCanvasPainter(canvas.current!);
    painter.update(shown.picture, { theme: shade, pixelRatio: 1 });
    // The painter gives the canvas the picture's size; the panel is narrower.
    canvas.current!.removeAttribute('style');
    return () => painter.destroy();
  }, [shown, shade]);
  return <canvas className="share-thumbnail" ref={canvas} role="img" aria-label={shown.title} />;
}

/** A picture of what is in focus: the open layer, else the network. */
export function PicturePage(): ReactElement {
  const app = useKernelscope();
  const { stores } = app;
  const make = useCallback(() => focusPicture(stores), [stores]);
  const followed = useMemo(() => [stores.document, stores.view, stores.trace], [stores]);
  const shown = useFollowed(make, followed);
  const [shade, setShade] = useState<Shade>(() => (themeNow(stores).startsWith('dark') ? 'dark' : 'light'));
  const [said, setSaid] = useState('');
  if (!shown) return <p className="muted">{share.picture.none}</p>;
  const save = (kind: 'svg' | 'png') =>
    void attempt(app, () =>
      savePicture(fileName(shown.title, kind), shown.picture, kind, shade, shown.title),
    );
  const copy = async () => {
    try {
      // The promise goes in as it is: some browsers let a page copy only at once.
      const blob = pictureBlob(shown.picture, shade);
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
      setSaid(share.picture.copied);
    } catch {
      setSaid(share.picture.notCopied);
    }
  };
  return (
    <>
      <p>{share.picture.of(shown.title)}</p>
      <Thumbnail shown={shown} shade={shade} />
      <Segments
        label={share.picture.theme}
        options={[
          ['light', share.themes.light],
          ['dark', share.themes.dark],
        ]}
        value={shade}
        onChange={setShade}
      />
      <div className="share-buttons">
        <Button onClick={() => save('png')}>{share.picture.savePng}</Button>
        <Button onClick={() => save('svg')}>{share.picture.saveSvg}</Button>
        <Button onClick={() => void copy()}>{share.picture.copy}</Button>
        <span role="status">{said}</span>
      </div>
      <CopyField label={share.picture.alt} value={shown.title} rows={2} />
    </>
  );
}
