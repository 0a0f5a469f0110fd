import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { smallWordOf, smallWords } from './function-words.ts';
import { guessedLanguage } from './language.ts';
import type { ResidueToken } from './residue-tokens.ts';
import { languageByLetters, type Script } from './scripts.ts';
import { WordTable } from './word-table.ts';

const List = z.array(z.string()).transform((words) => new Set(words));
const WORDS = z
  .object({
    letters: z.record(z.string(), z.string()),
    loans: z.record(z.string(), List),
    phrases: z.array(z.string()),
  })
  .parse(readDataFile(new URL('./residue-words.yaml', import.meta.url)));
const noLoans: ReadonlySet<string> = new Set();
const none: readonly string[] = [];

/** What a word says of the language it is of: of one that is not the text's, or of the text's own. */
export interface WordSign {
  /** Languages other than the text's of which it is a small word, and not one that the text's language uses too. */
  readonly foreign: readonly string[];
  /** Whether there are any. */
  readonly isForeign: boolean;
  readonly isOwn: boolean;
}

const nothing: WordSign = { foreign: none, isForeign: false, isOwn: false };
/** By the text's language, what each small word says. */
const signsByLanguage = new Map<string, WordTable<WordSign>>();

/** What the small words of all languages say in a text of this one. */
export function signsFor(language: string): WordTable<WordSign> {
  let signs = signsByLanguage.get(language);
  if (!signs) {
    signs = new WordTable(
      [...smallWords()].map(([word, of]) => [word, signFor(word, of, language)] as const),
    );
    signsByLanguage.set(language, signs);
  }
  return signs;
}

function signFor(word: string, languages: readonly string[], language: string): WordSign {
  const isOwn = languages.includes(language);
  const isLoan = isOwn || (WORDS.loans[language] ?? noLoans).has(word);
  const foreign = isLoan ? none : languages;
  return { foreign, isForeign: foreign.length > 0, isOwn };
}

export function signOf(word: string, language: string): WordSign {
  if (!word.endsWith("'")) return signsFor(language).at(word, 0, word.length) ?? nothing;
  const languages = smallWordsOf(word);
  return languages.length === 0 ? nothing : signFor(word, languages, language);
}

function smallWordsOf(word: string): readonly string[] {
  if (!word.endsWith("'")) return smallWordOf(word);
  const stem = smallWordOf(word.slice(0, -1));
  return stem.length > 0 ? stem : smallWordOf(elided(word));
}

/** The small word that an elided one stands for: `dell'` for `della`, `l'` for `la`. */
function elided(word: string): string {
  const stem = word.slice(0, -1);
  return stem.length === 1 || stem === 'qu' ? `${stem}e` : `${stem}a`;
}

/** Whether a small-letter word has letters that a language has and the text's does not. */
export function hasLetterOf({ word, isLower }: ResidueToken, other: string, language: string): boolean {
  const letters = WORDS.letters[other];
  if (letters === undefined || !isLower) return false;
  const own = WORDS.letters[language] ?? '';
  for (const letter of word) if (letters.includes(letter) && !own.includes(letter)) return true;
  return false;
}

/** Whether a passage is a phrase that stands in texts of every language. */
export function isLoanPhrase(passage: string): boolean {
  const lower = passage.toLowerCase();
  return WORDS.phrases.some(
    (phrase) => phrase.includes(lower) || (lower.includes(phrase) && lower.length < phrase.length + 6),
  );
}

/** The language of words of a script that is not the text's; null where it cannot be told. */
export function languageOfScript(
  passage: string,
  tokens: readonly ResidueToken[],
  script: Script,
): string | null {
  const counts = new Map<string, number>();
  for (const { word } of tokens)
    for (const language of smallWordOf(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
  const byLetters = languageByLetters(passage, script);
  if (byLetters !== null && script !== 'arabic') return byLetters;
  const best = mostOf(counts);
  if (best !== null) return best;
  if (byLetters !== null) return byLetters;
  return guessedLanguage(passage) ?? (script === 'cyrillic' ? 'ru' : script === 'arabic' ? 'ar' : null);
}

/** The key with the greatest count; null where there is none. */
export function mostOf(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const [key, count] of counts) if (best === null || count > (counts.get(best) as number)) best = key;
  return best;
}
