import { mkdir, writeFile } from 'node:fs/promises';
import { toSvg } from '../src/paint/svg.ts';
import { themes } from '../src/paint/theme.ts';
import { allPictures } from '../tests/gallery/all-pictures.ts';

/** Writes every picture of the gallery, light and dark, on one page: `.cache/gallery/index.html`. */
const folder = new URL('../.cache/gallery/', import.meta.url);
const style = `body{font:14px system-ui;margin:24px;background:#888}section{margin:0 0 40px}h2{font-size:14px}
div{display:flex;gap:16px;flex-wrap:wrap}`;

await mkdir(folder, { recursive: true });
const sections = await Promise.all(
  Object.entries(allPictures).map(async ([name, draw]) => {
    const picture = draw();
    const images = await Promise.all(
      (['light', 'dark'] as const).map(async (theme) => {
        const file = `${name}-${theme}.svg`;
        await writeFile(new URL(file, folder), toSvg(picture, theme));
        return `<img src="${file}" alt="${name}, ${theme}" style="background:${themes[theme].surface}">`;
      }),
    );
    return `<section><h2>${name}</h2><div>${images.join('')}</div></section>`;
  }),
);
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${sections.join('\n')}</html>\n`;
await writeFile(new URL('index.html', folder), page);
console.log(`${sections.length} pictures: ${new URL('index.html', folder).pathname}`);
