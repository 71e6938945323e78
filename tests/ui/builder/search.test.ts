import { describe, expect, it } from 'vitest';
import { LAYER_KINDS } from '../../../src/model/layers/kinds.ts';
import { searchPalette } from '../../../src/ui/builder/search.ts';

const found = (query: string) => searchPalette(query).flatMap(({ kinds }) => kinds);

describe('searchPalette', () => {
  it('lists every kind once where nothing is asked', () => {
    expect(found('').toSorted()).toEqual([...LAYER_KINDS].sort());
  });

  it('finds by the beginning of the name, however it is written', () => {
    expect(found('conv2dt')).toEqual(['Conv2DTranspose']);
    expect(found('conv').every((kind) => /conv/i.test(kind))).toBe(true);
    expect(found('MAXPOOLING2')).toEqual(['MaxPooling2D']);
    expect(found('max_pooling2d')).toContain('MaxPooling2D');
  });

  it('finds by words of what it does, all of them', () => {
    expect(found('largest window')).toContain('MaxPooling2D');
    expect(found('largest window').every((kind) => kind.startsWith('MaxPooling'))).toBe(true);
    expect(found('pooling').toSorted()).toEqual(
      LAYER_KINDS.filter((kind) => kind.includes('Pooling')).sort(),
    );
    expect(found('random inputs training')).toEqual(['Dropout']);
  });

  it('finds nothing for what there is not', () => {
    expect(searchPalette('transformer')).toEqual([]);
  });
});
