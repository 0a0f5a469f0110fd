import { appealsIn, mayCall } from './appeals.ts';
import { endsSentence, HEAD, hasCredit, hasYear } from './block-text.ts';
import { LaidOut } from './laid-out.ts';
import { folded, mayBegin, type PhraseHit, phraseIn } from './phrases.ts';
import {
  BLANK,
  CAPITAL,
  CLOSER,
  COMMA,
  countWords,
  DIGIT,
  IN_WORD,
  isHalf,
  isSpace,
  kindOf,
  LETTER,
  MARK,
  NUMBER,
  pairKind,
  SMALL,
  STOP,
  STOP_OF_SPACED,
  STOP_OF_UNSPACED,
  VARIANT,
} from './signs.ts';

/** What the text of a block says by itself. Counts are of its first {@link HEAD} characters. */
export interface BlockText {
  /** White space folded. */
  readonly text: string;
  /** Its words as they are compared. */
  readonly folded: string;
  /** How many these are. */
  readonly wordCount: number;
  /** The phrase of furniture that it begins with. */
  readonly phrase: PhraseHit | null;
  /** Whether it ends as a sentence does. */
  readonly isSentence: boolean;
  /** Whether a stop or a closing quote stands before a blank or at the end. */
  readonly hasStop: boolean;
  readonly sentences: number;
  readonly commas: number;
  readonly digits: number;
  readonly capitals: number;
  readonly startsSmall: boolean;
  readonly hasYear: boolean;
  /** Whether it has a sign that parts entries of lists, or one of copyright, or of an address. */
  readonly hasMark: boolean;
  /** Whether it says whom a picture is by. */
  readonly hasCredit: boolean;
  /** Words that call on the reader. */
  readonly appeals: number;
}

/** A longer text is no appeal, whatever words it uses. */
const LONGEST_APPEAL = 600;
const APOSTROPHE = 39;
const CURVED = 0x2019;
const IN_WORDS = LETTER | NUMBER | IN_WORD;
const COUNTED = CAPITAL | DIGIT | COMMA | STOP_OF_SPACED | STOP_OF_UNSPACED | MARK;

const laidOut = new LaidOut();

/** Reads the text of a block, in which white space is as the page has it; null where nothing else is in it. Linear. */
export function readBlock(raw: string): BlockText | null {
  laidOut.put(raw);
  const text = squeezed(raw);
  return text === null ? null : measured(text, endsAny);
}

/** The same for a line of text as it stands, which must not be empty. */
export function readLine(line: string): BlockText {
  laidOut.put(line);
  return measured(line, false);
}

/** Whether a stop or a closing quote stands before a blank or at the end of the text that was squeezed last. */
let endsAny = false;

/** Makes one blank of each run of them, in the text and where its signs are laid out, and none at the ends. */
function squeezed(raw: string): string | null {
  const { units } = laidOut;
  let end = raw.length;
  while (end > 0 && isBlank(units[end - 1] as number)) end--;
  let from = 0;
  while (from < end && isBlank(units[from] as number)) from++;
  if (from === end) return null;
  let text = '';
  let size = 0;
  /** Kinds of all signs that stand before a blank. */
  let ends = 0;
  let last = 0;
  for (let at = from; at < end; at++) {
    const unit = units[at] as number;
    const kind = kindOf(unit);
    if ((kind & BLANK) === 0) {
      units[size++] = unit;
      last = kind;
      continue;
    }
    let next = at + 1;
    while (isBlank(units[next] as number)) next++;
    ends |= last;
    units[size++] = 32;
    if (unit === 32 && next === at + 1) continue;
    text += `${raw.slice(from, at)} `;
    from = next;
    at = next - 1;
  }
  endsAny = ((ends | last) & STOP) !== 0;
  return text + raw.slice(from, end);
}

/** What going once over the signs of a text finds. One object for all texts, since each is read before the next is gone over. */
const seen = {
  /** Kind of the first sign. */
  firstKind: 0,
  /** Kinds of all signs that stand between words. */
  between: 0,
  words: '',
  wordCount: 0,
  /** Where the first word begins and ends. */
  first: -1,
  firstEnd: -1,
  sentences: 0,
  commas: 0,
  digits: 0,
  capitals: 0,
  hasMark: false,
  isCurved: false,
  isCalling: false,
};

