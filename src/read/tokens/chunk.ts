import { lastWordLength } from './endings.ts';
import type { SplitRules } from './split-rules.ts';

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

/**
 * The words of one run of text without a blank: where each starts and ends in it, in order. Punctuation and clitics apart (do|n't, Baku|'s),
 * hyphenated words apart unless the first part is a prefix; stops stay with known abbreviations and initials.
 */
export function partsOf(chunk: string, rules: SplitRules): Span[] {
  const parts: Span[] = [];
  splitChunk(chunk, 0, chunk.length, rules, parts);
  return parts;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

function splitChunk(text: string, start: number, end: number, rules: SplitRules, pieces: Span[]): void {
  if (splitExceptional(text, start, end, rules, pieces)) return;
  let from = start;
  let to = end;
  const after: Span[] = [];
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
  for (let index = after.length - 1; index >= 0; index--) pieces.push(after[index] as Span);
}

function keepsStop(word: string, rules: SplitRules): boolean {
  return ACRONYM.test(word) || rules.abbreviations.has(word) || /^\p{L}\.$/u.test(word);
}

function splitExceptional(
  text: string,
  start: number,
  end: number,
  rules: SplitRules,
  pieces: Span[],
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

function splitWord(text: string, start: number, end: number, rules: SplitRules, pieces: Span[]): void {
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

function splitClitic(text: string, start: number, end: number, rules: SplitRules, pieces: Span[]): void {
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
