import type { Attribution, ExtractionContext } from '../context.ts';
import type { EventLexicon } from '../events/lexicon.ts';
import type { Extents } from '../phrase.ts';
import type { ConditionWords } from './words.ts';

/** What the rules of one document share. */
export interface Workshop {
  readonly context: ExtractionContext;
  readonly extents: Extents;
  readonly lexicon: EventLexicon;
  readonly words: ConditionWords;
  /** What is denied of what was said before, by sentence. */
  readonly denials: ReadonlyMap<number, readonly Attribution[]>;
}
