import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DensityItem } from '../../src/web/api/client.ts';
import { DAY, isoDay, timeOfDay } from '../../src/web/time/interval.ts';
import { countsOf, EVERYTHING, extentOf, linesIn, stretchAround } from '../../src/web/timeline/density.ts';
import { layoutOf } from '../../src/web/timeline/layout.ts';

const FIRST = timeOfDay('2021-01-01');
const item = (day: number, events: number, more: Partial<DensityItem> = {}): DensityItem => ({
  from: isoDay(FIRST + day * DAY),
  lane: 'incidents',
  quad: 'material-conflict',
  events,
  ...more,
});
const crowd = Array.from({ length: 1000 }, (_, day) => item(day, 50));

describe('counts of the timeline', () => {
  it('draws every line once, in towers, whatever the window and the width', () => {
    const days = fc.array(fc.tuple(fc.nat(900), fc.integer({ min: 1, max: 400 })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(days, fc.integer({ min: 300, max: 3000 }), (all, width) => {
        const items = all
          .map(([day, events]) => item(day, events))
          .sort((a, b) => (a.from < b.from ? -1 : 1));
        const counts = countsOf(items);
        const window = { start: FIRST - 60 * DAY, end: FIRST + 1000 * DAY };
        const { drawn } = layoutOf(counts, [], window, width);
        const shown = drawn.reduce((sum, one) => sum + (one.shape === 'tower' ? one.count : 0), 0);
        expect(shown).toBe(linesIn(counts, EVERYTHING));
      }),
    );
  });

  it('counts what a window holds, stretches that reach into it too', () => {
    const counts = countsOf([item(0, 2), item(5, 3), item(3, 7, { to: isoDay(FIRST + 30 * DAY) })]);
    expect(linesIn(counts, { start: FIRST, end: FIRST + DAY })).toBe(2);
    expect(linesIn(counts, { start: FIRST + 5 * DAY, end: FIRST + 6 * DAY })).toBe(10);
    expect(linesIn(counts, { start: FIRST + 31 * DAY, end: FIRST + 40 * DAY })).toBe(0);
  });

  it('loads everything where that is little, a stretch around the window where it is much, nothing where too much', () => {
    const month = { start: FIRST + 40 * DAY, end: FIRST + 70 * DAY };
    expect(stretchAround(countsOf([item(0, 3)]), month)).toBe(EVERYTHING);
    expect(stretchAround(countsOf(crowd), month)).toBeNull();
    const near = { start: FIRST + 40 * DAY, end: FIRST + 43 * DAY };
    const stretch = stretchAround(countsOf(crowd), near);
    expect(stretch?.start).toBeLessThanOrEqual(near.start);
    expect(stretch?.end).toBeGreaterThanOrEqual(near.end);
    const moved = { start: near.start + DAY / 4, end: near.end + DAY / 4 };
    expect(stretchAround(countsOf(crowd), moved)).toEqual(stretch);
  });

  it('first shows when nearly all happens, not the look back by years', () => {
    const extent = extentOf(countsOf([item(-4000, 1), ...crowd.slice(0, 100)]));
    expect(extent?.start).toBeGreaterThanOrEqual(FIRST);
    const close = extentOf(countsOf([item(-5, 1), ...crowd.slice(0, 100)]));
    expect(close?.start).toBe(FIRST - 5 * DAY);
    expect(extentOf(countsOf([]))).toBeNull();
    expect(extentOf(countsOf([item(-4000, 1)]))?.start).toBe(FIRST - 4000 * DAY);
  });
});
