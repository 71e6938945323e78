import type { Budget } from './budget.ts';
import { type Place, PythonFault } from './fault.ts';
import { floatText, repr, str } from './text.ts';
import { numberOf, PyDict, PyFloat, PyTuple, Thing, type Value } from './values.ts';

/** The parts of a format specification that numbers and texts in model code use. */
const SPEC = /^(?:(.)?([<>=^]))?([+\- ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/su;
/** More would fill the page. */
const WIDEST = 1000;

interface Layout {
  readonly fill: string;
  readonly align: string;
  readonly width: number;
}

function laidOut(text: string, { fill, align, width }: Layout): string {
  const gap = Math.max(0, width - [...text].length);
  if (align === '<') return text + fill.repeat(gap);
  if (align === '^') return fill.repeat(Math.floor(gap / 2)) + text + fill.repeat(Math.ceil(gap / 2));
  const sign = align === '=' ? (/^[+-]/.exec(text)?.[0] ?? '') : '';
  return sign + fill.repeat(gap) + text.slice(sign.length);
}

function general(value: number, precision: number): string {
  const digits = Math.max(precision, 1);
  const exponent = value === 0 ? 0 : Number(value.toExponential(digits - 1).split('e')[1]);
  if (exponent < -4 || exponent >= digits) {
    return exponential(value, digits - 1).replace(/\.?0+e/, 'e');
  }
  const fixed = value.toFixed(Math.min(Math.max(digits - 1 - exponent, 0), 100));
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}

function exponential(value: number, precision: number): string {
  return value.toExponential(Math.min(precision, 100)).replace(/e([+-])(\d)$/, 'e$10$2');
}

/** A number's digits for one type letter; undefined where it is no letter for numbers. */
function digitsOf(
  value: number,
  whole: boolean,
  type: string,
  precision: number | undefined,
): string | undefined {
  if (!Number.isFinite(value)) return floatText(value);
  const places = Math.min(precision ?? 6, 100);
  switch (type) {
    case '':
      if (precision !== undefined) return general(value, places);
      return whole ? String(value) : floatText(value);
    case 'd':
    case 'i':
    case 'u':
    case 'n':
      return String(Math.trunc(value));
    case 'f':
    case 'F':
      return value.toFixed(places);
    case 'e':
    case 'E':
      return exponential(value, places);
    case 'g':
    case 'G':
      return general(value, places);
    case '%':
      return `${(value * 100).toFixed(places)}%`;
    case 'x':
      return value.toString(16);
    case 'X':
      return value.toString(16).toUpperCase();
    case 'o':
      return value.toString(8);
    case 'b':
      return value.toString(2);
    default:
      return undefined;
  }
}

function grouped(text: string, separator: string): string {
  return text.replace(/^([+-]?)(\d+)/, (_, sign: string, digits: string) => {
    return sign + digits.replace(/\B(?=(?:\d{3})+$)/g, separator);
  });
}

/** `format(value, spec)`. What only running the model would give is written as `…`. */
export function formatted(value: Value, spec: string, budget: Budget, place: Place): string {
  const match = SPEC.exec(spec);
  if (!match) throw new PythonFault('format', place, { spec: spec.slice(0, 20) });
  const [, fill, align, sign, , zero, wide, separator, precise, type = ''] = match;
  const width = Number(wide ?? 0);
  const precision = precise === undefined ? undefined : Number(precise);
  if (width > WIDEST || (precision ?? 0) > WIDEST) throw new PythonFault('too-large', place);
  const number = typeof value === 'boolean' && type === '' ? undefined : numberOf(value);
  const layout = (usual: string): Layout => ({
    fill: fill ?? (zero && !align ? '0' : ' '),
    align: align ?? (zero ? '=' : usual),
    width,
  });
  if (number === undefined || type === 's') {
    const text = value instanceof Thing ? '…' : str(value, budget, place);
    return laidOut(precision === undefined ? text : text.slice(0, precision), layout('<'));
  }
  const digits = digitsOf(number, !(value instanceof PyFloat), type, precision);
  if (digits === undefined) throw new PythonFault('format', place, { spec: spec.slice(0, 20) });
  const signed = sign && sign !== '-' && number >= 0 ? sign + digits : digits;
  return laidOut(separator ? grouped(signed, separator) : signed, layout('>'));
}

const PERCENT = /%(?:\((\w+)\))?([-+ #0]*)(\d+|\*)?(?:\.(\d+))?[hlL]?([a-zA-Z%])/g;

/** `text % values`. */
export function percentFormatted(text: string, values: Value, budget: Budget, place: Place): string {
  const list = values instanceof PyTuple ? values.items : [values];
  let next = 0;
  const result = text.replace(
    PERCENT,
    (whole, key: string | undefined, flags: string, width, precise, type: string) => {
      budget.step(place);
      if (type === '%') return '%';
      const found =
        key !== undefined && values instanceof PyDict ? values.entries.get(`s${key}`)?.[1] : list[next++];
      if (found === undefined) throw new PythonFault('format-values', place, { spec: whole });
      if (type === 'r') return repr(found, budget, place);
      const align = flags.includes('-') ? '<' : '>';
      const sign = flags.includes('+') ? '+' : '';
      const zero = flags.includes('0') && align === '>' ? '0' : '';
      const usual = zero ? '' : align;
      const letter = type === 's' ? 's' : type;
      const spec = `${usual}${sign}${zero}${width ?? ''}${precise === undefined ? '' : `.${precise}`}${letter}`;
      return formatted(found, spec, budget, place);
    },
  );
  if (values instanceof PyTuple && next < list.length) {
    throw new PythonFault('format-values', place, { spec: text.slice(0, 20) });
  }
  budget.make(result.length, place);
  return result;
}
