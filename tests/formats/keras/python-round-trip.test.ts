import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromPython } from '../../../src/formats/keras/from-python.ts';
import { contextOf } from '../../../src/formats/keras/python-context.ts';
import { toPython } from '../../../src/formats/keras/to-python.ts';
import type { ModelDocument } from '../../../src/model/document.ts';
import { admit } from '../../../src/model/gate.ts';
import { minimise } from '../../../src/model/normalise.ts';
import { pythonSentence } from '../../../src/text/python.ts';
import { documents } from '../../arbitraries/documents.ts';

/** What a script says of a document: what is looked at is no part of it. */
function said(document: ModelDocument): unknown {
  return { ...(minimise(document) as object), view: undefined };
}

test('a document as Python and back is the same document', () => {
  fc.assert(
    fc.property(documents, (random) => {
      const { document } = admit(random);
      const { document: read, problems } = fromPython(toPython(document), contextOf(document));
      expect(problems.map(pythonSentence)).toEqual([]);
      expect(said(admit(read).document)).toEqual(said(document));
    }),
    { numRuns: 1000 },
  );
}, 120_000);
