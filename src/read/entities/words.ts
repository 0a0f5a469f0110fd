import type { Clusters } from './clusters.ts';
import type { Gazetteer, ListedWord } from './gazetteer.ts';
import { hashOfText } from './hash.ts';
import { LEANINGS, NAME_WORD, type NameWords } from './name-words.ts';

/** What the features need of a word form, worked out once for each form. */
export interface WordFacts extends ListedWord {
  /** Where what is worked out for the form may be kept: below {@link KEPT}, used again by another form one day. */
  readonly slot: number;
  readonly lower: string;
  /** Hash of the lower-case form with its digits as zeros. */
  readonly lowerHash: number;
  /** What lists of bodies say of the word as the first of a name. */
  readonly opensBody: number;
  readonly shape: number;
  /** Hashes of the first and last two, three and four letters. */
  readonly affixes: readonly number[];
  readonly fine: number;
  readonly coarse: number;
  /** Of which lists of names it is: first name 1, surname 2, firm 4; 16 more where it has no capital. */
  readonly listed: number;
  /** What its vector leans to most and how much; 0 without a vector. */
  readonly leaning: number;
  /** All its leanings at two bits each; 0 without a vector. */
  readonly leanings: number;
}

/** Forms kept; past that the table starts again, so memory stays bounded on any input. */
export const KEPT = 40_000;
const LONGEST_FORM = 40;

/** What stands before the first and after the last word of a sentence. */
export const EDGE: WordFacts = {
  hash: 0,
  capital: false,
  opening: 0,
  slot: KEPT,
  lower: '',
  lowerHash: 1,
  opensBody: 0,
  shape: 1,
  affixes: [0, 0, 0, 0, 0, 0],
  fine: 0,
  coarse: 0,
  listed: 0,
  leaning: 0,
  leanings: 0,
};

/** Facts of word forms, remembered. */
export class WordBook {
  readonly #known = new Map<string, WordFacts>();
  #made = 0;
  readonly #clusters: Clusters;
  readonly #gazetteer: Gazetteer;
  readonly names: NameWords;

  constructor(clusters: Clusters, names: NameWords, gazetteer: Gazetteer) {
    this.#clusters = clusters;
    this.#gazetteer = gazetteer;
    this.names = names;
  }

  factsOf(form: string): WordFacts {
    const known = this.#known.get(form);
    if (known) return known;
    if (this.#known.size >= KEPT) this.#known.clear();
    const facts = this.#make(form.length > LONGEST_FORM ? form.slice(0, LONGEST_FORM) : form);
    this.#known.set(form, facts);
    return facts;
  }

  #make(form: string): WordFacts {
    const lower = form.toLowerCase().replace(/\d/g, '0');
    const fine = this.#clusters.fine(form.toLowerCase());
    const lowerHash = signed(lower);
    const { hash, capital, opening } = this.#gazetteer.wordOf(form);
    const lists = this.names.listed(form.toLowerCase());
    const listed =
      (lists & (NAME_WORD.he | NAME_WORD.she) ? 1 : 0) |
      (lists & NAME_WORD.last ? 2 : 0) |
      (lists & NAME_WORD.firm ? 4 : 0);
    const { leaning, leanings } = leaningsOf(this.names.leanings(form.toLowerCase()));
    // Each by its name and in the order of EDGE: objects of one make are read several times faster than those put together by spreading.
    return {
      hash,
      capital,
      opening,
      // Round and round, so that no two words of one sentence share a slot when the table starts again.
      slot: this.#made++ % KEPT,
      lower: form.toLowerCase(),
      lowerHash,
      opensBody: this.names.opensBody(lowerHash),
      shape: signed(shapeOf(form)),
      affixes: [2, 3, 4].flatMap((length) =>
        lower.length > length
          ? [signed(`^${lower.slice(0, length)}`), signed(`${lower.slice(-length)}$`)]
          : [0, 0],
      ),
      fine,
      coarse: this.#clusters.coarse(fine),
      listed: listed === 0 || capital ? listed : listed | 16,
      leaning,
      leanings,
    };
  }
}

/** The hash as a signed number: the engine keeps those without a box, and the features made of them are the same. */
function signed(text: string): number {
  return hashOfText(text) | 0;
}

function leaningsOf(bits: number): { leaning: number; leanings: number } {
  if (bits < 0) return { leaning: 0, leanings: 0 };
  let [best, most, all] = [0, -1, 1];
  for (let at = 0; at < LEANINGS; at++) {
    const level = (bits >> (3 * at)) & 7;
    if (level > most) [best, most] = [at, level];
    all = all * 4 + (level >> 1);
  }
  return { leaning: 1 + best * 8 + most, leanings: all };
}

/** 'Aliyev' → 'Xxx', 'U.S.' → 'X.X.', 'COVID-19' → 'XXX-dd': runs are cut at three. */
export function shapeOf(form: string): string {
  let shape = '';
  let run = 0;
  for (const sign of form) {
    const kind = /\p{Lu}/u.test(sign) ? 'X' : /\p{L}/u.test(sign) ? 'x' : /\d/.test(sign) ? 'd' : sign;
    run = shape.endsWith(kind) ? run + 1 : 1;
    if (run <= 3) shape += kind;
  }
  return shape;
}
