import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Network } from '../../src/model/network.ts';
import type { Rect } from '../../src/scene/rect.ts';
import type { StageBand, StageLayout } from '../../src/scene/stage/bands.ts';
import { blendLayouts } from '../../src/scene/stage/blend.ts';
import { layoutStage } from '../../src/scene/stage/layout.ts';
import { networks } from './random-network.ts';

const SLACK = 0.01;

function overlap(a: Rect, b: Rect): boolean {
  return (
    a.x + a.width > b.x + SLACK &&
    b.x + b.width > a.x + SLACK &&
    a.y + a.height > b.y + SLACK &&
    b.y + b.height > a.y + SLACK
  );
}

function contents(band: StageBand): Rect[] {
  const slots = [...band.maps, ...band.kernels].map((slot) => slot.rect);
  return band.units ? [...slots, band.units.rect] : slots;
}

function expectApart(layout: StageLayout): void {
  const bands = layout.bands.flatMap((band) => {
    const rects = contents(band);
    const left = Math.min(band.rect.x, ...rects.map((rect) => rect.x));
    const right = Math.max(band.rect.x + band.rect.width, ...rects.map((rect) => rect.x + rect.width));
    return { ...band.rect, x: left, width: right - left };
  });
  const areas = layout.lens ? [...bands, layout.lens] : bands;
  areas.forEach((area, at) => {
    for (const other of areas.slice(at + 1)) expect(overlap(area, other)).toBe(false);
    expect(area.x).toBeGreaterThanOrEqual(0);
    expect(area.x + area.width).toBeLessThanOrEqual(layout.width + SLACK);
    expect(area.y + area.height).toBeLessThanOrEqual(layout.height + SLACK);
  });
  for (const band of layout.bands) {
    const rects = [...contents(band), ...(band.role === 'strip' ? [] : [band.header])];
    rects.forEach((rect, at) => {
      for (const other of rects.slice(at + 1)) expect(overlap(rect, other)).toBe(false);
    });
  }
}

const rooms = fc.record({
  width: fc.integer({ min: 320, max: 2400 }),
  height: fc.integer({ min: 300, max: 1400 }),
  direction: fc.constantFrom('row' as const, 'column' as const),
});

test('bands, maps, kernels and the lens never overlap, far or near', () => {
  fc.assert(
    fc.property(networks, rooms, fc.nat(), fc.nat(), (network, room, which, channelSeed) => {
      expectApart(layoutStage(network, room));
      const classes = network.layers.at(-1)!.outputShape.at(-1)!;
      const labels = Array.from({ length: classes }, (_, at) => `${'a longer name '.repeat(at % 4)}${at}`);
      expectApart(layoutStage(network, { ...room, labels }));
      const layer = network.layers[which % network.layers.length]!;
      const channel = channelSeed % layer.outputShape.at(-1)!;
      expectApart(layoutStage(network, { ...room, open: layer.name, channel }));
    }),
    { numRuns: 60 },
  );
});

test('every map has a place, or is counted as hidden', () => {
  fc.assert(
    fc.property(networks, rooms, (network, room) => {
      for (const band of layoutStage(network, room).bands) {
        const shape = band.name === 'input' ? network.inputShape : network.byName.get(band.name)!.outputShape;
        if (band.form === 'maps') expect(band.maps.length + band.hidden).toBe(shape[2]);
        else expect(band.units!.count + band.hidden).toBe(shape.reduce((product, size) => product * size, 1));
      }
    }),
    { numRuns: 40 },
  );
});

test('the move from far to near starts and ends at the two layouts, and has every layer of either on its way', () => {
  fc.assert(
    fc.property(
      networks,
      rooms,
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (network: Network, room, t) => {
        const far = layoutStage(network, room);
        const near = layoutStage(network, { ...room, open: network.layers[0]!.name });
        expect(blendLayouts(far, near, 0)).toBe(far);
        expect(blendLayouts(far, near, 1)).toBe(near);
        const between = blendLayouts(far, near, t);
        expect(new Set(between.bands.map((band) => band.name))).toEqual(
          new Set(far.bands.map((band) => band.name)),
        );
        for (const band of between.bands) {
          for (const rect of contents(band)) {
            expect(Object.values(rect).every((value) => Number.isFinite(value))).toBe(true);
          }
        }
      },
    ),
    { numRuns: 30 },
  );
});
