import { toNotebook } from '../../formats/notebook.ts';
import type { ModelDocument } from '../../model/document.ts';
import { fileName } from '../file-name.ts';
import { saveText } from '../save.ts';

/** Hands the reader the model's script as a Jupyter notebook. */
export function saveNotebook(document: ModelDocument): void {
  saveText(fileName(document.title, 'ipynb'), toNotebook(document), 'application/x-ipynb+json');
}
