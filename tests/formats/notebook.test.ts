import { expect, test } from 'vitest';
import { toPython } from '../../src/formats/keras/to-python.ts';
import { toNotebook } from '../../src/formats/notebook.ts';
import { digits } from '../../src/model/examples/digits.ts';
import { admit } from '../../src/model/gate.ts';

interface Notebook {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly cells: readonly {
    readonly id: string;
    readonly cell_type: 'code' | 'markdown';
    readonly source: readonly string[];
    readonly outputs?: readonly unknown[];
    readonly execution_count?: null;
  }[];
}

const { document } = admit(digits);
const read = (title: string) => JSON.parse(toNotebook({ ...document, title })) as Notebook;

test('the cells of code are the script', () => {
  const { cells } = read(document.title);
  const code = cells.filter(({ cell_type }) => cell_type === 'code').map(({ source }) => source.join(''));
  expect(`${code.join('\n\n')}\n`).toBe(toPython(document));
});

test('it is what nbformat 4.5 asks for', () => {
  const { nbformat, nbformat_minor, cells } = read(document.title);
  expect([nbformat, nbformat_minor]).toEqual([4, 5]);
  expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
  for (const { id, cell_type, source, outputs, execution_count } of cells) {
    expect(id).toMatch(/^[\w-]{1,64}$/);
    expect(source.slice(0, -1).every((line) => line.endsWith('\n'))).toBe(true);
    expect([outputs, execution_count]).toEqual(cell_type === 'code' ? [[], null] : [undefined, undefined]);
  }
});

test('a title is only ever text', () => {
  const [title] = read('a *b*\n<img src=x>').cells;
  expect(title!.source[0]).toBe('# a \\*b\\* \\<img src=x\\>\n');
});
