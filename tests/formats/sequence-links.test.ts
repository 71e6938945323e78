import { expect, test } from 'vitest';
import { decodeLink, encodeLink } from '../../src/formats/share-url/link.ts';
import { admit } from '../../src/model/gate.ts';
import { EXAMPLES } from '../../src/scope/examples.ts';
import links from '../e2e/sequence-links.json';

test.each(links)('the address of $id opens the example of that name', async ({ id, fragment }) => {
  const example = EXAMPLES.find((candidate) => candidate.id === id)!;
  const { document } = admit(example.document);
  expect((await decodeLink(fragment))!.document).toEqual(document);
  expect(fragment.length).toBeLessThanOrEqual(400);
  const again = await encodeLink('', document);
  expect((await decodeLink(again))!.document).toEqual(document);
});
