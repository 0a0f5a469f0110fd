import { hasSmallWords } from './function-words.ts';
import { signsFor, type WordSign } from './residue-language.ts';
import { goesOnInWord, isLetterAt } from './residue-tokens.ts';
import { isCaseless, type Script, scriptOf } from './scripts.ts';
import type { WordTable } from './word-table.ts';

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

  constructor(text: string, language: string, main: Script) {
    this.text = text;
    this.lower = text.toLowerCase();
    this.main = main;
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
      let isPlain = true;
      for (; at < end; at++) {
        if (isLetterAt(text, at)) continue;
        if (!goesOnInWord(text, at, end)) break;
        isPlain &&= !isApostrophe(text.charCodeAt(at));
      }
      const script = scriptOf(text.charCodeAt(from));
      // Elided words are two in one.
      if (!isPlain || (script !== main && script !== 'other')) return false;
      if (script === 'other') continue;
      const sign = signs.at(lower, from, at);
      words++;
      if (isCaseless(script) || text.charCodeAt(from) === lower.charCodeAt(from)) small++;
      if (sign === undefined) continue;
      if (sign.foreign.length > 0) return false;
      if (sign.isOwn) own++;
    }
    return words < GUESSED_WORDS || own > words * MOST_OWN || small < words / 2;
  }
}

function isApostrophe(unit: number): boolean {
  return unit === 39 || unit === 0x2019;
}
