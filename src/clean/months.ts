import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { WordGate } from './word-gate.ts';

/** Language → names of its twelve months. */
export const Months = z.record(z.string(), z.array(z.array(z.string()).min(1)).length(12));

/** How a name is looked up: small letters, no point behind a short form, no combining dot of a Turkish İ. */
export function monthName(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replaceAll('.', '').trim();
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.|\u0307/g, '')
    .trim();
}

/** Name → its month (1–12) in each language that has it. */
const byName = new Map<string, Map<string, number>>();
for (const [language, months] of Object.entries(
  Months.parse(readDataFile(new URL('./months.yaml', import.meta.url))),
))
  months.forEach((names, index) => {
    for (const name of names) {
      const own = byName.get(name) ?? new Map<string, number>();
      own.set(language, index + 1);
      byName.set(name, own);
    }
  });

/** Names of letters that nothing has to be done to, and first words of those of two. */
const gate = new WordGate(byName.keys());
const firstOfTwo = new WordGate(
  [...byName.keys()].filter((name) => name.includes(' ')).map((name) => name.split(' ')[0] as string),
);

/** Whether a name of two words may begin with this one. */
export function mayBeginMonth(word: string): boolean {
  return !isAscii(word) || firstOfTwo.lets(word, 0, word.length);
}

export function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 127) return false;
  return true;
}

/**
 * The month (1–12) that a word names: in `language` where that has the word, else in whatever language does, if all agree. `listopad` is
 * October in Croatian and November in Polish: without a language it says nothing. Null where it is no month.
 */
export function monthOf(word: string, language?: string): number | null {
  if (!gate.lets(word, 0, word.length) && isAscii(word)) return null;
  const own = byName.get(monthName(word));
  if (!own) return null;
  const known = language === undefined ? undefined : own.get(language);
  if (known !== undefined) return known;
  const [first, ...others] = new Set(own.values());
  return first !== undefined && others.length === 0 ? first : null;
}
