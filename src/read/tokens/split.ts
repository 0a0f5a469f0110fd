/** A word as the tokeniser sees it: UTF-16 offsets into the text that was given. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

const ADDRESS = /^(?:https?:\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/i;
const FILE = /^[\w-]+\.(?:com|org|net|info|htm|html|doc|docx|xls|pdf|jpg|txt)$/i;
const NUMBER = /^[+-]?\d[\d.,:/]*\d(?:st|nd|rd|th|s)?$|^\d+(?:st|nd|rd|th|s)?$/i;
const ACRONYM = /^(?:\p{L}\.){2,}$|^(?:\p{L}\.)+\p{L}$/u;
const OPENING = /^["'“‘«„([{<*_`~#$£€¥¡¿|=+…–—-]$/u;
const CLOSING = /^["'”’»)\]}>*_`~,;:!?…%|=–—-]$/u;
const CLITIC = /^(.+?)((?:n['’]t)|['’](?:s|re|ve|ll|d|m))$/i;
/** Words that are two: UD English writes them apart. */
const JOINED: { readonly [word: string]: number } = {
  cannot: 3,
  gonna: 3,
  gotta: 3,
  wanna: 3,
  lemme: 3,
  gimme: 3,
};
/** Joints inside a word, each a token of its own. */
const JOINTS = /[-–—/]|\.{2,}|…/gu;

export interface SplitRules {
  /** First parts that keep their hyphen (`e` of e-mail), lower case. */
  readonly prefixes: ReadonlySet<string>;
  /** Abbreviations with their stop, lower case (`gen.`). */
  readonly abbreviations: ReadonlySet<string>;
}

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
  let from = start;
  let to = end;
  const after: Piece[] = [];
  if (ADDRESS.test(text.slice(from, to).replace(/[.,;:!?)\]>"'”’]+$/u, ''))) {
    while (to > from && /[.,;:!?)\]>"'”’]/u.test(text[to - 1] as string))
      after.push({ start: to - 1, end: to-- });
    while (from < to && /[(<["“]/u.test(text[from] as string)) pieces.push({ start: from, end: ++from });
    if (to > from) pieces.push({ start: from, end: to });
    pieces.push(...after.reverse());
    return;
  }
  while (from < to) {
    const run = runLength(text, from, to, 1);
    const head = text.slice(from, from + 1);
    if (!OPENING.test(head)) break;
    if (head === '-' && /\d/.test(text[from + 1] ?? '') && from === start) break;
    if ((head === "'" || head === '’') && /^['’](?:s|re|ve|ll|d|m|\d\ds)$/i.test(text.slice(from, to))) break;
    const length = /[.\-–—*_=~#+]/u.test(head) ? run : 1;
    pieces.push({ start: from, end: from + length });
    from += length;
  }
  while (to > from) {
    const tail = text.slice(to - 1, to);
    if (tail === '.') {
      const run = runLength(text, to - 1, from - 1, -1);
      const word = text.slice(from, to).toLowerCase();
      if (run === 1 && (ACRONYM.test(word) || rules.abbreviations.has(word) || /^\p{L}\.$/u.test(word)))
        break;
      after.push({ start: to - run, end: to });
      to -= run;
      continue;
    }
    if (!CLOSING.test(tail)) break;
    if (
      /['’]/.test(tail) &&
      /(?:^|[^s])['’]$/i.test(text.slice(from, to)) &&
      /^\p{L}['’]$/u.test(text.slice(from, to))
    )
      break;
    const run = /[!?*_=~–—-]/u.test(tail) ? runLength(text, to - 1, from - 1, -1) : 1;
    after.push({ start: to - run, end: to });
    to -= run;
  }
  if (to > from) splitWord(text, from, to, rules, pieces);
  for (let index = after.length - 1; index >= 0; index--) pieces.push(after[index] as Piece);
}

/** How often the character at `at` is repeated, going on to (not with) `limit`. */
function runLength(text: string, at: number, limit: number, step: 1 | -1): number {
  let length = 0;
  for (let index = at; index !== limit && text[index] === text[at]; index += step) length++;
  return length;
}

function splitWord(text: string, start: number, end: number, rules: SplitRules, pieces: Piece[]): void {
  const word = text.slice(start, end);
  if (
    NUMBER.test(word) ||
    ACRONYM.test(word) ||
    FILE.test(word) ||
    rules.abbreviations.has(word.toLowerCase())
  ) {
    pieces.push({ start, end });
    return;
  }
  const joined = JOINED[word.toLowerCase()];
  if (joined !== undefined) {
    pieces.push({ start, end: start + joined }, { start: start + joined, end });
    return;
  }
  let at = start;
  for (const joint of word.matchAll(JOINTS)) {
    const from = start + joint.index;
    const to = from + joint[0].length;
    if (from === at && at === start) continue;
    if (joint[0] === '-' && rules.prefixes.has(text.slice(at, from).toLowerCase())) continue;
    if (from > at) splitClitic(text, at, from, pieces);
    pieces.push({ start: from, end: to });
    at = to;
  }
  if (at < end) splitClitic(text, at, end, pieces);
}

const UNIT = /^(\d[\d.,]*)([a-z]{1,3}|[%°])$/i;

function splitClitic(text: string, start: number, end: number, pieces: Piece[]): void {
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
