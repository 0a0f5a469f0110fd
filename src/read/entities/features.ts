import { MOST_FEATURES } from './chain-kernel.ts';
import type { Gazetteer, Marks } from './gazetteer.ts';
import { stir } from './hash.ts';
import { EDGE, type WordBook, type WordFacts } from './words.ts';

/** The features of one token: the first `count` of `values`, which become hashes when they are stirred. Used again for the next token. */
export class FeatureRow {
  readonly values: Int32Array;
  count = 0;

  /** `values` has room for {@link MOST_FEATURES}. */
  constructor(values: Int32Array) {
    this.values = values;
  }

  add(template: number, value: number): void {
    this.values[this.count++] = Math.imul(template + 1, 0x9e3779b1) ^ value;
  }
}

/** Features of a sentence: `values` holds `counts[i]` hashes for token i from i × {@link MOST_FEATURES} on. */
export interface SentenceFeatures {
  readonly values: Uint32Array;
  readonly counts: Uint8Array;
}

/** A sentence as its features are taken from it. */
export interface SentenceView {
  readonly facts: readonly WordFacts[];
  /** What the gazetteer says of its words. */
  readonly listed: Marks;
  readonly bodies: Marks;
  /** All in capitals, as headlines are: then a capital says little. */
  readonly shouting: boolean;
  readonly runs: Int32Array;
}

/** Where a word stands to the one whose features are made; what it adds there depends on nothing else. */
export const PLACES = ['here', 'before', 'after', 'before2', 'after2', 'opening', 'shouting'] as const;
export type WordPlace = (typeof PLACES)[number];

const pair = (a: number, b: number) => stir(Math.imul(a, 0x85ebca6b) ^ b);

/** The sentence with all that is looked up for it; `listed` are the gazetteer's marks of the same words. */
export function viewOf(facts: readonly WordFacts[], book: WordBook, listed: Marks): SentenceView {
  return {
    facts,
    listed,
    bodies: book.names.mark(facts),
    shouting: facts.length > 3 && facts.every((fact) => fact.capital || fact.fine === 0),
    runs: runsOf(facts),
  };
}

/**
 * Features of each word of a sentence as 32-bit hashes: words, shapes, affixes and clusters in a window of two, the
 * gazetteer's marks, what lists and vectors say of the words as names, and what stands around the run of capitalised words ('President … ', 'in … ').
 */
export function featuresOf(forms: readonly string[], book: WordBook, gazetteer: Gazetteer): SentenceFeatures {
  const facts = forms.map((form) => book.factsOf(form));
  const view = viewOf(facts, book, gazetteer.mark(facts));
  const values = new Uint32Array(forms.length * MOST_FEATURES);
  const counts = new Uint8Array(forms.length);
  const row = new FeatureRow(new Int32Array(MOST_FEATURES));
  for (let i = 0; i < forms.length; i++) {
    row.count = 0;
    addAlone(row, facts[i] as WordFacts, 'here');
    addAlone(row, facts[i - 1] ?? EDGE, 'before');
    addAlone(row, facts[i + 1] ?? EDGE, 'after');
    addAlone(row, facts[i - 2] ?? EDGE, 'before2');
    addAlone(row, facts[i + 2] ?? EDGE, 'after2');
    if (i === 0) addAlone(row, facts[i] as WordFacts, 'opening');
    if (view.shouting) addAlone(row, facts[i] as WordFacts, 'shouting');
    addTogether(row, view, i);
    for (let at = 0; at < row.count; at++) values[i * MOST_FEATURES + at] = stir(row.values[at] as number);
    counts[i] = row.count;
  }
  return { values, counts };
}

/** The features that a word gives by itself to the one that it stands so to. */
export function addAlone(row: FeatureRow, word: WordFacts, place: WordPlace): void {
  const { lowerHash, shape, fine } = word;
  switch (place) {
    case 'here':
      row.add(0, 1);
      row.add(1, lowerHash);
      row.add(8, shape);
      for (let affix = 0; affix < 6; affix++) {
        const value = word.affixes[affix] as number;
        if (value !== 0) row.add(14 + affix, value);
      }
      row.add(20, fine);
      row.add(21, word.coarse);
      row.add(30, pair(fine, shape));
      row.add(53, word.leaning + (word.capital ? 128 : 0));
      row.add(56, pair(word.leanings, word.capital ? 64 : 0));
      if (word.listed !== 0) {
        row.add(59, word.listed);
        row.add(60, pair(word.listed, shape));
      }
      break;
    case 'before':
      row.add(2, lowerHash);
      row.add(22, fine);
      row.add(57, word.capital ? word.leaning : 0);
      break;
    case 'after':
      row.add(3, lowerHash);
      row.add(23, fine);
      row.add(58, word.capital ? word.leaning : 0);
      break;
    case 'before2':
      row.add(4, lowerHash);
      break;
    case 'after2':
      row.add(5, lowerHash);
      break;
    case 'opening':
      row.add(12, shape);
      row.add(13, fine);
      break;
    case 'shouting':
      row.add(40, shape);
      row.add(41, fine);
      break;
  }
}

