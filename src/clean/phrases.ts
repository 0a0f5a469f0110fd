import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { RemovalReason } from '../model/index.ts';

const Entry = z.object({
  reason: RemovalReason,
  begins: z.array(z.string()).default([]),
  whole: z.array(z.string()).default([]),
});

const LONGEST_PHRASE_WORDS = 8;
const begins = new Map<string, RemovalReason>();
const whole = new Map<string, RemovalReason>();
for (const entry of z.array(Entry).parse(readDataFile(new URL('./furniture.yaml', import.meta.url)))) {
  for (const phrase of entry.begins) begins.set(keyOf(phrase), entry.reason);
  for (const phrase of entry.whole) whole.set(keyOf(phrase), entry.reason);
}

/** A phrase of signs alone would be every line that has no letters. */
function keyOf(phrase: string): string {
  const key = folded(phrase);
  if (key === '') throw new Error(`furniture.yaml: nothing is left of '${phrase}'`);
  return key;
}

/** Lower case, punctuation as blanks, blanks folded; the copyright sign in its forms is `©`. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/ⓒ|\(c\)(?=\s{0,2}(?:\d{4}|copyright))/g, '©')
    .replace(/[^\p{L}\p{N}'©]+/gu, ' ')
    .trim();
}

export interface PhraseHit {
  readonly reason: RemovalReason;
  readonly isWhole: boolean;
  /** Words of the phrase. */
  readonly words: number;
}

/** The furniture phrase that a line begins with, or is, or null. Looks at the first 200 characters only. */
export function furniturePhrase(line: string): PhraseHit | null {
  const words = folded(line.slice(0, 200)).split(' ');
  if (line.length < 60) {
    const reason = whole.get(words.join(' '));
    if (reason) return { reason, isWhole: true, words: words.length };
  }
  for (let length = Math.min(LONGEST_PHRASE_WORDS, words.length); length > 0; length--) {
    const reason = begins.get(words.slice(0, length).join(' '));
    if (reason) return { reason, isWhole: length === words.length, words: length };
  }
  return null;
}
