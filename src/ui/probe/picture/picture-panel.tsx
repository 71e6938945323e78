import { lazy, type ReactElement, Suspense, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import { formatFixed } from '../../../scene/format.ts';
import { probeText } from '../../../text/probe.ts';
import { Button } from '../../controls/button.tsx';
import { Segments } from '../../controls/segments.tsx';
import { Camera } from './camera.tsx';
import type { PictureStore } from './picture-store.ts';
import { readPicture } from './read-picture.ts';

const Photos = lazy(async () => ({ default: (await import('./photos.tsx')).Photos }));

interface Props {
  readonly store: PictureStore;
  readonly gray: boolean;
}

const HOWS = ['contain', 'cover', 'stretch'] as const;
const INVERTS = ['auto', 'on', 'off'] as const;

/** How the picture is made the input, changed while it is looked at. */
function Settings({ store, gray }: Props): ReactElement {
  const { how, invert, threshold, centred } = useStore(store, (state) => state.settings);
  return (
    <div className="picture-settings">
      <span>{probeText.picture.how}</span>
      <Segments
        label={probeText.picture.how}
        options={HOWS.map((how) => [how, probeText.picture.hows[how]])}
        value={how}
        onChange={(next) => store.change({ how: next })}
      />
      <span>{probeText.picture.invert}</span>
      <Segments
        label={probeText.picture.invert}
        options={INVERTS.map((invert) => [invert, probeText.picture.inverts[invert]])}
        value={invert}
        onChange={(next) => store.change({ invert: next })}
      />
      <label htmlFor="picture-threshold">{probeText.picture.threshold}</label>
      <span className="picture-threshold">
        <input
          id="picture-threshold"
          className="range"
          type="range"
          min={0}
          max={0.95}
          step={0.05}
          value={threshold}
          onChange={(event) => store.change({ threshold: Number(event.target.value) })}
        />
        <output>{formatFixed(threshold)}</output>
      </span>
      {gray && (
        <label className="check">
          <input
            type="checkbox"
            checked={centred}
            onChange={(event) => store.change({ centred: event.target.checked })}
          />
          {probeText.draw.centred}
        </label>
      )}
    </div>
  );
}

/** A picture of the reader's own as the probe: a file, or one from the camera; drop and paste work anywhere. */
export function PicturePanel({ store, gray }: Props): ReactElement {
  const { picture, loading, refusal } = useStore(store);
  const [camera, setCamera] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  if (camera) {
    return (
      <Camera
        onTake={(read) => {
          setCamera(false);
          void store.take(read);
        }}
        onRefused={(why) => {
          setCamera(false);
          store.refuse(why);
        }}
        onClose={() => setCamera(false)}
      />
    );
  }
  return (
    <div className="picture">
      <div className="picture-buttons">
        <Button className="button outlined" onClick={() => file.current!.click()}>
          {probeText.picture.choose}
        </Button>
        <Button
          icon="camera"
          look="quiet"
          aria-label={probeText.picture.camera}
          onClick={() => setCamera(true)}
        />
        <input
          ref={file}
          type="file"
          accept="image/*"
          hidden
          aria-label={probeText.picture.choose}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            // The same file again is a change too.
            event.target.value = '';
            if (chosen) void store.take(() => readPicture(chosen));
          }}
        />
      </div>
      <div role="alert">{refusal && <p className="refusal">{probeText.refused[refusal]}</p>}</div>
      {loading && <p className="muted">{probeText.picture.loading}</p>}
      {picture ? (
        <Settings store={store} gray={gray} />
      ) : (
        <p className="muted">{probeText.picture.elsewhere}</p>
      )}
      <Suspense fallback={null}>
        <Photos store={store} />
      </Suspense>
    </div>
  );
}
