import edtfLibrary from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  boundsOfEdtf,
  daysBetween,
  edtfOfParts,
  isEdtf,
  partsOfEdtf,
  sortKeyOfEdtf,
} from '../../src/model/index.ts';

const day = fc
  .date({ min: new Date('1600-01-01'), max: new Date('2400-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('isEdtf', () => {
  it.each([
    '2023-03-05',
    '2020-11',
    '2023',
    'XXXX-03-01',
    '2023-XX-05',
    '2023-03-XX',
    '202X',
    '2023-21',
    '2023-03-05?',
    '2023-03~',
    '2023-03-05/2023-03-07',
    '2022-12-12/..',
    '../2023-09-20',
    '2024-02-29',
    '2023-09-20T13:00',
    '2023-09-20T13:00:00+04:00',
  ])('takes %s', (text) => expect(isEdtf(text)).toBe(true));

  it.each([
    '',
    '5 March 2023',
    '2023-3-5',
    '2023-13-01',
    '2023-02-29',
    '2023-04-31',
    '2023-00-10',
    '23-03-05',
    '/',
    '2023-03-05/x',
    '2023-03-05T25:00',
    `2023${'-01'.repeat(50)}`,
  ])('refuses %s', (text) => expect(isEdtf(text)).toBe(false));

  it('takes only what the edtf library takes too', () => {
    const part = fc.constantFrom(
      '2023',
      'XXXX',
      '-03',
      '-02',
      '-XX',
      '-31',
      '-29',
      '/',
      '..',
      '?',
      '~',
      '-21',
      'T13:00',
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 7 }), (parts) => {
        const text = parts.join('');
        // Stricter in the library than in the standard: times without a zone, seasons of an unknown year, intervals.
        fc.pre(isEdtf(text) && !/T|X-21|\//.test(text));
        expect(() => edtfLibrary(text)).not.toThrow();
      }),
    );
  });
});

describe('parts of dates', () => {
  it('go there and back', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(edtfOfParts(partsOfEdtf(date) ?? { year: 0, month: 0, day: 0 })).toBe(date);
      }),
    );
  });

  it('leave unknown years open', () => {
    expect(edtfOfParts({ year: null, month: 3, day: 1 })).toBe('XXXX-03-01');
    expect(partsOfEdtf('XXXX-03-01')).toEqual({ year: null, month: 3, day: 1 });
  });

  it('do not exist for intervals and seasons', () => {
    expect(partsOfEdtf('2023-03-05/2023-03-07')).toBeNull();
    expect(partsOfEdtf('2023-21')).toBeNull();
  });
});

describe('counting days', () => {
  it('agrees with itself', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, count) => {
        const moved = addDays(date, count);
        expect(moved).not.toBeNull();
        expect(daysBetween(date, moved as string)).toBe(count);
      }),
    );
  });

  it('knows when the Lachin road was closed 87 days before 9 March 2023', () => {
    expect(addDays('2023-03-09', -87)).toBe('2022-12-12');
  });

  it('is not guessed where a part is unknown', () => {
    expect(addDays('XXXX-03-01', 1)).toBeNull();
    expect(daysBetween('2023-03', '2023-03-05')).toBeNull();
  });
});

describe('boundsOfEdtf', () => {
  it.each([
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023-03-05/..', '2023-03-05', null],
    ['2023-03/2023-04', '2023-03-01', '2023-04-30'],
    ['2023-22', '2023-06-01', '2023-08-31'],
    ['XXXX-03-01', null, null],
  ])('of %s', (date, first, last) => expect(boundsOfEdtf(date)).toEqual({ first, last }));

  it('sorts unknown years last', () => {
    const dates = ['XXXX-03-01', '2023-03', '2022-12-12', '2023-03-05'];
    expect(dates.sort((a, b) => (sortKeyOfEdtf(a) < sortKeyOfEdtf(b) ? -1 : 1))).toEqual([
      '2022-12-12',
      '2023-03',
      '2023-03-05',
      'XXXX-03-01',
    ]);
  });
});
