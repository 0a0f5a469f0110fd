import { type EndingTable, lastWordLength } from './endings.ts';
import type { MultiwordRules } from './multiword.ts';
import type { Piece } from './piece.ts';

const ADDRESS = /^(?:https?:\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/i;
const FILE = /^[\w#-]+(?:\.[\w-]+)*\.(?:com|org|net|info|htm|html|doc|docx|xls|pdf|jpg|txt)$/i;
const NUMBER = /^[+-]?\d[\d.,:/]*\d(?:st|nd|rd|th|s)?$|^[+-]?\d+(?:st|nd|rd|th|s)?$|^\d{1,3}0['’]s$/i;
const TELEPHONE = /^(?:\d-)?(?:\d{3}-)?\d{1,3}-\d{4}$/;
const SMILEY = /(?:[:;=]['-]?[()DP|]+|\([:;=])$/;
const TAG = /^[#@]\p{L}\w+$/u;
/** Marks that stand together as one token where they follow each other. */
const RUNS = /^(?:[.!?]+|[*_=~#–—-]+|<+|>+|\$+|'+|’+|…\.*)$/u;
const ACRONYM = /^(?:\p{L}\.){2,}$|^(?:\p{L}\.)+\p{L}$/u;
const OPENING = /^["'“‘«„([{<>*_`~#$£€¥¡¿|=+…–—-]$/u;
const CLOSING = /^["'”’»)\]}>*_`~,;:!?…%|=–—։՝،؛؟-]$/u;
const CLITIC = /^(.+?)((?:n['’]t)|['’`](?:s|re|ve|ll|d|m))$/i;
/** Joints inside a word, each a token of its own. */
const JOINTS = /[-–—/;()"“”[\]!?]|,(?!\d)|(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll})|\.{2,}|…/gu;

export interface SplitRules {
  /** First parts that keep their hyphen (`e` of e-mail), lower case. */
  readonly prefixes: ReadonlySet<string>;
  /** Abbreviations with their stop, lower case (`gen.`). */
  readonly abbreviations: ReadonlySet<string>;
  /** Abbreviations that lose their stop where they end a sentence (`etc.`), lower case. */
  readonly looseStops: ReadonlySet<string>;
  /** Runs without a blank that are split otherwise than the rules say, lower case, with the lengths of their parts. */
  readonly exceptions: ReadonlyMap<string, readonly number[]>;
  /** First parts that end in an apostrophe and stand apart (`l'` of French l'accord), lower case, with a straight one. */
  readonly elisions: ReadonlySet<string>;
  /** Are compounds with a hyphen one word, as in French, rather than three, as in English? */
  readonly keepsHyphens: boolean;
  /** Endings with a hyphen that stand apart all the same (`-il` of dit-il), lower case. */
  readonly hyphenEndings: ReadonlySet<string>;
  /** Are numbers one word with the ending behind their hyphen (Armenian `115-րդ`)? */
  readonly keepsNumberHyphens: boolean;
  readonly endings: EndingTable;
  readonly multiwords: MultiwordRules;
}

/** The same as lists, as a model file holds them. */
export interface LearnedSplits {
  readonly prefixes: readonly string[];
  readonly abbreviations: readonly string[];
  readonly looseStops: readonly string[];
  readonly exceptions: { readonly [chunk: string]: readonly number[] };
  readonly elisions?: readonly string[];
  readonly keepsHyphens?: boolean;
  readonly hyphenEndings?: readonly string[];
  readonly keepsNumberHyphens?: boolean;
  readonly endings?: { readonly [ending: string]: number };
  readonly multiwords?: { readonly [token: string]: readonly string[] };
  readonly marks?: readonly string[];
}

export function splitRulesOf(learned: LearnedSplits): SplitRules {
  return {
    prefixes: new Set(learned.prefixes),
    abbreviations: new Set(learned.abbreviations),
    looseStops: new Set(learned.looseStops),
    exceptions: new Map(Object.entries(learned.exceptions)),
    elisions: new Set(learned.elisions),
    keepsHyphens: learned.keepsHyphens ?? false,
    hyphenEndings: new Set(learned.hyphenEndings),
    keepsNumberHyphens: learned.keepsNumberHyphens ?? false,
    endings: new Map(Object.entries(learned.endings ?? {})),
    multiwords: {
      words: new Map(Object.entries(learned.multiwords ?? {})),
      marks: new Set(learned.marks),
    },
  };
}

/** For languages of which nothing is known. */
export const PLAIN_RULES: SplitRules = splitRulesOf({
  prefixes: [],
  abbreviations: [],
  looseStops: [],
  exceptions: {},
});

/**
 * Splits text into words the way UD English does: punctuation apart, clitics apart (do|n't, Baku|'s), hyphenated words
 * apart unless the first part is a prefix. Stops stay with known abbreviations and initials; whether a final stop
 * ends a sentence is for {@link sentenceEnds} to say. Linear in the length of the text.
 */
export function splitWords(text: string, start: number, end: number, rules: SplitRules): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  while (at < end) {
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    let to = at;
    while (to < end && !isSpace(text.charCodeAt(to)) && to - at < MAX_CHUNK) to++;
    if (to > at) splitChunk(text, at, to, rules, pieces);
    at = to;
  }
  return pieces;
}

/** Longest run without a blank that is looked at as one; longer ones are cut. */
const MAX_CHUNK = 256;

function isSpace(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    code === 0x200b ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0xfeff ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x85
  );
}

function splitChunk(text: string, start: number, end: number, rules: SplitRules, pieces: Piece[]): void {
  if (splitExceptional(text, start, end, rules, pieces)) return;
  let from = start;
  let to = end;
  const after: Piece[] = [];
  if (ADDRESS.test(text.slice(from, to).replace(/^[(<["“]+|[.,;:!?)\]>"'”’]+$/gu, ''))) {
    while (to > from && /[.,;:!?)\]>"'”’]/u.test(text[to - 1] as string))
      after.push({ start: to - 1, end: to-- });
    while (from < to && /[(<["“]/u.test(text[from] as string)) pieces.push({ start: from, end: ++from });
    if (to > from) pieces.push({ start: from, end: to });
    pieces.push(...after.reverse());
    return;
  }
  while (from < to) {
    const head = text.slice(from, from + 1);
    if (!OPENING.test(head) && !(head === '.' && text[from + 1] === '.')) break;
    if ((head === '-' || head === '+') && from === start && NUMBER.test(text.slice(from, to))) break;
    if ((head === '#' || head === '@') && TAG.test(text.slice(from, to))) break;
    if (/^['’`](?:s|re|ve|ll|d|m|\d\ds)$/i.test(text.slice(from, to))) break;
    const length = /^[:;=]['-]?[()DP|]+$/.test(text.slice(from, to)) ? to - from : runForward(text, from, to);
    pieces.push({ start: from, end: from + length });
    from += length;
  }
  while (to > from) {
    const tail = text.slice(to - 1, to);
    const core = text.slice(from, to).toLowerCase();
    const smiley = /[)(DP|:;=]/.test(tail) ? SMILEY.exec(text.slice(Math.max(from, to - 6), to)) : null;
    if (smiley && !core.includes('(', 1)) {
      after.push({ start: to - smiley[0].length, end: to });
      to -= smiley[0].length;
      continue;
    }
    if (tail === '.') {
      const run = runBackward(text, from, to);
      if (run === 1 && keepsStop(core, rules)) break;
      const stop = run === 2 && core.endsWith('..') && keepsStop(core.slice(0, -1), rules) ? 1 : run;
      after.push({ start: to - stop, end: to });
      to -= stop;
      continue;
    }
    if (!CLOSING.test(tail)) break;
    if (/^\p{L}['’]$/u.test(core)) break;
    const run = runBackward(text, from, to);
    after.push({ start: to - run, end: to });
    to -= run;
  }
  if (to > from) splitWord(text, from, to, rules, pieces);
  for (let index = after.length - 1; index >= 0; index--) pieces.push(after[index] as Piece);
}

function keepsStop(word: string, rules: SplitRules): boolean {
  return ACRONYM.test(word) || rules.abbreviations.has(word) || /^\p{L}\.$/u.test(word);
}

function splitExceptional(
  text: string,
  start: number,
  end: number,
  rules: SplitRules,
  pieces: Piece[],
): boolean {
  const parts = rules.exceptions.get(text.slice(start, end).toLowerCase());
  if (!parts) return false;
  let at = start;
  for (const length of parts) {
    pieces.push({ start: at, end: at + length });
    at += length;
  }
  return true;
}

/** Length of the mark at `from`, with those that stand together with it. */
function runForward(text: string, from: number, limit: number): number {
  let to = from + 1;
  while (to < limit && RUNS.test(text.slice(from, to + 1))) to++;
  return to - from;
}

/** Length of the mark that ends at `to`, with those that stand together with it. */
function runBackward(text: string, limit: number, to: number): number {
  let from = to - 1;
  while (from > limit && RUNS.test(text.slice(from - 1, to))) from--;
  return to - from;
}

function splitWord(text: string, start: number, end: number, rules: SplitRules, pieces: Piece[]): void {
  const word = text.slice(start, end);
  if (
    NUMBER.test(word) ||
    ADDRESS.test(word) ||
    ACRONYM.test(word) ||
    FILE.test(word) ||
    TELEPHONE.test(word) ||
    /^[A-D][+-]$/.test(word) ||
    rules.abbreviations.has(word.toLowerCase())
  ) {
    pieces.push({ start, end });
    return;
  }
  if (splitExceptional(text, start, end, rules, pieces)) return;
  let at = start;
  for (const joint of word.matchAll(JOINTS)) {
    const from = start + joint.index;
    const to = from + joint[0].length;
    if (from === at && at === start) continue;
    if (joint[0] === '-' && rules.keepsNumberHyphens && /^\d+-\p{L}+$/u.test(word)) continue;
    if (joint[0] === '-' && (rules.keepsHyphens || rules.prefixes.has(text.slice(at, from).toLowerCase())))
      continue;
    if (from > at) splitClitic(text, at, from, rules, pieces);
    pieces.push({ start: from, end: to });
    at = to;
  }
  if (at < end) splitClitic(text, at, end, rules, pieces);
}

const UNIT = /^(\d[\d.,:]*)([a-z]{1,3}|[AP]M|[%°])$/;

function splitClitic(text: string, start: number, end: number, rules: SplitRules, pieces: Piece[]): void {
  if (splitExceptional(text, start, end, rules, pieces)) return;
  const apart = elisionLength(text, start, end, rules);
  if (apart > 0) {
    pieces.push({ start, end: start + apart });
    splitClitic(text, start + apart, end, rules, pieces);
    return;
  }
  const tail =
    hyphenEndingLength(text, start, end, rules) || lastWordLength(text.slice(start, end), rules.endings);
  if (tail > 0) {
    pieces.push({ start, end: end - tail }, { start: end - tail, end });
    return;
  }
  const word = text.slice(start, end);
  const clitic = CLITIC.exec(word);
  const unit = clitic ? null : UNIT.exec(word);
  const cut = clitic
    ? (clitic[1] as string).length
    : unit && !/^\d+(?:st|nd|rd|th|s)$/i.test(word)
      ? (unit[1] as string).length
      : 0;
  if (cut > 0 && cut < word.length) pieces.push({ start, end: start + cut }, { start: start + cut, end });
  else pieces.push({ start, end });
}

/** Units of the elided first part of a word, up to its apostrophe; 0 where there is none. */
function elisionLength(text: string, start: number, end: number, rules: SplitRules): number {
  if (rules.elisions.size === 0) return 0;
  const limit = Math.min(end - 1, start + LONGEST_ELISION);
  for (let at = start + 1; at < limit; at++) {
    if (text[at] !== "'" && text[at] !== '’') continue;
    return rules.elisions.has(`${text.slice(start, at).toLowerCase()}'`) ? at + 1 - start : 0;
  }
  return 0;
}

const LONGEST_ELISION = 12;

function hyphenEndingLength(text: string, start: number, end: number, rules: SplitRules): number {
  if (rules.hyphenEndings.size === 0) return 0;
  const from = Math.max(start + 1, end - LONGEST_ELISION);
  for (let at = from; at < end; at++)
    if (text[at] === '-' && rules.hyphenEndings.has(text.slice(at, end).toLowerCase())) return end - at;
  return 0;
}

/** The words of one sentence; where it ends in an abbreviation of the kind that gives its stop to the sentence, that is cut off. */
export function withLooseStop(text: string, words: Piece[], rules: SplitRules): Piece[] {
  const last = words.at(-1);
  if (
    !last ||
    last.end - last.start < 2 ||
    !rules.looseStops.has(text.slice(last.start, last.end).toLowerCase())
  )
    return words;
  const stop = last.end - 1;
  return [...words.slice(0, -1), { start: last.start, end: stop }, { start: stop, end: last.end }];
}
