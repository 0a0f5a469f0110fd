import { viewOf } from '../parsing/word-view.ts';
import { PROPN_CLASS } from '../tagging/upos.ts';
import type { GoldSentence } from './conllu.ts';
import { uposClass } from './tagger.ts';

/** A word seen this often has shown all the tags it may have: of 4, 8, 16 and 32 the first did best. */
const LEAST_SEEN = 4;
/** One seen this often without ever being a name is none; others may be. */
const NEVER_NAMED = 40;

/** Hash of each common word and the set of its tags as bits, one after the other. */
export function learnKnownTags(sentences: readonly GoldSentence[]): number[] {
  const seen = new Map<number, { count: number; bits: number }>();
  for (const { words } of sentences) {
    const { lower } = viewOf(words.map(({ form }) => form));
    words.forEach(({ upos }, place) => {
      const hash = lower[place + 1] as number;
      const word = seen.get(hash) ?? { count: 0, bits: 0 };
      seen.set(hash, word);
      word.count++;
      word.bits |= 1 << uposClass(upos);
    });
  }
  return [...seen]
    .filter(([, { count }]) => count >= LEAST_SEEN)
    .sort(([a], [b]) => a - b)
    .flatMap(([hash, { count, bits }]) => [hash, count < NEVER_NAMED ? bits | (1 << PROPN_CLASS) : bits]);
}
