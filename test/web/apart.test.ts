import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart } from '../../src/web/map/apart.ts';
import type { Placed } from '../../src/web/map/labels.ts';

const place = { key: 'x' } as Placed['place'];
const signs = (...points: readonly (readonly [number, number])[]) =>
  points.map(([x, y]): Placed => ({ place, x, y }));
const distance = (one: Placed | undefined, other: Placed | undefined) =>
  Math.max(Math.abs((one?.x ?? 0) - (other?.x ?? 0)), Math.abs((one?.y ?? 0) - (other?.y ?? 0)));

describe('signs on the map', () => {
  it('that are too near to be hit one by one stand apart', () => {
    const [one, other] = apart(signs([100, 100], [108, 104]), () => 12);
    expect(distance(one, other)).toBeGreaterThanOrEqual(26);
  });

  it('at one point part sideways', () => {
    const [one, other] = apart(signs([50, 50], [50, 50]), () => 12);
    expect(distance(one, other)).toBeGreaterThanOrEqual(26);
  });

  it('that have room stay where their place is', () => {
    const placed = signs([10, 10], [40, 10], [10, 60]);
    expect(apart(placed, () => 12)).toEqual(placed);
  });

  it('never stand more than 16 pixels from their place either way', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(fc.array(point, { maxLength: 80 }), (points) => {
        const placed = signs(...points);
        apart(placed, ({ key }) => (key === 'x' ? 40 : 12)).forEach(({ x, y }, index) => {
          expect(Math.abs(x - (placed[index]?.x ?? 0))).toBeLessThanOrEqual(16);
          expect(Math.abs(y - (placed[index]?.y ?? 0))).toBeLessThanOrEqual(16);
        });
      }),
    );
  });
});
