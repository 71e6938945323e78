import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from '../../../src/formats/data/read-table.ts';
import type { SourceFile } from '../../../src/formats/data/source.ts';
import { bytesSource } from '../../../src/formats/data/source.ts';
import type { Reading } from '../../../src/model/datasets/reading.ts';
import { sentence } from '../../../src/text/errors.ts';
import { quiet, text } from './files.ts';

const read = (content: string, reading: Reading = {}) => readTable(text('a.csv', content), reading, quiet);

async function refused(content: string | SourceFile, reading: Reading = {}) {
  const file = typeof content === 'string' ? text('a.csv', content) : content;
  const error = await readTable(file, reading, quiet).then(
    () => undefined,
    (fault: unknown) => fault,
  );
  return sentence(error as Parameters<typeof sentence>[0]);
}

const cell = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
const table = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 3, max: 20 }))
  .chain(([width, height]) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );
const dialect = fc.constantFrom(
  { delimiter: ',', decimal: '.' },
  { delimiter: ';', decimal: ',' },
  { delimiter: ';', decimal: '.' },
  { delimiter: '\t', decimal: '.' },
  { delimiter: '\t', decimal: ',' },
  { delimiter: '|', decimal: ',' },
  { delimiter: ' ', decimal: '.' },
);

test('tables of numbers come back from every delimiter and decimal sign, with and without names', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      dialect,
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('\n', '\r\n', '\r'),
      async (rows, { delimiter, decimal }, named, quoted, end) => {
        const said = (value: number) => {
          const word = String(value).replace('.', decimal);
          return quoted && delimiter !== ' ' ? `"${word}"` : word;
        };
        const lines = rows.map((row) => row.map(said).join(delimiter));
        if (named) lines.unshift(rows[0]!.map((_, at) => `name${at}`).join(delimiter));
        const { table, ...found } = await read(lines.join(end) + end);
        expect(found.delimiter).toBe(delimiter);
        expect(found.header).toBe(named);
        const values = rows.map((_, row) => table.columns.map((column) => column.values[row]));
        expect(values).toEqual(
          rows.map((row) => row.map((value) => (value === 0 ? 0 : value)).map((value) => value + 0)),
        );
      },
    ),
    { numRuns: 150 },
  );
});

test('texts with delimiters, quotation marks and line ends in them come back, and lines are still counted', async () => {
  const { table } = await read('id,note\n1,"a, b\nand ""c"""\n2,plain\n');
  expect(table.columns[1]!.words).toEqual(['a, b\nand "c"', 'plain']);
  expect([table.lineOf(0), table.lineOf(1)]).toEqual([2, 4]);
});

test('rows that lie across the pieces in which a file is read are whole', async () => {
  const rows = Array.from({ length: 150_000 }, (_, row) => `${row};${row / 4};"α${row % 7}"`);
  const { table } = await read(`n;q;w\n${rows.join('\r\n')}`.replaceAll('.', ','));
  expect(table.rows).toBe(150_000);
  expect(table.columns[1]!.values[149_999]).toBe(149_999 / 4);
  expect(table.columns[2]!.words).toHaveLength(7);
});

test('a decimal comma in a single column is no delimiter', async () => {
  const { table, ...found } = await read('1,5\n2\n3,25\n');
  expect(found.decimal).toBe(',');
  expect([...table.columns[0]!.values]).toEqual([1.5, 2, 3.25]);
});

test('what the reading says is not found out', async () => {
  const { table, header } = await read('1,5\n2,5\n', { header: true, decimal: '.' });
  expect([header, table.rows, table.columns[0]!.name]).toEqual([true, 1, '1']);
});

test('a column that every row ends in an empty cell for is none', async () => {
  const { table } = await read('a,b,\n1,2,\n3,4,\n');
  expect(table.columns.map(({ name }) => name)).toEqual(['a', 'b']);
});

test.each([
  ['a ragged table', 'a;b\n1;2\n3;4;5\n', 'At a.csv, line 3: this row has 3 cells, and the first has 2.'],
  ['an empty file', '', 'At a.csv: the file is empty.'],
  ['only names', 'a,b,c\n', 'At a.csv: there are no rows below the names of the columns.'],
  ['no text', 'a,b\n1,\0\n', /At a\.csv: this is not text/],
  ['an open quotation mark', `a,b\n1,"${'x'.repeat(2_100_000)}`, /At a\.csv, line 2: this row has no end/],
])('%s is refused with its place', async (_, content, wanted) => {
  if (content === 'a,b,c\n') expect(await refused(content, { header: true })).toBe(wanted);
  else if (typeof wanted === 'string') expect(await refused(content)).toBe(wanted);
  else expect(await refused(content)).toMatch(wanted);
});

test('texts that are not UTF-8 are refused', async () => {
  expect(await refused(bytesSource('a.csv', Uint8Array.of(0xff, 0xfe, 49, 0)))).toMatch(/UTF-16/);
  expect(await refused(bytesSource('a.csv', Uint8Array.of(49, 44, 0xe4, 10)))).toMatch(/not UTF-8/);
});

test('of a file of a gigabyte only so much is read, and the rows of that are kept', async () => {
  const line = new TextEncoder().encode('0.25,1.5,walking\n');
  const size = 1_000_000_000;
  let asked = 0;
  const file: SourceFile = {
    path: 'large.csv',
    size,
    async read(from, to) {
      asked += to - from;
      return Uint8Array.from({ length: to - from }, (_, at) => line[(from + at) % line.length]!);
    },
  };
  const { table } = await readTable(file, {}, quiet, { bytes: 3_000_000, cells: 4_000_000 });
  expect(asked).toBe(3_000_000);
  expect(table.rows).toBe(Math.floor(3_000_000 / line.length));
  expect(table.kept).toBe(0.003);
  const few = await readTable(file, {}, quiet, { bytes: 9_000_000, cells: 30_000 });
  expect(few.table.rows).toBe(10_000);
});
