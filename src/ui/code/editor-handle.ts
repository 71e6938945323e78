import type { Editor } from './editor.ts';

/** The editor, once it is there. */
export interface EditorHandle {
  current: Pick<Editor, 'text' | 'selectAll'> | undefined;
}
