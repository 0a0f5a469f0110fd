import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { residueOf } from '../../src/clean/residue.ts';
import { readDataFile } from '../../src/model/data-file.ts';
import { isTrueSpan, type Span, spanOf } from '../../src/model/index.ts';

const Case = z.strictObject({
  in: z.string().default('en'),
  text: z.string(),
  /** The whole article, where the passage is a paragraph of its own. */
  paragraphs: z.array(z.string()).optional(),
  residue: z.array(z.tuple([z.string(), z.string()])).default([]),
});
const cases = z.array(Case).parse(readDataFile(new URL('./residue.cases.yaml', import.meta.url)));

function residueIn(paragraphs: readonly string[], language: string) {
  const text = paragraphs.join('\n\n');
  const spans: Span[] = [];
  let start = 0;
  for (const { length } of paragraphs) {
    spans.push(spanOf(text, start, start + length));
    start += length + 2;
  }
  return { text, found: residueOf(text, spans, language) };
}

describe('passages left in another language', () => {
  it.each(cases.map((entry) => [entry.text, entry] as const))(
    '%s',
    (_, { text, paragraphs, in: language, residue }) => {
      const { found } = residueIn(paragraphs ?? [text], language);
      // The stop behind a passage may be counted to it or not.
      expect(found.map((passage) => [passage.language, passage.text.replace(/[.։]$/u, '')])).toEqual(residue);
    },
  );

  it('have true spans that do not overlap, in any text', () => {
    const piece = fc.constantFrom(
      'the ',
      'road ',
      'gli altri ',
      'esperti ',
      '[',
      ']',
      'по словам ',
      '«',
      '» ',
      '. ',
      'dell’',
      'և ',
      '، ',
      '\u0301',
      've bir ',
      "l'",
      '😀',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('en', 'it', 'ru', 'pl'),
        (pieces, language) => {
          const { text, found } = residueIn([pieces.join('')], language);
          let end = 0;
          for (const span of found) {
            expect(isTrueSpan(text, span)).toBe(true);
            expect(span.start).toBeGreaterThanOrEqual(end);
            end = span.end;
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
