import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { RemovalReason } from '../model/index.ts';
import { newList } from './lists.ts';
import { countWords, wordsAlone } from './signs.ts';
import { WordGate } from './word-gate.ts';
import { WordTable } from './word-table.ts';

const Entry = z.object({
  reason: RemovalReason,
  begins: z.array(z.string()).default([]),
  whole: z.array(z.string()).default([]),
});

const MOST_PHRASE_WORDS = 8;
const BLANK = 32;
/** A longer line is not the whole of a phrase. */
const LONGEST_WHOLE = 60;
/** The first words of all phrases. */
const gate = new WordGate();
const begins = new Map<string, RemovalReason>();
const whole = new Map<string, RemovalReason>();
for (const entry of z.array(Entry).parse(readDataFile(new URL('./furniture.yaml', import.meta.url)))) {
  for (const phrase of entry.begins) begins.set(keyOf(phrase), entry.reason);
  for (const phrase of entry.whole) whole.set(keyOf(phrase), entry.reason);
}

interface Phrase {
  readonly text: string;
  readonly words: number;
  readonly reason: RemovalReason;
}

/** The phrases that begin with a word: those that a line may begin with, the longest first, and whether one must be a whole line. */
interface Family {
  readonly begins: Phrase[];
  hasWhole: boolean;
}

const families = new Map<string, Family>();
for (const text of whole.keys()) familyOf(text).hasWhole = true;
for (const [text, reason] of begins) {
  const words = countWords(text);
  const family = familyOf(text);
  if (words <= MOST_PHRASE_WORDS) family.begins.push({ text, words, reason });
}
for (const { begins: phrases } of families.values()) phrases.sort((a, b) => b.text.length - a.text.length);
const byFirst = new WordTable(families);

function familyOf(phrase: string): Family {
  const first = phrase.slice(0, endOfWord(phrase, 0));
  gate.add(first, first.length);
  const family = families.get(first) ?? { begins: newList<Phrase>(), hasWhole: false };
  families.set(first, family);
  return family;
}

/** A phrase of signs alone would be every line that has no letters. */
function keyOf(phrase: string): string {
  const key = folded(phrase);
  if (key === '') throw new Error(`furniture.yaml: nothing is left of '${phrase}'`);
  return key;
}

/** Lower case, punctuation as blanks, blanks folded; the copyright sign in its forms is `©`. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  return wordsAlone(lower) ?? (wordsAlone(plainly(lower), true) as string);
}

/** A text in small letters with each sign that is written in several ways in the one that is compared. */
function plainly(lower: string): string {
  return lower.replaceAll('’', "'").replace(/ⓒ|\(c\)(?=\s{0,2}(?:\d{4}|copyright))/g, '©');
}

export interface PhraseHit {
  readonly reason: RemovalReason;
  readonly isWhole: boolean;
  /** Words of the phrase. */
  readonly words: number;
}

/** The furniture phrase that a line begins with, or is, or null. Looks at the first 200 characters only. */
export function furniturePhrase(line: string): PhraseHit | null {
  return phraseIn(folded(line.slice(0, 200)), line.length);
}

/** Whether a phrase may begin with a word; in letters of any size, given by its UTF-16 units. */
export function mayBegin(units: ArrayLike<number>, from: number, to: number): boolean {
  return gate.letsUnits(units, from, to);
}

/** The same for a line of that length of which the beginning is {@link folded} already. */
export function phraseIn(line: string, length: number): PhraseHit | null {
  const end = endOfWord(line, 0);
  const family = end === 0 ? undefined : byFirst.at(line, 0, end);
  if (family === undefined) return null;
  if (family.hasWhole && length < LONGEST_WHOLE) {
    const reason = whole.get(line);
    if (reason) return { reason, isWhole: true, words: countWords(line) };
  }
  const { begins: phrases } = family;
  for (let place = 0; place < phrases.length; place++) {
    const { text, words, reason } = phrases[place] as Phrase;
    if (!line.startsWith(text)) continue;
    const isWhole = text.length === line.length;
    if (isWhole || line.charCodeAt(text.length) === BLANK) return { reason, isWhole, words };
  }
  return null;
}

function endOfWord(line: string, from: number): number {
  const end = line.indexOf(' ', from);
  return end === -1 ? line.length : end;
}
