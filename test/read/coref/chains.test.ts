import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { read } from '../../../src/read/index.ts';
import { casesOf, plainArticle } from '../articles.ts';

const Cases = z.array(
  z.strictObject({
    name: z.string(),
    text: z.string(),
    chains: z.array(z.string()),
    apart: z.array(z.string()).optional(),
  }),
);

describe('chains of a text', () => {
  for (const { name, text, chains, apart } of casesOf(new URL('./cases.yaml', import.meta.url), Cases)) {
    it(name, () => {
      const found = read(plainArticle('case', text, '2023-03-09')).chains.map(({ mentions }) =>
        mentions.map((mention) => mention.text),
      );
      const lines = found.map((mentions) => mentions.join(' = '));
      expect(lines).toEqual(expect.arrayContaining(chains));
      for (const pair of apart ?? []) {
        const [first, second] = pair.split(' = ') as [string, string];
        expect(found.some((mentions) => mentions.includes(first) && mentions.includes(second))).toBe(false);
      }
    });
  }
});

describe('any text', () => {
  const word = fc.constantFrom(
    ...'Aliyev Ilham Pashinyan Baku and Yerevan the two sides they He said it its ministry The former delegation of Armenia . met president'.split(
      ' ',
    ),
  );
  it('gives mentions true to the text, in order, and entities that exist', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        const { chains, entities } = read(plainArticle('any', text));
        chains.forEach((chain, index) => {
          expect(chain.index).toBe(index);
          expect(chain.mentions.length).toBeGreaterThan(0);
          let start = -1;
          for (const mention of chain.mentions) {
            expect(text.slice(mention.start, mention.end)).toBe(mention.text);
            expect(mention.start).toBeGreaterThanOrEqual(start);
            start = mention.start;
          }
          for (const entity of chain.entities) expect(entities[entity]).toBeDefined();
        });
      }),
      { numRuns: 100 },
    );
  });
});
