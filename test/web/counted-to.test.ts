import { describe, expect, it } from 'vitest';
import { countedTo, daysTo } from '../../src/web/overview/counted-to.ts';

describe('countedTo', () => {
  const now = Date.parse('2023-03-20T15:00:00Z');
  it.each([
    ['2023-03-19', '2023-03-20'],
    ['2023-03-20', '2023-03-20'],
    ['2023-03-06', '2023-03-20'],
    ['2023-03-05', '2023-03-05'],
    ['2023-03-22', '2023-03-22'],
  ])('newest article of %s: counters run to %s', (asOf, day) => {
    expect(countedTo(asOf, now)).toBe(day);
  });
  it('counts whole days over months and summer time', () => {
    expect(daysTo('2023-02-27', '2023-04-01')).toBe(33);
  });
});
