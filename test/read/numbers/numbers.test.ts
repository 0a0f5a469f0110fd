import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type NumberMention, read } from '../../../src/read/index.ts';
import { casesOf, plainArticle } from '../articles.ts';

const Cases = z.array(z.strictObject({ text: z.string(), numbers: z.array(z.string()) }));

function line({ text, value, most, bound, unit }: NumberMention): string {
  const more = [most === undefined ? '' : `most=${most}`, bound ?? '', unit ?? ''].filter(Boolean);
  return [`${text} = ${value}`, ...more].join(' ');
}

describe('counts of a text', () => {
  for (const { text, numbers } of casesOf(new URL('./cases.yaml', import.meta.url), Cases)) {
    it(text, () => {
      expect(read(plainArticle('case', text, '2023-03-09')).numbers.map(line)).toEqual(numbers);
    });
  }
});

describe('any text', () => {
  it('reads a number in digits for what it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999_999 }), (value) => {
        const written = value.toLocaleString('en-US');
        const [found] = read(plainArticle('any', `They lost ${written} sheep.`)).numbers;
        expect(found).toMatchObject({ text: written, value });
      }),
      { numRuns: 40 },
    );
  });

  const piece = fc.constantFrom(
    ...'at least over 12 1,200 2.5 million dozen a dozens of hundreds thousand - to between and forty four two one percent % $ or more half couple several , . people 1. Resolution :'.split(
      ' ',
    ),
  );
  it('gives exact offsets, no overlaps, values that are numbers and ranges that rise', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (words) => {
        const text = words.join(' ');
        const { numbers, tokens } = read(plainArticle('any', text));
        let end = 0;
        for (const found of numbers) {
          expect(text.slice(found.start, found.end)).toBe(found.text);
          expect(found.start).toBeGreaterThanOrEqual(end);
          end = found.end;
          expect(Number.isFinite(found.value)).toBe(true);
          if (found.most !== undefined) expect(found.most).toBeGreaterThan(found.value);
          expect(tokens[found.firstToken]!.start).toBeLessThanOrEqual(found.start);
          expect(tokens[found.endToken - 1]!.end).toBeGreaterThanOrEqual(found.end);
        }
      }),
      { numRuns: 100 },
    );
  });
});
