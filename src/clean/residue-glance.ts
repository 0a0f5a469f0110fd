import { hasSmallWords } from './function-words.ts';
import { LaidOut } from './laid-out.ts';
import { signOf, signsFor, type WordSign } from './residue-language.ts';
import { isMark } from './residue-tokens.ts';
import { isCaseless, type Script, scriptOf } from './scripts.ts';
import { isSpace, kindOf, LETTER } from './signs.ts';
import type { WordTable } from './word-table.ts';

const BLANK = 32;
const APOSTROPHE = 39;
/** Shorter sentences are not guessed at as a whole. */
export const GUESSED_WORDS = 6;
/** Nor are those of which a greater share is small words of the text's language. */
export const MOST_OWN = 0.08;

/** What ends a sentence, and what may close behind it. */
const STOPS = new Set([...'.!?…։。！？؟۔'].map((sign) => sign.charCodeAt(0)));
const UNSPACED = new Set([...'。！？'].map((sign) => sign.charCodeAt(0)));
const CLOSERS = new Set([...'"”»“’\'）)]'].map((sign) => sign.charCodeAt(0)));
const MOST_CLOSERS = 3;

/** Where the text is laid out, and the same in small letters. */
const [written, lowered] = [new LaidOut(), new LaidOut()] as const;

/**
 * Tells sentences that surely hold nothing of another language, as most do, before their words are looked at one by one: all words are of
 * the text's script, no small word is of another language, and enough are of its own, or too few of any to tell. One text at a time.
 */
export class Glance {
  private readonly lower: string;
  private readonly units: Uint16Array;
  private readonly lowerUnits: Uint16Array;
  private readonly signs: WordTable<WordSign> | null;
  private readonly main: Script;
  private readonly language: string;
  /** Of the sentence that is looked at: its words, those that are small words of the language, and those in small letters. */
  private words = 0;
  private own = 0;
  private small = 0;
  /** The first apostrophe in the word that is looked at; -1 where it has none. */
  private cut = -1;

  constructor(text: string, language: string, main: Script) {
    this.lower = text.toLowerCase().replaceAll('’', "'");
    this.main = main;
    this.language = language;
    this.signs = hasSmallWords(language) && this.lower.length === text.length ? signsFor(language) : null;
    this.units = written.put(text);
    this.lowerUnits = lowered.put(this.lower);
  }

  /** Whether no sentence between two places, where sentences must begin and end, holds anything of another language. */
  isOwn(start: number, end: number): boolean {
    const { units, signs } = this;
    if (signs === null) return false;
    this.begin();
    for (let at = start; at < end; at++) {
      const unit = units[at] as number;
      if ((kindOf(unit) & LETTER) !== 0) {
        const from = at;
        at = this.endOfWord(from, end);
        if (!this.takes(from, at--, signs)) return false;
      } else if (unit !== BLANK && STOPS.has(unit) && this.endsSentence(unit, at + 1, end)) {
        if (!this.isPlain()) return false;
        this.begin();
      }
    }
    return this.isPlain();
  }

  private begin(): void {
    this.words = 0;
    this.own = 0;
    this.small = 0;
  }

  private isPlain(): boolean {
    const { words } = this;
    return words < GUESSED_WORDS || this.own > words * MOST_OWN || this.small < words / 2;
  }

  private endOfWord(from: number, end: number): number {
    const { units } = this;
    this.cut = -1;
    let at = from + 1;
    for (; at < end; at++) {
      if ((kindOf(units[at] as number) & LETTER) !== 0) continue;
      if (!this.goesOn(at, end)) break;
      if (this.cut === -1 && this.lowerUnits[at] === APOSTROPHE) this.cut = at;
    }
    return at;
  }

  /** Whether a sign that is no letter belongs to the word before it, since more of the word stands behind it. */
  private goesOn(at: number, end: number): boolean {
    const { units } = this;
    if (at + 1 >= end || !isMark(units[at] as number)) return false;
    const next = units[at + 1] as number;
    return (kindOf(next) & LETTER) !== 0 || isMark(next);
  }

  /** Counts a word; false where it may be of another language. */
  private takes(from: number, to: number, signs: WordTable<WordSign>): boolean {
    const { cut } = this;
    const script = scriptOf(this.units[from] as number);
    if (script === 'other') return true;
    if (script !== this.main) return false;
    let word = from;
    // An elided article is a word of its own.
    if (cut > from && cut < to - 2 && script === 'latin') {
      if (!this.counts(signOf(this.lower.slice(from, cut + 1), this.language), from, script)) return false;
      word = cut + 1;
    }
    return this.counts(signs.in(this.lowerUnits, word, to), word, script);
  }

  private counts(sign: WordSign | undefined, from: number, script: Script): boolean {
    this.words++;
    if (isCaseless(script) || this.units[from] === this.lowerUnits[from]) this.small++;
    if (sign === undefined) return true;
    if (sign.isOwn) this.own++;
    return !sign.isForeign;
  }

  /** Whether the stop before `from` ends a sentence: quotes and brackets may close behind it, and then a blank must follow. */
  private endsSentence(stop: number, from: number, end: number): boolean {
    const { units } = this;
    let at = from;
    while (at < end && at - from < MOST_CLOSERS && CLOSERS.has(units[at] as number)) at++;
    return at >= end || isSpace(units[at] as number) || UNSPACED.has(stop);
  }
}
