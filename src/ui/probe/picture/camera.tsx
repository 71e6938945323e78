import { type ReactElement, useEffect, useRef, useState } from 'react';
import { probeText, type Refusal } from '../../../text/probe.ts';
import { Button } from '../../controls/button.tsx';
import { type ReadPicture, Refused, rasterOf } from './read-picture.ts';

interface Props {
  readonly onTake: (read: () => Promise<ReadPicture>) => void;
  readonly onRefused: (refusal: Refusal) => void;
  readonly onClose: () => void;
}

function refusalOf(error: unknown): Refusal {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'camera-denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'camera-absent' : 'camera-busy';
}

/** Asks for the camera when it appears and lets go of it when it goes. */
export function Camera({ onTake, onRefused, onClose }: Props): ReactElement {
  const video = useRef<HTMLVideoElement>(null);
  const [ready, setReady] = useState(false);
  const refused = useRef(onRefused);
  refused.current = onRefused;
  useEffect(() => {
    let gone = false;
    let stream: MediaStream | undefined;
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const start = async () => {
      if (!navigator.mediaDevices) throw new Refused('camera-unknown');
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 640 } },
      });
      // Closed while the browser was asking.
      if (gone) return stop();
      video.current!.srcObject = stream;
      await video.current!.play();
      if (!gone) setReady(true);
    };
    start().catch((error: unknown) => {
      stop();
      if (!gone) refused.current(error instanceof Refused ? error.refusal : refusalOf(error));
    });
    return () => {
      gone = true;
      stop();
    };
  }, []);
  const take = () => {
    const seen = video.current!;
    const size = { width: seen.videoWidth, height: seen.videoHeight };
    const raster = rasterOf(seen, size);
    onTake(async () => ({ raster, ...size }));
  };
  return (
    <div className="camera">
      <video ref={video} playsInline muted aria-label={probeText.picture.preview} />
      {!ready && <p className="muted">{probeText.picture.waiting}</p>}
      <div className="picture-buttons">
        <Button look="primary" disabled={!ready} onClick={take}>
          {probeText.picture.take}
        </Button>
        <Button icon="close" look="quiet" aria-label={probeText.picture.close} onClick={onClose} />
      </div>
    </div>
  );
}
