import { expect, test } from 'vitest';
import { optionsOf } from '../../src/app/options.ts';
import { decodeLink } from '../../src/formats/share-url/link.ts';
import released from '../formats/released-embeds.json';

test.each(released)('the released widget %# opens what it did, as it did', async ({ fragment, options }) => {
  expect(optionsOf({ search: '', hash: fragment })).toMatchObject(options);
  const linked = await decodeLink(fragment);
  expect(linked === undefined).toBe('lesson' in options);
});

test('the options may stand in the query as well', () => {
  for (const { fragment, options } of released) {
    const [document, ...others] = fragment.slice(1).split('&');
    const search = `?${'lesson' in options ? fragment.slice(1) : others.join('&')}`;
    const hash = 'lesson' in options ? '' : `#${document}`;
    expect(optionsOf({ search, hash })).toMatchObject(options);
  }
});
