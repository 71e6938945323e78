import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import { loadPhotos } from '../../../engine/data/photos.ts';
import type { Sample } from '../../../engine/engine.ts';
import { photos as definition } from '../../../model/datasets/photos.ts';
import { classesOf } from '../../../model/datasets/target.ts';
import { datasetTexts } from '../../../text/datasets.ts';
import { spokenDataset } from '../../../text/names.ts';
import { probeText } from '../../../text/probe.ts';
import { PictureSheet } from '../../picture-sheet.tsx';
import type { PictureStore } from './picture-store.ts';
import type { ReadPicture } from './read-picture.ts';

/** Loaded once; after a failure the next who asks tries again. */
const titles = () => classesOf(spokenDataset(definition));

let loading: Promise<readonly Sample[]> | undefined;

function load(): Promise<readonly Sample[]> {
  loading ??= loadPhotos(new URL(import.meta.env.BASE_URL, document.baseURI).href).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

function usePhotos(): readonly Sample[] | 'failed' | undefined {
  const [photos, setPhotos] = useState<readonly Sample[] | 'failed'>();
  useEffect(() => {
    let current = true;
    load().then(
      (loaded) => current && setPhotos(loaded),
      () => current && setPhotos('failed'),
    );
    return () => {
      current = false;
    };
  }, []);
  return photos;
}

/** As a picture of the reader's own would be. */
function asRead({ input, label }: Sample): ReadPicture {
  const [height, width] = input.shape as [number, number];
  const raster = { width, height, channels: 3, data: input.data };
  return { raster, width, height, name: titles()[label]! };
}

/** Whose the photo is and how it may be used; without one what they all are. */
function Licence({ photo }: { readonly photo: number }): ReactElement {
  // One for each photo, in their order.
  const licence = datasetTexts[definition.licence]!.licences[photo];
  if (!licence) return <p className="muted">{probeText.picture.photosAbout}</p>;
  return (
    <p className="muted" title={licence.of}>
      <a href={licence.url} target="_blank" rel="noreferrer">
        {licence.name}
      </a>{' '}
      {licence.of}
    </p>
  );
}

/** Free photos to put through the network: radio buttons, so one stop for Tab and arrow keys within. */
export function Photos({ store }: { readonly store: PictureStore }): ReactElement {
  const photos = usePhotos();
  const taken = useStore(store, ({ picture }) => picture?.name);
  const pictures = useMemo(
    () => (typeof photos === 'object' ? photos.map(({ input }) => input) : []),
    [photos],
  );
  if (photos === undefined) return <p className="muted">{probeText.picture.photosLoading}</p>;
  if (photos === 'failed') return <p className="muted">{probeText.picture.photosFailed}</p>;
  const chosen = taken === undefined ? -1 : titles().indexOf(taken);
  return (
    <div className="photos">
      <div className="photos-list" role="radiogroup" aria-label={probeText.picture.photos}>
        {photos.map((photo) => {
          const name = titles()[photo.label]!;
          return (
            <label className="photo" key={name} title={name}>
              <input
                type="radio"
                name="photo"
                aria-label={name}
                checked={photo.label === chosen}
                onChange={() => void store.take(async () => asRead(photo))}
              />
              <span className="picture-slot" />
            </label>
          );
        })}
        <PictureSheet pictures={pictures} />
      </div>
      <Licence photo={chosen} />
    </div>
  );
}
