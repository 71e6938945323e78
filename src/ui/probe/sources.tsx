import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';
import { WORD } from '../../model/datasets/definition.ts';
import { datasetOf } from '../../model/datasets/registry.ts';
import { formatShape } from '../../scene/format.ts';
import { datasetTexts } from '../../text/datasets.ts';
import { page } from '../../text/page.ts';
import { probeText } from '../../text/probe.ts';
import { useDocument, useInputShape, useKernelscope } from '../context.ts';
import { TabPages } from '../controls/tabs.tsx';
import { DrawPanel } from './draw/draw-panel.tsx';
import type { Drawing } from './draw/pad.ts';
import { listenForPictures } from './picture/listen.ts';
import { PicturePanel } from './picture/picture-panel.tsx';
import { createPictureStore, pictureShape } from './picture/picture-store.ts';
import { readPicture } from './picture/read-picture.ts';
import { Samples } from './samples.tsx';
import { isTyped, TypeGrid } from './type-grid.tsx';

const TextPanel = lazy(async () => ({ default: (await import('./text-panel.tsx')).TextPanel }));

const SOURCES = ['samples', 'draw', 'picture', 'text', 'type'] as const;
type Source = (typeof SOURCES)[number];

/** Where the probe comes from. A source that makes no sense for the model's input says why. */
export function Sources({ fits }: { readonly fits: boolean }): ReactElement {
  const app = useKernelscope();
  const input = useInputShape();
  const dataset = useDocument((state) => datasetOf(state.document.dataset));
  const shape = pictureShape(input);
  const [pictures] = useState(() => createPictureStore(app));
  const [drawing] = useState<Drawing>([]);
  const texts = fits && dataset.unit === WORD;
  const typed = isTyped(input);
  const first: Source = fits ? 'samples' : typed || !shape ? 'type' : 'draw';
  const [source, setSource] = useState<Source>(first);
  useEffect(
    () =>
      listenForPictures((file) => {
        if (pictureShape(app.stores.document.getState().network.inputShape)) setSource('picture');
        void pictures.take(() => readPicture(file));
      }),
    [pictures, app],
  );
  const notPicture = <p className="muted">{probeText.notPicture(formatShape(input))}</p>;
  const contents: Readonly<Record<Source, () => ReactElement>> = {
    samples: () =>
      fits ? (
        <Samples />
      ) : (
        <p className="muted">
          {page.probe.noSamples(datasetTexts[dataset.licence]!.title, formatShape(dataset.shape))}
        </p>
      ),
    draw: () => (shape ? <DrawPanel shape={shape} drawing={drawing} /> : notPicture),
    picture: () => (shape ? <PicturePanel store={pictures} gray={shape[2] === 1} /> : notPicture),
    text: () => (
      <Suspense>
        <TextPanel />
      </Suspense>
    ),
    type: () => <TypeGrid />,
  };
  return (
    <TabPages
      className="sources"
      label={probeText.sources}
      vertical={false}
      value={source}
      onChange={setSource}
      pages={SOURCES.filter((id) =>
        id === 'text' ? texts : shape || (id !== 'draw' && id !== 'picture'),
      ).map((id) => ({
        id,
        title: probeText.tabs[id],
        content: contents[id],
      }))}
    />
  );
}
