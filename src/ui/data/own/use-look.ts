import { useEffect, useRef, useState } from 'react';
import type { Reading } from '../../../model/datasets/reading.ts';
import type { DataLook } from '../../../scope/scope.ts';
import { useKernelscope } from '../../context.ts';
import type { OwnFile } from './own-files.ts';

interface Looked {
  /** What was seen last, of the files in hand. */
  readonly look: DataLook | undefined;
  readonly error: Error | undefined;
  /** Share that is read; undefined where nothing is being read. */
  readonly progress: number | undefined;
}

/** What the files are by this reading, kept up to date; a reading that is overtaken is not shown. */
export function useLook(files: readonly OwnFile[], reading: Reading, sample: number): Looked {
  const { scope } = useKernelscope();
  const [looked, setLooked] = useState<Looked>({ look: undefined, error: undefined, progress: 0 });
  const shown = useRef(files);
  useEffect(() => {
    let current = true;
    const others = shown.current !== files;
    shown.current = files;
    const put = (state: Partial<Looked>) => current && setLooked((before) => ({ ...before, ...state }));
    put({ progress: 0, error: undefined, ...(others && { look: undefined }) });
    const progress = (share: number) => put({ progress: share });
    scope.inspectData(files, { reading, sample, progress }).then(
      (look) => put({ look, error: undefined, progress: undefined }),
      (error: unknown) => put({ error: error as Error, progress: undefined }),
    );
    return () => {
      current = false;
    };
  }, [scope, files, reading, sample]);
  return looked;
}
