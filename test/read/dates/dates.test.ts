import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isEdtf } from '../../../src/model/index.ts';
import { type DateMention, dateOfClause, read } from '../../../src/read/index.ts';
import { casesOf, plainArticle } from '../articles.ts';

const Cases = z.array(
  z.strictObject({
    name: z.string(),
    published: z.string().optional(),
    text: z.string(),
    dates: z.array(z.string()),
  }),
);
const Clauses = z.array(z.strictObject({ text: z.string(), of: z.record(z.string(), z.string()) }));

/** `text | EDTF | more`, with as much of the rest as the case asks for. */
function line(date: DateMention, asked: string): string {
  const more = asked.split(' | ')[2];
  const shown = [date.text, date.edtf ?? '-'];
  if (more === undefined) return shown.join(' | ');
  const parts = more.split(' ').map((part) => {
    const [key] = part.split('=') as [keyof DateMention];
    return part.includes('=') ? `${key}=${String(date[key])}` : date.basis;
  });
  return [...shown, parts.join(' ')].join(' | ');
}

describe('dates of a text', () => {
  for (const { name, published, text, dates } of casesOf(new URL('./cases.yaml', import.meta.url), Cases)) {
    it(name, () => {
      const found = read(plainArticle('case', text, published)).dates;
      const lines = found.map((date, index) => line(date, dates[index] ?? ''));
      expect(lines).toEqual(dates);
    });
  }
});

describe('the date of a clause', () => {
  for (const { text, of } of casesOf(new URL('./clauses.yaml', import.meta.url), Clauses)) {
    it(text, () => {
      const document = read(plainArticle('case', text, '2023-03-09'));
      const found = Object.fromEntries(
        Object.keys(of).map((word) => {
          const token = document.tokens.find((one) => one.text === word);
          if (!token) throw new Error(`there is no word ${word}`);
          return [word, dateOfClause(document, token.index)?.text ?? '-'];
        }),
      );
      expect(found).toEqual(of);
    });
  }
});

const piece = fc.constantFrom(
  ...'on in at since by for of the from to – - , . 5 31 30 2020 1999 5th March May February December Tuesday Friday last next this two three days weeks month year ago earlier later over about 87 100th day mid end evening 17:30 p.m. today yesterday now every each quarter Minister met will was killed'.split(
    ' ',
  ),
);
const published = fc.constantFrom('2023-03-09', '2024-02-29', '2023-12-31', '2023-03', '2023', undefined);

describe('any text', () => {
  it('gives valid EDTF, exact offsets, no overlaps and token bounds', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), published, (words, date) => {
        const text = words.join(' ');
        const { dates, tokens } = read(plainArticle('any', text, date));
        let end = 0;
        for (const found of dates) {
          expect(text.slice(found.start, found.end)).toBe(found.text);
          expect(found.start).toBeGreaterThanOrEqual(end);
          end = found.end;
          if (found.edtf !== null) expect(isEdtf(found.edtf)).toBe(true);
          expect(tokens[found.firstToken]!.start).toBeLessThanOrEqual(found.start);
          expect(tokens[found.endToken - 1]!.end).toBeGreaterThanOrEqual(found.end);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never makes up a year without an article date', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom('June', 'March', 'October'),
        (day, month) => {
          const [found] = read(plainArticle('any', `On ${day} ${month} they met.`)).dates;
          expect(found?.edtf).toMatch(/^XXXX-/);
        },
      ),
      { numRuns: 20 },
    );
  });
});
