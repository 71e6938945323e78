import { type Language, language } from '../text/language.ts';

/** What stands between digits in a language, and behind a percentage. */
interface Signs {
  readonly decimal: string;
  readonly group: string;
  readonly percent: string;
}

const signs = new Map<Language, Signs>();

function signsNow(): Signs {
  const of = language();
  const known = signs.get(of);
  if (known) return known;
  const parts = new Intl.NumberFormat(of).formatToParts(1234567.8);
  const sign = (type: string) => parts.find((part) => part.type === type)!.value;
  const made = {
    decimal: sign('decimal'),
    group: sign('group'),
    percent: new Intl.NumberFormat(of, { style: 'percent' }).format(0).slice(1),
  };
  signs.set(of, made);
  return made;
}

/** Fixed digits with a real minus sign; no negative zero; `∞`-like values are written as they are. */
export function formatFixed(value: number, digits = 2): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const plain = Math.abs(value).toFixed(digits);
  const zero = Number(plain) === 0;
  const { decimal } = signsNow();
  const text = decimal === '.' ? plain : plain.replace('.', decimal);
  return value < 0 && !zero ? `−${text}` : text;
}

/**
 * A number as people read it in a formula: integers as such, two decimals, more for small numbers, powers of ten where fixed digits
 * would be long or say 0.
 */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || (Number.isInteger(value) && size < 1e5)) return formatFixed(value, 0);
  if (size >= 1e5 || size < 1e-4) {
    const exponent = Math.floor(Math.log10(size));
    return `${formatFixed(value / 10 ** exponent, 1)}e${exponent < 0 ? '−' : ''}${Math.abs(exponent)}`;
  }
  if (size >= 100) return formatFixed(value, 1);
  return formatFixed(value, size < 0.01 ? 4 : 2);
}

/** For a cell of `size` pixels: two decimals where they fit, else without the leading zero; few digits for large numbers. */
export function formatCell(value: number, size: number): string {
  const large = Math.abs(value);
  if (!Number.isFinite(value)) return formatFixed(value);
  if (Number.isInteger(value) && large < 1000) return formatFixed(value, 0);
  if (large >= 1000) return formatNumber(value);
  const roomy = size >= 40;
  if (large >= 100) return formatFixed(value, roomy ? 1 : 0);
  if (large >= 9.95) return formatFixed(value, roomy ? 2 : 1);
  const text = formatFixed(value, size >= 26 ? 2 : large >= 0.995 ? 1 : 2);
  const { decimal } = signsNow();
  return size >= 30 ? text : text.replace(`0${decimal}`, decimal);
}

/** A whole number with separators: `1,168`. */
export function formatCount(value: number): string {
  // Places are counted many times a frame, and most need no separator.
  return Number.isInteger(value) && value >= 0 && value < 1000 ? String(value + 0) : grouped(value);
}

/** The minus sign is as wide as a figure in Inter. */
function grouped(value: number): string {
  const text = Math.abs(value)
    .toFixed(0)
    .replace(/\B(?=(?:\d{3})+$)/g, signsNow().group);
  return value < 0 && text !== '0' ? `−${text}` : text;
}

/** A share of one as a percentage, where no digits are asked for only of small ones: `61%`, `0.4%`. */
export function formatPercent(share: number, digits?: number): string {
  const percent = share * 100;
  return `${formatFixed(percent, digits ?? (percent > 0 && percent < 1 ? 1 : 0))}${signsNow().percent}`;
}

/** Sizes of a shape without its batch axis: `11×11×16`; where a size is free, Keras's None. */
export function formatShape(shape: readonly (number | null)[]): string {
  return shape.map((size) => (size === null ? 'None' : formatCount(size))).join('×');
}
