import { type KnownWords, viewOf } from '../parsing/word-view.ts';
import { PROPN_CLASS } from '../tagging/upos.ts';
import { KIND, SIDE } from '../tagging/word-kinds.ts';
import type { GoldSentence } from './conllu.ts';
import { uposClass } from './tagger.ts';

/** A word seen this often has shown all the tags it may have: of 4, 8, 16 and 32 the first did best. */
const LEAST_SEEN = 4;
/** One seen this often without ever being a name is none; others may be. */
const NEVER_NAMED = 40;

/** Hash of each common word and the set of its tags as bits, one after the other. */
export function learnKnownTags(sentences: readonly GoldSentence[], known: KnownWords | null): number[] {
  const seen = new Map<number, { count: number; bits: number; kinds: number }>();
  for (const { words } of sentences) {
    const { lower, kinds } = viewOf(
      words.map(({ form }) => form),
      known,
    );
    words.forEach(({ upos }, place) => {
      const hash = lower[place + 1] as number;
      const word = seen.get(hash) ?? { count: 0, bits: 0, kinds: tagsOfKinds(kinds[place + 1] as number) };
      seen.set(hash, word);
      word.count++;
      word.bits |= 1 << uposClass(upos);
    });
  }
  return [...seen]
    .filter(([, { count }]) => count >= LEAST_SEEN)
    .sort(([a], [b]) => a - b)
    .flatMap(([hash, { count, bits, kinds }]) => [
      hash,
      bits | kinds | (count < NEVER_NAMED ? 1 << PROPN_CLASS : 0),
    ]);
}

const N = KIND.noun | KIND.nouns;
const V = KIND.verb | KIND.verbS | KIND.verbEd | KIND.verbIng;

/** The tags that the dictionary allows, as bits. */
function tagsOfKinds(kinds: number): number {
  const isRareVerb = (kinds & SIDE.both) === SIDE.noun;
  return (kinds & N ? 1 << uposClass('NOUN') : 0) | (kinds & V && !isRareVerb ? 1 << uposClass('VERB') : 0);
}
