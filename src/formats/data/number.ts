/** With a point as decimal sign: `-1.5`, `.5e3`, and `1,234.5` where groups of three are set apart. */
const POINT = /^[+-]?(?:\d{1,3}(?:,\d{3})+\.\d*|\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** The same with a comma: `-1,5`, `1.234,5`. */
const COMMA = /^[+-]?(?:\d{1,3}(?:\.\d{3})+,\d*|\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?$/;

/** Character code of the first letter. */
const LETTERS = 65;

const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '-', '?', '.']);

/** Whether a cell says that there is nothing. */
export function isMissing(cell: string): boolean {
  return cell.length === 0 || (cell.length <= 4 && MISSING.has(cell.toLowerCase()));
}

/** The number that a trimmed cell says; NaN where it says none, or one that is not finite. */
export function numberOf(cell: string, decimal: '.' | ','): number {
  if (decimal === '.') {
    const plain = Number(cell);
    // Nearly every cell; what else JavaScript takes for a number begins with a letter, or 0 and a letter.
    if (plain - plain === 0 && cell !== '' && (cell.charCodeAt(1) || 0) < LETTERS) return plain;
    if (!POINT.test(cell)) return Number.NaN;
    return finite(Number(cell.includes(',') ? cell.replaceAll(',', '') : cell));
  }
  if (!COMMA.test(cell)) return Number.NaN;
  return finite(Number((cell.includes('.') ? cell.replaceAll('.', '') : cell).replace(',', '.')));
}

function finite(number: number): number {
  return Number.isFinite(number) ? number : Number.NaN;
}
