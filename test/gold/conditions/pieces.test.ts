import { describe, expect, it } from 'vitest';
import { PARTS, pieces } from './pieces.ts';

describe.each(PARTS)('the gold pieces of conditions, %s', (part) => {
  it('has words in its text for each line', () => {
    const strange = pieces(part).flatMap(({ text, conditions }) =>
      conditions.flatMap(({ in: words }) => words.filter((phrase) => !text.includes(phrase))),
    );
    expect(strange).toEqual([]);
  });

  it('says on what in words that the piece has', () => {
    const strange = pieces(part).flatMap(({ text, conditions }) =>
      conditions.flatMap(({ on }) => on.filter((word) => !text.toLowerCase().includes(word.toLowerCase()))),
    );
    expect(strange).toEqual([]);
  });
});
