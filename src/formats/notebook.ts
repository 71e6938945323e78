import type { ModelDocument } from '../model/document.ts';
import { notebookText } from '../text/notebook.ts';
import { type PythonPart, pythonParts } from './keras/to-python.ts';

interface Cell {
  readonly cell_type: 'markdown' | 'code';
  readonly lines: readonly string[];
}

/** A cell as Jupyter keeps it: every line of its source but the last ends with its line break. */
function written({ cell_type, lines }: Cell, position: number): unknown {
  const source = lines.map((line, at) => (at < lines.length - 1 ? `${line}\n` : line));
  const cell = { id: `cell-${position + 1}`, cell_type, metadata: {}, source };
  return cell_type === 'code' ? { ...cell, execution_count: null, outputs: [] } : cell;
}

/** A heading and the code below it; the set-up stands below the title. */
function cellsOf({ part, lines }: PythonPart): Cell[] {
  const code: Cell = { cell_type: 'code', lines: lines.map(({ text }) => text) };
  const heading = notebookText.headings[part];
  return heading === undefined ? [code] : [{ cell_type: 'markdown', lines: [`## ${heading}`] }, code];
}

/** The title as text: on one line, and nothing in it that Markdown would take for a sign. */
function plain(title: string): string {
  return title
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>()#+!|~&$-]/g, '\\$&');
}

/**
 * The script of `pythonParts` as a Jupyter notebook, a cell a part, nothing run yet.
 * Format: nbformat 4.5, https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export function toNotebook(document: ModelDocument): string {
  const title: Cell = {
    cell_type: 'markdown',
    lines: [`# ${plain(document.title) || notebookText.untitled}`, '', notebookText.needs],
  };
  const cells = [title, ...pythonParts(document).flatMap(cellsOf)];
  const notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    cells: cells.map(written),
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}
