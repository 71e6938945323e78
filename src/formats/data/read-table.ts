import { MOST_COLUMNS, type Reading } from '../../model/datasets/reading.ts';
import { dataFaults } from '../../text/own-data.ts';
import { type ColumnBuilder, createColumnBuilder } from './column-builder.ts';
import type { Progress } from './progress.ts';
import { refusal } from './refuse.ts';
import { isBlank, linesOf, parseText } from './rows-of-text.ts';
import { type Dialect, sniff } from './sniff.ts';
import type { SourceFile } from './source.ts';
import type { Table } from './table.ts';

/** Bytes of text that are read, and cells that are kept: what a tab holds and a reader waits for. */
const LIMITS = { bytes: 64_000_000, cells: 4_000_000 };

const PIECE = 1_000_000;
/** Characters by which a row has to end. */
const LONGEST_ROW = 2_000_000;
const SNIFFED = 200_000;
const FIRST_ROWS = 12;

function checkText(bytes: Uint8Array, path: string): void {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw refusal('syntax', path, dataFaults.wideCharacters);
  }
  if (bytes.includes(0)) throw refusal('syntax', path, dataFaults.binary);
}

function createDecoder(path: string): (bytes: Uint8Array, last: boolean) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // What may be half of a line end waits for the next piece.
  let waiting = '';
  return (bytes, last) => {
    let text: string;
    try {
      text = waiting + decoder.decode(bytes, { stream: !last });
    } catch {
      throw refusal('syntax', path, dataFaults.encoding);
    }
    waiting = !last && text.endsWith('\r') ? '\r' : '';
    if (waiting) text = text.slice(0, -1);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  };
}

/** Names of the columns: each once, those without a name by their number. */
function namesOf(header: readonly string[] | undefined, width: number): string[] {
  const used = new Set<string>();
  return Array.from({ length: width }, (_, at) => {
    const given = header?.[at]?.trim().slice(0, 200) || `column ${at + 1}`;
    let name = given;
    for (let number = 2; used.has(name); number++) name = `${given} (${number})`;
    used.add(name);
    return name;
  });
}

export interface ReadTable extends Dialect {
  readonly table: Table;
}

/**
 * A table of text: one row a line, as spreadsheets save them. Read piece by piece and given up at `limits`, so that
 * any file answers within seconds. How its cells are set apart is found out where `reading` does not say.
 * @throws KernelscopeError with the line where the text is no table.
 */
export async function readTable(
  file: SourceFile,
  reading: Reading,
  progress: Progress,
  limits: typeof LIMITS = LIMITS,
): Promise<ReadTable> {
  const { path, size } = file;
  if (size === 0) throw refusal('syntax', path, dataFaults.empty);
  const at = (line: number) => `${path}, line ${line}`;
  const decode = createDecoder(path);
  let dialect: Dialect | undefined;
  let builders: ColumnBuilder[] = [];
  let lines = new Uint32Array(1024);
  const first: string[][] = [];
  let names: string[] | undefined;
  let rows = 0;
  let line = 1;
  let rest = '';
  let offset = 0;
  let complete = false;
  let cut = false;

  function addRow(row: readonly string[], quoted: boolean): void {
    const begins = line;
    line += quoted ? linesOf(row) : 1;
    if (isBlank(row)) return;
    if (!names) {
      // A row that ends in a delimiter has an empty cell more.
      if (row.length > MOST_COLUMNS)
        throw refusal('budget', at(begins), dataFaults.manyColumns(MOST_COLUMNS));
      names = namesOf(dialect!.header ? row : undefined, row.length);
      builders = names.map((name) => createColumnBuilder(name, dialect!.decimal));
      if (dialect!.header) return;
    }
    const extra = row.length - names.length;
    const sloppy = extra > 0 && row.slice(names.length).every((cell) => cell.trim() === '');
    if (extra !== 0 && !sloppy)
      throw refusal('syntax', at(begins), dataFaults.ragged(row.length, names.length));
    if (rows === lines.length) {
      const longer = new Uint32Array(rows * 2);
      longer.set(lines);
      lines = longer;
    }
    lines[rows++] = begins;
    if (first.length < FIRST_ROWS) first.push(row.slice(0, names.length).map((cell) => cell.slice(0, 80)));
    for (const [column, builder] of builders.entries()) builder.add(row[column]!);
  }

  while (!complete && !cut) {
    const bytes = await file.read(offset, Math.min(size, offset + PIECE));
    if (offset === 0) checkText(bytes, path);
    else if (bytes.includes(0)) throw refusal('syntax', at(line), dataFaults.binary);
    offset += bytes.length;
    complete = offset >= size || bytes.length === 0;
    rest += decode(bytes, complete);
    if (!dialect) {
      // The last line of the sample may be cut off.
      const end = complete && rest.length <= SNIFFED ? rest.length : rest.lastIndexOf('\n', SNIFFED) + 1;
      dialect = sniff(end > 0 ? rest.slice(0, end) : rest.slice(0, SNIFFED), reading);
    }
    const parsed = parseText(rest, dialect.delimiter, complete);
    const quoted = rest.includes('"');
    for (const row of parsed.rows) {
      addRow(row, quoted);
      if (rows * builders.length >= limits.cells) {
        cut = true;
        break;
      }
    }
    if (parsed.unclosed && !cut) throw refusal('syntax', at(lines[rows - 1] ?? 1), dataFaults.longLine);
    rest = rest.slice(parsed.length);
    if (rest.length > LONGEST_ROW) throw refusal('syntax', at(line), dataFaults.longLine);
    if (offset >= limits.bytes && !complete) cut = true;
    progress(Math.max(offset / Math.min(size, limits.bytes), (rows * builders.length) / limits.cells));
  }
  if (rows === 0) throw refusal('range', path, names ? dataFaults.noRows : dataFaults.empty);
  const columns = withoutEmptyLast(
    builders.map((builder) => builder.finish()),
    rows,
  );
  const table: Table = {
    file: path,
    rows,
    columns,
    first: first.map((row) => row.slice(0, columns.length)),
    kept: cut ? offset / size : 1,
    lineOf: (row) => lines[row]!,
  };
  return { table, ...dialect! };
}

/** Without a last column that no row fills: each line ended in a delimiter. */
function withoutEmptyLast<C extends { readonly name: string; readonly missing: number }>(
  columns: readonly C[],
  rows: number,
): readonly C[] {
  const last = columns.at(-1)!;
  const nameless = last.name === `column ${columns.length}`;
  return columns.length > 1 && nameless && last.missing === rows ? columns.slice(0, -1) : columns;
}
