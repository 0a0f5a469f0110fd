import type { Gazetteer } from './gazetteer.ts';
import { hashOfPair, stir } from './hash.ts';
import type { WordBook, WordFacts } from './words.ts';

/** The most features that one token has; the buffer of `featuresOf` is as wide. */
export const WIDTH = 96;

const EDGE: WordFacts = {
  lower: '',
  lowerHash: 1,
  shape: 1,
  capital: false,
  allCapitals: false,
  affixes: [0, 0, 0, 0, 0, 0],
  fine: 0,
  coarse: 0,
  listed: 0,
  leaning: 0,
  leanings: 0,
};

/** Features of a sentence: `values` holds `counts[i]` hashes for token i from i × WIDTH on. */
export interface SentenceFeatures {
  readonly values: Uint32Array;
  readonly counts: Uint8Array;
}

const pair = (a: number, b: number) => stir(Math.imul(a, 0x85ebca6b) ^ b);

/**
 * Features of each word of a sentence as 32-bit hashes: words, shapes, affixes and clusters in a window of two, the
 * gazetteer's marks, what lists and vectors say of the words as names, and what stands around the run of capitalised words ('President … ', 'in … ').
 */
export function featuresOf(forms: readonly string[], book: WordBook, gazetteer: Gazetteer): SentenceFeatures {
  const length = forms.length;
  const facts = forms.map((form) => book.factsOf(form));
  const capital = facts.map((fact) => fact.capital);
  const { kinds, places } = gazetteer.mark(
    facts.map((fact) => fact.lower),
    capital,
  );
  const bodies = book.names.mark(
    facts.map((fact) => fact.lowerHash),
    capital,
  );
  const shouting = facts.every((fact) => fact.capital || fact.fine === 0) && length > 3 ? 1 : 0;
  const runs = runsOf(facts);
  const values = new Uint32Array(length * WIDTH);
  const counts = new Uint8Array(length);
  const at = (index: number) => facts[index] ?? EDGE;
  for (let i = 0; i < length; i++) {
    let count = 0;
    const base = i * WIDTH;
    const add = (template: number, value: number) => {
      values[base + count++] = hashOfPair(template, value);
    };
    const word = at(i);
    const [before, after, before2, after2] = [at(i - 1), at(i + 1), at(i - 2), at(i + 2)];
    const listed = (kinds[i] as number) * 16 + (places[i] as number);
    const [listedBefore, listedAfter] = [kinds[i - 1] ?? 0, kinds[i + 1] ?? 0];
    add(0, 1);
    add(1, word.lowerHash);
    add(2, before.lowerHash);
    add(3, after.lowerHash);
    add(4, before2.lowerHash);
    add(5, after2.lowerHash);
    add(6, pair(before.lowerHash, word.lowerHash));
    add(7, pair(word.lowerHash, after.lowerHash));
    add(8, word.shape);
    add(11, pair(pair(before.shape, word.shape), after.shape));
    if (i === 0) {
      add(12, word.shape);
      add(13, word.fine);
    }
    for (let affix = 0; affix < 6; affix++) {
      const value = word.affixes[affix] as number;
      if (value !== 0) add(14 + affix, value);
    }
    add(20, word.fine);
    add(21, word.coarse);
    add(22, before.fine);
    add(23, after.fine);
    add(26, pair(before.fine, word.fine));
    add(27, pair(word.fine, after.fine));
    add(30, pair(word.fine, word.shape));
    add(32, pair(pair(before.coarse, word.coarse), after.coarse));
    if (listed !== 0) {
      add(33, listed);
      add(34, pair(listed, word.shape));
      add(35, pair(listed, before.coarse));
      add(36, pair(listed, after.coarse));
      add(37, pair(listed, word.coarse));
    }
    if (listedBefore !== 0) add(38, pair(listedBefore, word.shape));
    if (listedAfter !== 0) add(39, pair(listedAfter, word.shape));
    const { leaning, shape } = word;
    const side = ({ leaning: lean, capital: large }: WordFacts) => lean + (large ? 128 : 0);
    add(53, leaning + (word.capital ? 128 : 0));
    add(54, pair(leaning, side(before)));
    add(55, pair(leaning, side(after)));
    add(56, pair(word.leanings, word.capital ? 64 : 0));
    add(57, before.capital ? before.leaning : 0);
    add(58, after.capital ? after.leaning : 0);
    const [named, namedBefore, namedAfter] = [
      word.listed,
      before.capital ? before.listed : 0,
      after.capital ? after.listed : 0,
    ];
    if (named !== 0) {
      add(59, named);
      add(60, pair(named, shape));
      add(61, pair(named, namedBefore));
      add(62, pair(named, namedAfter));
      add(63, pair(named, listed));
    }
    if (namedBefore !== 0) add(64, pair(namedBefore, shape));
    if (namedAfter !== 0) add(65, pair(namedAfter, shape));
    const place = bodies.places[i] as number;
    if (place !== 0) {
      const body = (bodies.kinds[i] as number) * 16 + place;
      add(66, body);
      add(67, pair(body, shape));
      add(68, pair(place, listed));
      add(69, pair(body, leaning));
      add(70, pair(body, before.lowerHash));
      add(71, pair(place, shape));
    }
    const [placeBefore, placeAfter] = [bodies.places[i - 1] ?? 0, bodies.places[i + 1] ?? 0];
    if (placeBefore !== 0) add(72, pair(placeBefore, shape));
    if (placeAfter !== 0) add(73, pair(placeAfter, shape));
    if (shouting) {
      add(40, word.shape);
      add(41, word.fine);
    }
    const run = runs[i] as number;
    if (run >= 0) {
      const [first, end] = [run >>> 16, run & 0xffff];
      const [left, right] = [at(first - 1), at(end)];
      const [head, last] = [at(first), at(end - 1)];
      const inside = i === first ? 1 : i === end - 1 ? 2 : 3;
      add(42, pair(left.lowerHash, inside));
      add(43, pair(right.lowerHash, inside));
      add(44, pair(left.fine, inside));
      add(45, pair(right.fine, inside));
      add(46, pair(last.lowerHash, inside));
      add(47, pair(head.lowerHash, inside));
      add(48, pair(last.coarse, inside));
      add(49, pair(head.coarse, inside));
      add(50, pair(end - first, inside));
      add(51, pair(pair(left.coarse, right.coarse), inside));
      add(52, pair(pair(head.coarse, last.coarse), inside));
    }
    counts[i] = count;
  }
  return { values, counts };
}

/** For each word the run of capitalised words that it is in, as first × 65536 + end; -1 outside of runs. */
function runsOf(facts: readonly WordFacts[]): Int32Array {
  const runs = new Int32Array(facts.length).fill(-1);
  for (let from = 0; from < facts.length && from < 0x7fff; ) {
    if (!facts[from]?.capital) {
      from++;
      continue;
    }
    let end = from + 1;
    while (end < facts.length && end < 0x7fff && facts[end]?.capital) end++;
    for (let i = from; i < end; i++) runs[i] = from * 65536 + end;
    from = end;
  }
  return runs;
}
