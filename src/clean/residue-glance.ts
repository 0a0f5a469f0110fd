import { hasSmallWords } from './function-words.ts';
import { signOf, signsFor, type WordSign } from './residue-language.ts';
import { goesOnInWord, isLetterAt } from './residue-tokens.ts';
import { isCaseless, type Script, scriptOf } from './scripts.ts';
import type { WordTable } from './word-table.ts';

const APOSTROPHE = 39;
/** Shorter sentences are not guessed at as a whole. */
export const GUESSED_WORDS = 6;
/** Nor are those of which a greater share is small words of the text's language. */
export const MOST_OWN = 0.08;

/**
 * Tells sentences that surely hold nothing of another language, as most do, before their words are looked at one by one: all words are of
 * the text's script, no small word is of another language, and enough are of its own, or too few of any to tell.
 */
export class Glance {
  private readonly text: string;
  private readonly lower: string;
  private readonly signs: WordTable<WordSign> | null;
  private readonly main: Script;
  private readonly language: string;

  constructor(text: string, language: string, main: Script) {
    this.text = text;
    this.lower = text.toLowerCase().replaceAll('’', "'");
    this.main = main;
    this.language = language;
    this.signs = hasSmallWords(language) && this.lower.length === text.length ? signsFor(language) : null;
  }

  /** Whether nothing of another language is between two places, which must be ends of words. */
  isOwn(start: number, end: number): boolean {
    const { text, lower, main, signs } = this;
    if (signs === null) return false;
    let [words, own, small] = [0, 0, 0];
    for (let at = start; at < end; at++) {
      if (!isLetterAt(text, at)) continue;
      const from = at++;
      let cut = -1;
      for (; at < end; at++) {
        if (isLetterAt(text, at)) continue;
        if (!goesOnInWord(text, at, end)) break;
        if (cut === -1 && lower.charCodeAt(at) === APOSTROPHE) cut = at;
      }
      const script = scriptOf(text.charCodeAt(from));
      if (script !== main && script !== 'other') return false;
      if (script === 'other') continue;
      let word = from;
      // An elided article is a word of its own.
      if (cut > from && cut < at - 2 && script === 'latin') {
        const sign = signOf(lower.slice(from, cut + 1), this.language);
        if (sign.foreign.length > 0) return false;
        words++;
        if (sign.isOwn) own++;
        if (text.charCodeAt(from) === lower.charCodeAt(from)) small++;
        word = cut + 1;
      }
      const sign = signs.at(lower, word, at);
      words++;
      if (sign !== undefined) {
        if (sign.foreign.length > 0) return false;
        if (sign.isOwn) own++;
      }
      if (isCaseless(script) || text.charCodeAt(word) === lower.charCodeAt(word)) small++;
    }
    return words < GUESSED_WORDS || own > words * MOST_OWN || small < words / 2;
  }
}