/** Says what a text is like whose signs are laid out. */
function measured(text: string, hasStop: boolean): BlockText {
  const { units } = laidOut;
  const head = text.slice(0, HEAD);
  const lower = head.toLowerCase();
  goOver(head, lower);
  const { digits, first, firstEnd } = seen;
  const isVariant =
    lower.length !== head.length || ((seen.between & VARIANT) !== 0 && hasVariant(head, lower));
  const words = isVariant ? folded(head) : wordsFound();
  return {
    text,
    folded: words,
    wordCount: isVariant ? countWords(words) : Math.max(1, seen.wordCount),
    phrase: phraseOf(
      words,
      text.length,
      isVariant || seen.isCurved || (first >= 0 && mayBegin(units, first, firstEnd)),
    ),
    isSentence: endsSentence(units, text.length),
    hasStop,
    sentences: seen.sentences,
    commas: seen.commas,
    digits,
    capitals: seen.capitals,
    startsSmall: (seen.firstKind & SMALL) !== 0,
    hasYear: digits >= 4 && hasYear(head),
    hasMark: seen.hasMark,
    hasCredit: hasCredit(head),
    appeals: (isVariant || seen.isCalling) && text.length < LONGEST_APPEAL ? appealsIn(words) : 0,
  };
}

/** Whether one of the signs stands there that are written in several ways, but for the curved apostrophe. */
function hasVariant(head: string, lower: string): boolean {
  return head.includes('ⓒ') || lower.includes('(c');
}

function wordsFound(): string {
  return seen.isCurved ? seen.words.replaceAll('’', "'") : seen.words;
}

function phraseOf(words: string, length: number, isLikely: boolean): PhraseHit | null {
  return isLikely ? phraseIn(words, length) : null;
}

/** Goes once over the signs of a text that are laid out, and writes down what it finds. */
function goOver(head: string, lower: string): void {
  const { units } = laidOut;
  const { length } = head;
  let words = '';
  let wordCount = 0;
  /** Where the stretch of words begins that can be taken as it is, and where its last word ends. */
  let from = -1;
  let end = -1;
  let first = -1;
  let firstEnd = -1;
  /** Where the letters begin between two signs that are none. */
  let start = -1;
  let between = 0;
  let sentences = 0;
  let commas = 0;
  let digits = 0;
  let capitals = 0;
  let all = 0;
  let isCurved = false;
  let isCalling = false;
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number;
    const kind = kindAt(units, at, head);
    if (at === 0) seen.firstKind = kind;
    if ((kind & COUNTED) !== 0) {
      // Added up without asking which it is: of what is asked, much comes up for the first time late.
      all |= kind;
      capitals += (kind & CAPITAL) === 0 ? 0 : 1;
      digits += (kind & DIGIT) === 0 ? 0 : 1;
      commas += (kind & COMMA) === 0 ? 0 : 1;
      sentences += (kind & STOP_OF_UNSPACED) === 0 ? 0 : 1;
      if ((kind & STOP_OF_SPACED) !== 0 && endsInside(units, at, length)) sentences++;
    }
    if ((kind & IN_WORDS) !== 0 || unit === CURVED) {
      if (at !== end) {
        if (wordCount === 1) firstEnd = end;
        wordCount++;
        if (first === -1) first = at;
        // One blank between two words may stay.
        if (from !== -1 && !(at === end + 1 && units[end] === 32)) {
          words += `${lower.slice(from, end)} `;
          from = -1;
        }
      }
      if (from === -1) from = at;
      const begin = at;
      if (isHalf(unit)) at++;
      end = at + 1;
      if (unit === CURVED) isCurved = true;
      if (unit !== CURVED && unit !== APOSTROPHE) {
        if (start === -1) start = begin;
        continue;
      }
    } else between |= kind;
    if (start !== -1) {
      if (!isCalling) isCalling = mayCall(units, lower, start, at);
      start = -1;
    }
  }
  if (start !== -1 && !isCalling) isCalling = mayCall(units, lower, start, length);
  if (wordCount === 1) firstEnd = end;
  if (from !== -1) words += lower.slice(from, end);
  seen.between = between;
  seen.words = words;
  seen.wordCount = wordCount;
  seen.first = first;
  seen.firstEnd = firstEnd;
  seen.sentences = sentences;
  seen.commas = commas;
  seen.digits = digits;
  seen.capitals = capitals;
  seen.hasMark = (all & MARK) !== 0;
  seen.isCurved = isCurved;
  seen.isCalling = isCalling;
}

/** The kind of the sign that begins at a place of a text, whose units are given too. */
function kindAt(units: Uint16Array, at: number, text: string): number {
  const unit = units[at] as number;
  return isHalf(unit) ? pairKind(text, at) : kindOf(unit);
}

/** Whether the stop at a place ends a sentence that more follows. */
function endsInside(units: Uint16Array, at: number, length: number): boolean {
  let end = at;
  do end++;
  while (end < length && (kindOf(units[end] as number) & CLOSER) !== 0);
  return end < length && isSpace(units[end] as number);
}

function isBlank(unit: number): boolean {
  return (kindOf(unit) & BLANK) !== 0;
}
