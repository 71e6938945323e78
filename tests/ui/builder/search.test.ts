import { describe, expect, it } from 'vitest';
import { LAYER_KINDS } from '../../../src/model/layers/kinds.ts';
import { searchPalette } from '../../../src/ui/builder/search.ts';

const found = (query: string) => searchPalette(query).flatMap(({ kinds }) => kinds);

describe('searchPalette', () => {
  it('lists every kind once where nothing is asked', () => {
    expect(found('').toSorted()).toEqual([...LAYER_KINDS].sort());
  });

  it('finds by the beginning of the name, however it is written', () => {
    expect(found('conv')).toEqual(['Conv2D']);
    expect(found('MAXP')).toEqual(['MaxPooling2D']);
    expect(found('max_pooling2d')).toContain('MaxPooling2D');
  });

  it('finds by words of what it does, all of them', () => {
    expect(found('largest window')).toEqual(['MaxPooling2D']);
    expect(found('pooling')).toHaveLength(4);
    expect(found('random training')).toEqual(['Dropout']);
  });

  it('finds nothing for what there is not', () => {
    expect(searchPalette('transformer')).toEqual([]);
  });
});
