import type { Stance } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';

/** A run of tokens, both ends included. */
export type Run = readonly [first: number, last: number];

/** An attribution as the rules find it, in tokens; made into spans at the end. */
export interface Draft {
  readonly rule: string;
  readonly verb: Token;
  readonly stance: Stance;
  /** Tokens of the cue, with auxiliaries, negation, particle and preposition. */
  readonly cue: Run;
  /** Head of the speaking noun phrase; null where the sentence names none. */
  speaker: Token | null;
  /** The speaker's words, where the tree does not bound them. */
  speakerRun?: Run | undefined;
  /** Head of the noun phrase that is spoken to. */
  readonly addressee: Token | null;
  /** Pieces of the content in text order; empty where a quotation is still to be found. */
  content: Run[];
  /** Quotations that belong to it (indexes). */
  readonly quotations: number[];
  /** May a quotation beside it be its content? */
  readonly quotes: boolean;
  /** Only an attribution if the cue before it lends it a speaker. */
  readonly borrows?: boolean;
  readonly negated: boolean;
  readonly unreal: boolean;
}
