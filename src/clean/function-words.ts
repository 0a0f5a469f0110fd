import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { LaidOut } from './laid-out.ts';
import { isSpace } from './signs.ts';
import { WordTable } from './word-table.ts';

/** The share of a text's words that must be small words of a language for it to be plainly in that language. */
const PLAIN = 0.3;
/** A text of fewer words is not judged by its small words. */
const LEAST_WORDS = 12;

const lists = z
  .record(z.string(), z.array(z.string()))
  .parse(readDataFile(new URL('./function-words.yaml', import.meta.url)));
const none: readonly string[] = [];
const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(lists))
  for (const word of new Set(words)) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
const languages = Object.keys(lists);
/** Word → places of its languages in their list. */
const places = new WordTable(
  [...languagesOf].map(([word, own]) => [word, own.map((language) => languages.indexOf(language))] as const),
);
const nowhere: readonly number[] = [];
const laidOut = new LaidOut();
const wordsOf = new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words)]));

/**
 * Is the text plainly in the language? True only where three words in ten are its small words, which no text of another language and none
 * that is half in another reaches; false says nothing. Many times cheaper than to compare a text with all languages. Linear.
 */
export function isPlainly(language: string, text: string): boolean {
  const small = wordsOf.get(language);
  return small !== undefined && shareOf(small, wordsIn(text)) >= PLAIN;
}

/** The language that the text is plainly in, and no other one as plainly; null where that cannot be told by small words. Linear. */
export function plainLanguage(text: string): string | null {
  const lower = text.toLowerCase();
  const { length } = lower;
  const units = laidOut.put(lower);
  const counts = new Uint32Array(languages.length);
  let words = 0;
  for (let from = 0; from <= length; words++) {
    let to = from;
    while (to < length && !isSpace(units[to] as number)) to++;
    const own = to > from ? (places.in(units, from, to) ?? nowhere) : nowhere;
    for (let at = 0; at < own.length; at++) {
      const place = own[at] as number;
      counts[place] = (counts[place] as number) + 1;
    }
    from = to + 1;
    while (from < length && isSpace(units[from] as number)) from++;
  }
  if (words < LEAST_WORDS) return null;
  let best = 0;
  for (let place = 1; place < counts.length; place++)
    if ((counts[place] as number) > (counts[best] as number)) best = place;
  return (counts[best] as number) / words >= PLAIN ? (languages[best] as string) : null;
}

/** All small words, each once, with the languages that it is of. */
export function smallWords(): Iterable<readonly [string, readonly string[]]> {
  return languagesOf;
}

/** The languages of which a word, in small letters, is a small word. */
export function smallWordOf(word: string): readonly string[] {
  return languagesOf.get(word) ?? none;
}

/** Whether small words of the language are known. */
export function hasSmallWords(language: string): boolean {
  return wordsOf.has(language);
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().split(/\s+/);
}

function shareOf(small: ReadonlySet<string>, words: readonly string[]): number {
  if (words.length < LEAST_WORDS) return 0;
  let count = 0;
  for (const word of words) if (small.has(word)) count++;
  return count / words.length;
}
