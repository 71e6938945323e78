import { type ReactElement, useEffect, useRef, useState } from 'react';
import { share } from '../../text/share.ts';

/** Milliseconds of rest after which other choices load the widget anew. */
const REST = 600;
/** A frame says within five seconds how it is; a busy machine gets some more. */
const LONGEST_WAIT = 10_000;

interface Props {
  readonly url: string;
  readonly height: number;
  readonly title: string;
}

/** The text, once it has rested. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/**
 * The widget as other pages show it, in a frame that may do nothing but run scripts: it has a process of its own where the
 * browser gives it one, and neither this page's storage nor its state. It goes with the preview.
 */
export function Preview({ url, height, title }: Props): ReactElement {
  const rested = useRested(url);
  return <Frame key={rested} url={rested} height={height} title={title} />;
}

function Frame({ url, height, title }: Props): ReactElement {
  const frame = useRef<HTMLIFrameElement>(null);
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSilent(true), LONGEST_WAIT);
    const listen = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow) return;
      if (typeof data !== 'object' || data === null || !('kernelscope' in data)) return;
      clearTimeout(timer);
      setSilent(false);
    };
    addEventListener('message', listen);
    return () => {
      clearTimeout(timer);
      removeEventListener('message', listen);
    };
  }, []);
  return (
    <div className="share-preview">
      {silent && <p role="status">{share.previewSlow}</p>}
      <iframe ref={frame} src={url} title={title} style={{ height }} sandbox="allow-scripts" />
    </div>
  );
}