const side = ({ leaning, capital }: WordFacts) => leaning + (capital ? 128 : 0);

/** The features of word `i` that more than one word or a mark takes part in. */
export function addTogether(
  row: FeatureRow,
  { facts, listed: marks, bodies, runs }: SentenceView,
  i: number,
): void {
  const word = facts[i] as WordFacts;
  const hasBefore = i > 0;
  const hasAfter = i + 1 < facts.length;
  const before = hasBefore ? (facts[i - 1] as WordFacts) : EDGE;
  const after = hasAfter ? (facts[i + 1] as WordFacts) : EDGE;
  const { shape, leaning } = word;
  row.add(6, pair(before.lowerHash, word.lowerHash));
  row.add(7, pair(word.lowerHash, after.lowerHash));
  row.add(11, pair(pair(before.shape, shape), after.shape));
  row.add(26, pair(before.fine, word.fine));
  row.add(27, pair(word.fine, after.fine));
  row.add(32, pair(pair(before.coarse, word.coarse), after.coarse));
  row.add(54, pair(leaning, side(before)));
  row.add(55, pair(leaning, side(after)));
  const listed = (marks.kinds[i] as number) * 16 + (marks.places[i] as number);
  if (listed !== 0) {
    row.add(33, listed);
    row.add(34, pair(listed, shape));
    row.add(35, pair(listed, before.coarse));
    row.add(36, pair(listed, after.coarse));
    row.add(37, pair(listed, word.coarse));
  }
  const listedBefore = hasBefore ? (marks.kinds[i - 1] as number) : 0;
  const listedAfter = hasAfter ? (marks.kinds[i + 1] as number) : 0;
  if (listedBefore !== 0) row.add(38, pair(listedBefore, shape));
  if (listedAfter !== 0) row.add(39, pair(listedAfter, shape));
  const named = word.listed;
  const namedBefore = before.capital ? before.listed : 0;
  const namedAfter = after.capital ? after.listed : 0;
  if (named !== 0) {
    row.add(61, pair(named, namedBefore));
    row.add(62, pair(named, namedAfter));
    row.add(63, pair(named, listed));
  }
  if (namedBefore !== 0) row.add(64, pair(namedBefore, shape));
  if (namedAfter !== 0) row.add(65, pair(namedAfter, shape));
  const place = bodies.places[i] as number;
  if (place !== 0) {
    const body = (bodies.kinds[i] as number) * 16 + place;
    row.add(66, body);
    row.add(67, pair(body, shape));
    row.add(68, pair(place, listed));
    row.add(69, pair(body, leaning));
    row.add(70, pair(body, before.lowerHash));
    row.add(71, pair(place, shape));
  }
  const placeBefore = hasBefore ? (bodies.places[i - 1] as number) : 0;
  const placeAfter = hasAfter ? (bodies.places[i + 1] as number) : 0;
  if (placeBefore !== 0) row.add(72, pair(placeBefore, shape));
  if (placeAfter !== 0) row.add(73, pair(placeAfter, shape));
  if ((runs[i] as number) >= 0) addRun(row, facts, runs[i] as number, i);
}

/** What stands around the run of capitalised words, and its first and last word. */
function addRun(row: FeatureRow, facts: readonly WordFacts[], run: number, i: number): void {
  const first = run >>> 16;
  const end = run & 0xffff;
  const left = first > 0 ? (facts[first - 1] as WordFacts) : EDGE;
  const right = end < facts.length ? (facts[end] as WordFacts) : EDGE;
  const head = facts[first] as WordFacts;
  const last = facts[end - 1] as WordFacts;
  const inside = i === first ? 1 : i === end - 1 ? 2 : 3;
  row.add(42, pair(left.lowerHash, inside));
  row.add(43, pair(right.lowerHash, inside));
  row.add(44, pair(left.fine, inside));
  row.add(45, pair(right.fine, inside));
  row.add(46, pair(last.lowerHash, inside));
  row.add(47, pair(head.lowerHash, inside));
  row.add(48, pair(last.coarse, inside));
  row.add(49, pair(head.coarse, inside));
  row.add(50, pair(end - first, inside));
  row.add(51, pair(pair(left.coarse, right.coarse), inside));
  row.add(52, pair(pair(head.coarse, last.coarse), inside));
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
