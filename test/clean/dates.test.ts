import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { datesIn } from '../../src/clean/date-finder.ts';
import { dayOrderOf } from '../../src/clean/date-order.ts';
import { dayInUrl, momentOf } from '../../src/clean/dates.ts';
import { fromPersian } from '../../src/clean/persian-calendar.ts';
import { labelledDates } from '../../src/clean/visible-dates.ts';
import { readDataFile } from '../../src/model/data-file.ts';
import { isEdtf } from '../../src/model/index.ts';

const Case = z.strictObject({
  text: z.string(),
  language: z.string().optional(),
  order: z.enum(['dmy', 'mdy']).optional(),
  days: z.array(z.string()),
  why: z.string().optional(),
});
const cases = z.array(Case).parse(readDataFile(new URL('./dates.cases.yaml', import.meta.url)));

describe('dates in a line', () => {
  it.each(cases.map((entry) => [entry.text, entry.language ?? '', entry] as const))(
    '%s (%s)',
    (text, _, { language, order, days }) => {
      const found = datesIn(text, { language, order });
      expect(found.map(({ day }) => day)).toEqual(days);
      for (const { start, end } of found) expect(text.slice(start, end)).toMatch(/^\S.*\S$/u);
    },
  );

  it('are days that exist, at places in the line, for any line', () => {
    const part = fc.constantFrom(
      '6',
      '31',
      '2031',
      '۱۴۰۹',
      'March',
      'марта',
      '年',
      '月',
      '日',
      '.',
      '/',
      '-',
      ' ',
      ',',
      'de',
      ':',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const line = parts.join('');
        let last = 0;
        for (const { day, start, end, hasYear } of datesIn(line)) {
          expect(isEdtf(day)).toBe(true);
          expect(day.startsWith('XXXX')).toBe(!hasYear);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(line.length);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('come back from what Intl writes, in every language with names of months', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(
          'en-GB',
          'en-US',
          'de',
          'fr',
          'es',
          'it',
          'pt',
          'ru',
          'uk',
          'pl',
          'tr',
          'az',
          'hy',
          'ka',
          'el',
          'ar-EG',
          'fa',
          'he',
          'hi',
          'ja',
          'ko',
          'zh',
          'id',
          'ro',
          'hu',
          'cs',
          'sr',
          'nl',
          'sv',
          'fi',
        ),
        (date, locale) => {
          const text = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
          const [found] = datesIn(text, { language: locale.slice(0, 2) });
          expect([text, found?.day]).toEqual([text, date.toISOString().slice(0, 10)]);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('days of the Persian calendar', () => {
  it('are those that Intl gives', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1960-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        (date) => {
          const of = Object.fromEntries(
            format.formatToParts(date).map(({ type, value }) => [type, Number.parseInt(value, 10)]),
          );
          expect(fromPersian(of.year as number, of.month as number, of.day as number)).toEqual([
            date.getUTCFullYear(),
            date.getUTCMonth() + 1,
            date.getUTCDate(),
          ]);
        },
      ),
      { numRuns: 100 },
    );
  });
  it('are none where there is no such day', () => expect(fromPersian(1409, 13, 1)).toBeNull());
});

describe('what stands before a date', () => {
  it.each([
    ['Published: 6 March 2031 – Updated: 8 March 2031', ['published', 'updated']],
    ['Опубликовано 6 марта 2031, обновлено 8 марта 2031', ['published', 'updated']],
    ['Pubblicato il 6 marzo 2031 (ultimo aggiornamento 8 marzo 2031)', ['published', 'updated']],
    ['更新 2031年3月6日', ['updated']],
    ['公開日：2031年3月6日 更新日：2031年3月8日', ['published', 'updated']],
    ['입력 2031.03.06 수정 2031.03.08', ['published', 'updated']],
    ['آخر تحديث: 6 مارس 2031', ['updated']],
    ['6 March 2031', ['plain']],
  ])('%s', (line, roles) => expect(labelledDates(line).map(({ role }) => role)).toEqual(roles));
});

describe('the order of day and month', () => {
  it.each([
    ['another date of the page', ['05/06/2031', '30/05/2031'], [], 'en', 'dmy'],
    ['a day known otherwise', ['05/06/2031'], ['2031-05-06'], 'en', 'mdy'],
    ['a zone of the United States', ['05/06/2031 10:00 EST'], [], undefined, 'mdy'],
    ['the country of the language', ['05/06/2031'], [], 'en-US', 'mdy'],
    ['the language', ['05/06/2031'], [], 'it', 'dmy'],
    ['nothing', ['05/06/2031'], [], 'en', undefined],
  ] as const)('is told by %s', (_, lines, known, language, order) =>
    expect(dayOrderOf(lines, known as never, language)).toBe(order),
  );
});

describe('dates in data and addresses', () => {
  it.each([
    ['2031-03-06T23:40:00Z', { day: '2031-03-06', minutes: 1420, isUtc: true }],
    ['2031-03-06T23:40:00+04:00', { day: '2031-03-06', minutes: 1420, isUtc: false }],
    ['20310306', { day: '2031-03-06' }],
    ['Thu, 06 Mar 2031 09:05:00 GMT', { day: '2031-03-06', minutes: 545, isUtc: true }],
    ['2031-13-06', null],
    ['soon', null],
  ])('%s', (text, moment) => expect(momentOf(text)).toEqual(moment));
  it.each([
    ['https://post.example/2031/03/06/talks', '2031-03-06'],
    ['https://post.example/world/2031/mar/06/talks', '2031-03-06'],
    ['https://post.example/talks-20310306.html', '2031-03-06'],
    ['https://post.example/a/2031-03-06-talks', '2031-03-06'],
    ['https://post.example/12345678/talks', null],
    ['https://post.example/2031/03/talks', null],
  ])('%s', (url, day) => expect(dayInUrl(url)).toBe(day));
});
