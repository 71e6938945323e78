import { colorOf, hexOf, readableInk } from '../base/color.ts';
import type {
  CellMark,
  ImageMark,
  Mark,
  PathMark,
  Picture,
  RectMark,
  SignalMark,
  TextMark,
} from '../scene/marks.ts';
import { cellFontSize } from '../scene/text-width.ts';
import { SIGNAL_TINT } from './canvas-shapes.ts';
import { sampledSize, writePixels } from './pixels.ts';
import { encodePng } from './png.ts';
import { signalPoints } from './signal-points.ts';
import { FONT_FAMILY, type Theme, themes } from './theme.ts';

type Colors = (typeof themes)[Theme];

/** Numbers with two decimals at most, so that files stay small and equal. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? short(value) : value}"`)
    .join('');
}

/** Bytes as base64 by the platform's `btoa`, which Node and browsers have. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function image(mark: ImageMark): string {
  const { rows, cols } = sampledSize(mark, 2);
  const pixels = new Uint32Array(rows * cols);
  writePixels(mark, rows, cols, pixels, 0, cols);
  const { x, y, width, height } = mark;
  const href = `data:image/png;base64,${base64(encodePng(pixels, cols, rows))}`;
  return `<image${attributes({ x, y, width, height, preserveAspectRatio: 'none', href })}/>`;
}

function text(mark: TextMark, colors: Colors): string {
  const anchor = mark.anchor && mark.anchor !== 'start' ? mark.anchor : undefined;
  const weight = mark.weight && mark.weight !== 400 ? mark.weight : undefined;
  const values = {
    x: mark.x,
    y: mark.y,
    'font-size': mark.size,
    fill: colors[mark.ink],
    'text-anchor': anchor,
    'font-weight': weight,
  };
  return `<text${attributes(values)}>${escaped(mark.text)}</text>`;
}

function rect(mark: RectMark, colors: Colors): string {
  const line = mark.stroke && mark.stroke !== 'none' ? (mark.strokeWidth ?? 1) : 0;
  if (!line && !mark.padding && (!mark.fill || mark.fill === 'none')) return '';
  const fill = mark.fill && mark.fill !== 'none' ? colors[mark.fill] : 'none';
  return `<rect${attributes({
    x: mark.x + line / 2,
    y: mark.y + line / 2,
    width: Math.max(0, mark.width - line),
    height: Math.max(0, mark.height - line),
    fill: mark.padding ? 'url(#padding)' : fill,
    stroke: line ? colors[mark.stroke!] : undefined,
    'stroke-width': line || undefined,
    'stroke-dasharray': mark.dash?.join(' '),
    rx: mark.radius,
    opacity: mark.opacity,
  })}/>`;
}

function pathData({ points, curve }: PathMark): string {
  let data = '';
  let lifted = true;
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = points[at]!;
    const y = points[at + 1]!;
    if (Number.isNaN(x)) {
      lifted = true;
      continue;
    }
    const place = `${short(x)} ${short(y)}`;
    const middle = short((points[at - 2]! + x) / 2);
    if (lifted) data += `M${place}`;
    else if (curve === 'smooth')
      data += `C${middle} ${short(points[at - 1]!)} ${middle} ${short(y)} ${place}`;
    else data += `L${place}`;
    lifted = false;
  }
  return data;
}

function path(mark: PathMark, colors: Colors): string {
  return `<path${attributes({
    d: pathData(mark),
    fill: mark.fill && mark.fill !== 'none' ? colors[mark.fill] : 'none',
    stroke: mark.stroke === 'none' ? undefined : colors[mark.stroke],
    'stroke-width': mark.strokeWidth || undefined,
    'stroke-dasharray': mark.dash?.join(' '),
    'stroke-linejoin': 'round',
    opacity: mark.opacity,
  })}/>`;
}

function signal(mark: SignalMark, colors: Colors): string {
  const { line, above, below } = signalPoints(mark);
  const opacity = mark.opacity ?? 1;
  const base = { type: 'path', stroke: 'none', strokeWidth: 0 } as const;
  const tint = { ...base, opacity: opacity * SIGNAL_TINT };
  const { ink: stroke, strokeWidth = 1.25 } = mark;
  return [
    ...(above.length > 0 ? [path({ ...tint, points: above, fill: 'positive' }, colors)] : []),
    ...(below.length > 0 ? [path({ ...tint, points: below, fill: 'negative' }, colors)] : []),
    path({ ...base, points: line, stroke, strokeWidth, opacity }, colors),
  ].join('');
}

function cell(mark: CellMark, colors: Colors): string {
  const { x, y, size } = mark;
  const fill = mark.padding ? 'url(#padding)' : hexOf(colorOf(mark.scale, mark.value));
  const parts = [`<rect${attributes({ x, y, width: size, height: size, fill })}/>`];
  if (mark.label !== undefined) {
    const font = cellFontSize(mark.label, size);
    const ink = mark.padding ? colors.muted : readableInk(mark.scale, mark.value);
    const values = {
      x: x + size / 2,
      y: y + size / 2 + font * 0.36,
      'font-size': font,
      fill: ink,
      'text-anchor': 'middle',
    };
    parts.push(`<text${attributes(values)}>${escaped(mark.label)}</text>`);
  }
  if (mark.outline && mark.outline !== 'none') {
    const box = { x: x + 1, y: y + 1, width: size - 2, height: size - 2, fill: 'none' };
    parts.push(`<rect${attributes({ ...box, stroke: colors[mark.outline], 'stroke-width': 2 })}/>`);
  }
  return parts.join('');
}

function markup(mark: Mark, colors: Colors): string {
  switch (mark.type) {
    case 'image':
      return image(mark);
    case 'signal':
      return signal(mark, colors);
    case 'cell':
      return cell(mark, colors);
    case 'rect':
      return rect(mark, colors);
    case 'path':
      return path(mark, colors);
    case 'text':
      return text(mark, colors);
  }
}

/**
 * The picture as a self-contained SVG document: the same picture and theme give the same text. `title` says what it shows,
 * to those who do not see it.
 */
export function toSvg(picture: Picture, theme: Theme, title?: string): string {
  const colors = themes[theme];
  const { width, height } = picture;
  const hatch =
    `<pattern id="padding" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="6" height="6" fill="${colors.surface}"/><path d="M0 0V6" stroke="${colors.line}" stroke-width="2"/></pattern>`;
  const open =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${short(width)}" height="${short(height)}" ` +
    `viewBox="0 0 ${short(width)} ${short(height)}" font-family="${escaped(FONT_FAMILY)}"${title === undefined ? '' : ' role="img"'}>` +
    (title === undefined ? '' : `<title>${escaped(title)}</title>`) +
    '<style>image{image-rendering:pixelated}text{font-variant-numeric:tabular-nums}</style>';
  const lines = picture.marks.map((mark) => markup(mark, colors)).filter((line) => line !== '');
  const paper = `<rect width="100%" height="100%" fill="${colors.surface}"/>`;
  return [`${open}<defs>${hatch}</defs>`, paper, ...lines, '</svg>', ''].join('\n');
}
