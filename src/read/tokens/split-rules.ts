import type { EndingTable } from './endings.ts';
import type { MultiwordRules } from './multiword.ts';

export interface SplitRules {
  /** First parts that keep their hyphen (`e` of e-mail), lower case. */
  readonly prefixes: ReadonlySet<string>;
  /** Abbreviations with their stop, lower case (`gen.`). */
  readonly abbreviations: ReadonlySet<string>;
  /** Abbreviations that lose their stop where they end a sentence (`etc.`), lower case. */
  readonly looseStops: ReadonlySet<string>;
  /** Runs without a blank that are split otherwise than the rules say, lower case, with the lengths of their parts. */
  readonly exceptions: ReadonlyMap<string, readonly number[]>;
  /** First parts that end in an apostrophe and stand apart (`l'` of French l'accord), lower case, with a straight one. */
  readonly elisions: ReadonlySet<string>;
  /** Are compounds with a hyphen one word, as in French, rather than three, as in English? */
  readonly keepsHyphens: boolean;
  /** Endings with a hyphen that stand apart all the same (`-il` of dit-il), lower case. */
  readonly hyphenEndings: ReadonlySet<string>;
  /** Are numbers one word with the ending behind their hyphen (Armenian `115-րդ`)? */
  readonly keepsNumberHyphens: boolean;
  /** Are figures with a stop ordinals, as in Turkish `7. Ordu`? */
  readonly ordinalStops: boolean;
  readonly endings: EndingTable;
  readonly multiwords: MultiwordRules;
}

/** The same as lists, as a model file holds them. */
export interface LearnedSplits {
  readonly prefixes: readonly string[];
  readonly abbreviations: readonly string[];
  readonly looseStops: readonly string[];
  readonly exceptions: { readonly [chunk: string]: readonly number[] };
  readonly elisions?: readonly string[];
  readonly keepsHyphens?: boolean;
  readonly hyphenEndings?: readonly string[];
  readonly keepsNumberHyphens?: boolean;
  readonly endings?: { readonly [ending: string]: number };
  readonly multiwords?: { readonly [token: string]: readonly string[] };
  readonly marks?: readonly string[];
}

export function splitRulesOf(learned: LearnedSplits): SplitRules {
  return {
    prefixes: new Set(learned.prefixes),
    abbreviations: new Set(learned.abbreviations),
    looseStops: new Set(learned.looseStops),
    exceptions: new Map(Object.entries(learned.exceptions)),
    elisions: new Set(learned.elisions),
    keepsHyphens: learned.keepsHyphens ?? false,
    hyphenEndings: new Set(learned.hyphenEndings),
    keepsNumberHyphens: learned.keepsNumberHyphens ?? false,
    ordinalStops: true,
    endings: new Map(Object.entries(learned.endings ?? {})),
    multiwords: {
      words: new Map(Object.entries(learned.multiwords ?? {})),
      marks: new Set(learned.marks),
    },
  };
}

/** For languages of which nothing is known. */
export const PLAIN_RULES: SplitRules = splitRulesOf({
  prefixes: [],
  abbreviations: [],
  looseStops: [],
  exceptions: {},
});
