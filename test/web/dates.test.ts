import { describe, expect, it } from 'vitest';
import { dateInWords, timelinePlaceOf } from '../../src/web/shared/dates.ts';

describe('dateInWords', () => {
  it.each([
    ['2023-03-05', '5 March 2023'],
    ['2020-11', 'November 2020'],
    ['2020', '2020'],
    ['XXXX-03-01', '1 March, year not known'],
    ['XXXX-02-29', '29 February, year not known'],
    ['XXXX-06', 'June, year not known'],
    ['XXXX', 'date not known'],
    ['202X', '202X'],
    ['2023-03-XX', 'March 2023'],
    ['2023-21', 'spring 2023'],
    ['2023-03-05?', '5 March 2023, uncertain'],
    ['2023-03~', 'about March 2023'],
    ['2023-03-05T14:30', '5 March 2023, 14:30'],
    ['2023-03-05/2023-03-07', '5 March 2023 – 7 March 2023'],
    ['2022-12-12/..', 'from 12 December 2022'],
    ['/2023-01', 'up to January 2023'],
  ])('%s is %s', (edtf, words) => {
    expect(dateInWords(edtf)).toBe(words);
  });
});

describe('timelinePlaceOf', () => {
  it.each([
    ['2023-03-05', '2023-03', '5', undefined],
    ['2023-03-05T10:00', '2023-03', '5', undefined],
    ['2023-03', '2023-03', undefined, 'day not known'],
    ['2023-03-05?', '2023-03', undefined, '5 Mar 2023, uncertain'],
    ['2022-12-12/..', '2022-12', undefined, 'from 12 Dec 2022'],
    ['../2023-01-04', '2023-01', undefined, 'up to 4 Jan 2023'],
    ['2023', '2023', undefined, '2023'],
    ['XXXX-03-01', 'unknown', undefined, '1 March, year not known'],
  ])('%s stands in %s', (edtf, month, day, words) => {
    const place = timelinePlaceOf(edtf);
    expect([place.month, place.day, place.words]).toEqual([month, day, words]);
  });
});
