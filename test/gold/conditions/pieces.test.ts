import { describe, expect, it } from 'vitest';
import { HALVES, pieces } from './pieces.ts';

describe.each(HALVES)('the gold pieces of conditions, %s', (half) => {
  it('has words in its text for each line', () => {
    const strange = pieces(half).flatMap(({ text, conditions }) =>
      conditions.flatMap(({ in: words }) => words.filter((phrase) => !text.includes(phrase))),
    );
    expect(strange).toEqual([]);
  });

  it('says on what in words that the piece has', () => {
    const strange = pieces(half).flatMap(({ text, conditions }) =>
      conditions.flatMap(({ on }) => on.filter((word) => !text.toLowerCase().includes(word.toLowerCase()))),
    );
    expect(strange).toEqual([]);
  });
});
