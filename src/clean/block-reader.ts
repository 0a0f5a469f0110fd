import { appealsIn, mayCall } from './appeals.ts';
import { endsSentence, HEAD, hasCredit, hasYear } from './block-text.ts';
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
const [APOSTROPHE, BRACKET, SMALL_C, CURVED] = [39, 40, 99, 0x2019];
const IN_WORDS = LETTER | NUMBER | IN_WORD;
const COUNTED = CAPITAL | DIGIT | COMMA | STOP_OF_SPACED | STOP_OF_UNSPACED | MARK;

/** Where the signs of a text are laid out to be gone over: an engine reads them several times faster there than out of strings of many kinds. */
let bytes = Buffer.alloc(0);
let codes = new Uint16Array(0);
const LEAST_ROOM = 4096;
const MOST_KEPT = 1 << 20;
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Reads the text of a block, in which white space is as the page has it; null where nothing else is in it. Linear. */
export function readBlock(raw: string): BlockText | null {
  layOut(raw);
  const lined = squeezed(raw);
  return lined === null ? null : measured(lined);
}

/** The same for a line of text as it stands, which must not be empty. */
export function readLine(line: string): BlockText {
  layOut(line);
  return measured({ text: line, hasStop: false });
}

function layOut(raw: string): void {
  if (raw.length > codes.length || (codes.length > MOST_KEPT && raw.length < LEAST_ROOM)) {
    bytes = Buffer.alloc(2 * Math.max(LEAST_ROOM, raw.length));
    codes = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  }
  const size = bytes.write(raw, 0, 'utf16le');
  if (!IS_LITTLE_ENDIAN) bytes.subarray(0, size).swap16();
}

interface Lined {
  readonly text: string;
  readonly hasStop: boolean;
}

/** Makes one blank of each run of them, in the text and where its signs are laid out, and none at the ends. */
function squeezed(raw: string): Lined | null {
  const units = codes;
  let end = raw.length;
  while (end > 0 && isBlank(units[end - 1] as number)) end--;
  let from = 0;
  while (from < end && isBlank(units[from] as number)) from++;
  if (from === end) return null;
  let text = '';
  let size = 0;
  let hasStop = false;
  for (let at = from; at < end; at++) {
    const unit = units[at] as number;
    if (!isBlank(unit)) {
      units[size++] = unit;
      continue;
    }
    let next = at + 1;
    while (isBlank(units[next] as number)) next++;
    hasStop ||= (kindOf(units[size - 1] as number) & STOP) !== 0;
    units[size++] = 32;
    if (unit === 32 && next === at + 1) continue;
    text += `${raw.slice(from, at)} `;
    from = next;
    at = next - 1;
  }
  hasStop ||= (kindOf(units[size - 1] as number) & STOP) !== 0;
  return { text: text + raw.slice(from, end), hasStop };
}

/** Goes once over the signs of a text that are laid out. */
function measured({ text, hasStop }: Lined): BlockText {
  const units = codes;
  const isLong = text.length > HEAD;
  const length = isLong ? HEAD : text.length;
  const head = isLong ? text.slice(0, HEAD) : text;
  const lower = head.toLowerCase();
  let words = '';
  let wordCount = 0;
  /** Where the stretch of words begins that can be taken as it is, and where its last word ends. */
  let [from, end] = [-1, -1];
  /** The first word. */
  let [first, firstEnd] = [-1, -1];
  /** Where the letters begin between two signs that are none. */
  let start = -1;
  let [sentences, commas, digits, capitals] = [0, 0, 0, 0];
  let [hasMark, isVariant, isCurved, isCalling] = [false, lower.length !== length, false, false];
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number;
    const isPair = isHalf(unit);
    const kind = isPair ? pairKind(head, at) : kindOf(unit);
    if ((kind & COUNTED) !== 0) {
      if ((kind & CAPITAL) !== 0) capitals++;
      else if ((kind & DIGIT) !== 0) digits++;
      else if ((kind & COMMA) !== 0) commas++;
      else if ((kind & STOP_OF_UNSPACED) !== 0) sentences++;
      else if ((kind & MARK) !== 0) hasMark = true;
      else if (endsInside(units, at, length)) sentences++;
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
      if (isPair) at++;
      end = at + 1;
      if (unit === CURVED) isCurved = true;
      if (unit !== CURVED && unit !== APOSTROPHE) {
        if (start === -1) start = isPair ? at - 1 : at;
        continue;
      }
    } else if ((kind & VARIANT) !== 0)
      isVariant ||= unit !== BRACKET || ((units[at + 1] as number) | 32) === SMALL_C;
    if (start !== -1) {
      isCalling ||= mayCall(units, lower, start, at);
      start = -1;
    }
  }
  if (start !== -1) isCalling ||= mayCall(units, lower, start, length);
  if (wordCount === 1) firstEnd = end;
  if (from !== -1) words += lower.slice(from, end);
  if (isCurved) words = words.replaceAll('’', "'");
  if (isVariant) {
    words = folded(head);
    wordCount = countWords(words);
  }
  return {
    text,
    folded: words,
    wordCount: Math.max(1, wordCount),
    phrase: isCurved || isVariant || mayBegin(units, first, firstEnd) ? phraseIn(words, text.length) : null,
    isSentence: endsSentence(units, text.length),
    hasStop,
    sentences,
    commas,
    digits,
    capitals,
    startsSmall:
      ((isHalf(units[0] as number) ? pairKind(text, 0) : kindOf(units[0] as number)) & SMALL) !== 0,
    hasYear: digits >= 4 && hasYear(head),
    hasMark,
    hasCredit: hasCredit(head),
    appeals: (isCalling || isVariant) && text.length < LONGEST_APPEAL ? appealsIn(words) : 0,
  };
}

/** Whether the stop at a place ends a sentence that more follows. */
function endsInside(units: Uint16Array, at: number, length: number): boolean {
  let end = at + 1;
  while (end < length && (kindOf(units[end] as number) & CLOSER) !== 0) end++;
  return end < length && isSpace(units[end] as number);
}

function isBlank(unit: number): boolean {
  return (kindOf(unit) & BLANK) !== 0;
}
