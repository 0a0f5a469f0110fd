import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainArticle, read } from '../../src/read/index.ts';

const SENTENCES = [
  'The envoy met President Ilham Aliyev in Baku on Friday.',
  'Two soldiers, who had crossed the line, were killed on 5 March 2023, the ministry said.',
  'Did the U.S. delegation leave Yerevan? "Not yet," it said.',
  'The EU, Russia and the Red Cross sent at least twenty trucks through the corridor.',
  'The past week was quiet; the former denied it, the latter did not.',
];

/** What is kept from one text for the next (words, lemmas, sums, room) must not show. */
test('a text reads the same again, and after any others', () => {
  const alone = SENTENCES.map((text) => read(plainArticle(text)));
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...SENTENCES), fc.string()), { maxLength: 4 }),
      (others) => {
        for (const other of others) read(plainArticle(other, 'en'));
        for (const [place, text] of SENTENCES.entries())
          expect(read(plainArticle(text))).toEqual(alone[place]);
      },
    ),
    { numRuns: 15 },
  );
});
