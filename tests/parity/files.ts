import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('fixtures', import.meta.url));

/** The cases of one file, one JSON text a line. */
export function readCases<T>(file: string): T[] {
  const lines = readFileSync(join(folder, `${file}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}

/** The files of layer cases: a layer's class name, or what models of several are about. */
export function layerFiles(): string[] {
  return readdirSync(join(folder, 'layers')).map((file) => file.replace(/\.jsonl$/, ''));
}
