import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../src/base/random.ts';
import { emoji } from '../src/model/datasets/emoji.ts';
import { classesOf } from '../src/model/datasets/target.ts';
import { openPictures } from './draw-pictures.ts';
import { type EmojiName, emojiNames } from './emoji-names.ts';
import { type Drawn, packSamples, shuffled } from './pack-samples.ts';
import { npmPackage } from './pack-sources.ts';

// Packs emoji of four free icon sets into public/data/emoji: the same signs in all four styles, equally many of each
// class, drawn by Chromium on white, each centred and as large as fits. Three styles are for training; Twemoji's
// drawings are only in the test split.

interface Style {
  readonly name: string;
  readonly version: string;
  readonly credit: string;
  readonly split: 'train' | 'test';
}

const styles: readonly Style[] = [
  {
    name: 'noto',
    version: '1.2.9',
    credit: 'Noto Emoji, by Google, Apache License 2.0, https://github.com/googlefonts/noto-emoji',
    split: 'train',
  },
  {
    name: 'openmoji',
    version: '1.2.29',
    credit: 'OpenMoji, by HfG Schwäbisch Gmünd, CC BY-SA 4.0, https://openmoji.org',
    split: 'train',
  },
  {
    name: 'fluent-emoji',
    version: '1.2.7',
    credit: 'Fluent Emoji, by Microsoft, MIT License, https://github.com/microsoft/fluentui-emoji',
    split: 'train',
  },
  {
    name: 'twemoji',
    version: '1.2.5',
    credit: 'Twemoji, by Twitter and contributors, CC BY 4.0, https://github.com/jdecked/twemoji',
    split: 'test',
  },
];

/** What belongs to a class, by Unicode's subgroups; hands and persons in all tones of skin. */
const belongs: Readonly<Record<string, (sign: EmojiName) => boolean>> = {
  face: ({ subgroup }) =>
    /^face-(smiling|affection|tongue|hand|neutral|sleepy|unwell|hat|glasses|concerned)/.test(subgroup),
  hand: ({ subgroup }) => /^hand/.test(subgroup),
  person: ({ subgroup }) => /^person(-role|-gesture|$)/.test(subgroup),
  animal: ({ subgroup }) => /^animal-/.test(subgroup),
  food: ({ subgroup }) => /^(food-|drink)/.test(subgroup),
  vehicle: ({ subgroup }) => /^transport-(ground|water|air)/.test(subgroup),
  place: ({ subgroup }) => /^place-/.test(subgroup),
  symbol: ({ subgroup }) =>
    /^(transport-sign|arrow|zodiac|av-symbol|alphanum|keycap|religion)$/.test(subgroup),
};

interface IconSet {
  readonly width: number;
  readonly height: number;
  readonly icons: Readonly<Record<string, { body: string; width?: number; height?: number }>>;
  readonly aliases?: Readonly<Record<string, { parent: string }>>;
}

function svgSource(name: string, version: string): (sign: string) => string | undefined {
  const set = JSON.parse(
    readFileSync(join(npmPackage(`@iconify-json/${name}`, version), 'icons.json'), 'utf8'),
  ) as IconSet;
  return (sign) => {
    // Fluent Emoji's names of tones are shorter.
    const icon = [sign, set.aliases?.[sign]?.parent ?? '', sign.replace(/-skin-tone$/, '')]
      .map((key) => set.icons[key])
      .find((found) => found !== undefined);
    if (!icon) return undefined;
    const { width = set.width, height = set.height, body } = icon;
    return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="256" height="256" viewBox="0 0 ${width} ${height}">${body}</svg>`;
  };
}

const [side] = emoji.shape as [number, number, number];
/** Of a colour channel: fewer than a byte has, which the eye hardly sees, and half the size. */
const LEVELS = 32;
const random = createRandom(2026, 'emoji');
const sources = new Map(styles.map(({ name, version }) => [name, svgSource(name, version)]));
const each = emoji.available.test / classesOf(emoji).length;
const signs = emojiNames();
const chosen = classesOf(emoji).flatMap((className, label) => {
  const all = signs.filter(
    (sign) => belongs[className]!(sign) && [...sources.values()].every((source) => source(sign.name)),
  );
  if (all.length < each) throw new Error(`${className}: ${all.length} signs`);
  console.log(`${className}: ${each} of ${all.length}`);
  return shuffled(all, random)
    .slice(0, each)
    .map(({ name }) => ({ label, name }));
});

const pictures = await openPictures();
const splits: Record<'train' | 'test', Drawn[]> = { train: [], test: [] };
for (const { name, split } of styles) {
  for (const sign of chosen) {
    const source = `data:image/svg+xml,${encodeURIComponent(sources.get(name)!(sign.name)!)}`;
    const pixels = await pictures.draw(source, side, { fit: 'drawing' }, LEVELS);
    splits[split].push({ label: sign.label, pixels });
  }
}
await pictures.close();

packSamples(
  emoji,
  { train: shuffled(splits.train, random), test: shuffled(splits.test, random) },
  `The drawings, ${each} signs of each class in four styles:

${styles.map(({ name, version, credit, split }) => `- ${credit}\n  (npm @iconify-json/${name} ${version}; ${split === 'test' ? 'the test split' : 'in the training split'})`).join('\n')}

Changes: each drawn at ${side} x ${side} pixels on white, cropped to its own box and centred, colours rounded to ${LEVELS} levels a
channel, shuffled with a fixed seed, and packed (index.json says how). The files of the training split hold drawings
of OpenMoji and are therefore, as a whole, under CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/; those
of the test split are under CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Licences of the other styles:
https://www.apache.org/licenses/LICENSE-2.0 and https://github.com/microsoft/fluentui-emoji/blob/main/LICENSE
`,
);
