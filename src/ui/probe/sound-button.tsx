import { type ReactElement, useEffect, useRef } from 'react';
import { useStore } from 'zustand/react';
import { loadSounds, type Sounds } from '../../engine/data/sounds.ts';
import { datasetOf } from '../../model/datasets/registry.ts';
import { probeText } from '../../text/probe.ts';
import { attempt, useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import './sound-button.css';

/** Plays the sound that the probe was made of, where it is a test sample whose sound is kept. */
export function SoundButton({ count }: { readonly count: number }): ReactElement | null {
  const app = useKernelscope();
  const name = useDocument((state) => datasetOf(state.document.dataset).name);
  const index = useStore(app.stores.trace, ({ probe: { source } }) =>
    source.type === 'sample' && source.split === 'test' && source.index < count ? source.index : undefined,
  );
  const sounds = useRef<Promise<Sounds>>(undefined);
  const audio = useRef<AudioContext>(undefined);
  useEffect(() => () => void audio.current?.close(), []);
  if (index === undefined) return null;
  async function play(at: number): Promise<void> {
    audio.current ??= new AudioContext();
    sounds.current ??= loadSounds(name, new URL(import.meta.env.BASE_URL, document.baseURI).href);
    // A file that could not be had is asked for anew.
    const loaded = await sounds.current.catch((error: unknown) => {
      sounds.current = undefined;
      throw error;
    });
    const samples = loaded.sound(at);
    if (!samples) return;
    const buffer = audio.current.createBuffer(1, samples.length, loaded.rate);
    buffer.copyToChannel(samples, 0);
    const source = audio.current.createBufferSource();
    source.buffer = buffer;
    source.connect(audio.current.destination);
    source.start();
  }
  return (
    <Button look="quiet" icon="play" className="sound" onClick={() => void attempt(app, () => play(index))}>
      {probeText.sound}
    </Button>
  );
}
