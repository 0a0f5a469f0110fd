import { partsOf } from './chunk.ts';
import type { Piece } from './piece.ts';
import type { SplitRules } from './split-rules.ts';

/**
 * Splits text into words the way UD English does: punctuation apart, clitics apart (do|n't, Baku|'s), hyphenated words
 * apart unless the first part is a prefix. Stops stay with known abbreviations and initials; whether a final stop
 * ends a sentence is for {@link sentenceEnds} to say. Linear in the length of the text.
 */
export function splitWords(text: string, start: number, end: number, rules: SplitRules): Piece[] {
  const known = chunksOf(rules);
  const pieces: Piece[] = [];
  let at = start;
  while (at < end) {
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    let to = at;
    while (to < end && !isSpace(text.charCodeAt(to)) && to - at < MAX_CHUNK) to++;
    if (to > at) {
      const chunk = text.slice(at, to);
      const parts = known.get(chunk) ?? remember(known, chunk, rules);
      for (const part of parts) pieces.push({ start: at + part.start, end: at + part.end, form: part.form });
    }
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

/** Chunks split lately, by rules: most of a text's are few. Emptied when full, so that memory stays bounded. */
const MOST_CHUNKS = 20_000;
const memory = new WeakMap<SplitRules, Map<string, readonly Piece[]>>();

function chunksOf(rules: SplitRules): Map<string, readonly Piece[]> {
  let known = memory.get(rules);
  if (!known) {
    known = new Map();
    memory.set(rules, known);
  }
  return known;
}

function remember(known: Map<string, readonly Piece[]>, shown: string, rules: SplitRules): readonly Piece[] {
  // A copy: a part of a text would keep the whole text in memory.
  const chunk = shown.split('').join('');
  const parts = partsOf(chunk, rules).map(({ start, end }) => ({
    start,
    end,
    form: chunk.slice(start, end),
  }));
  if (known.size >= MOST_CHUNKS) known.clear();
  known.set(chunk, parts);
  return parts;
}

/**
 * The last piece of a sentence in two, where it is an abbreviation of the kind that gives its stop to the sentence; else none.
 */
export function looseStop(last: Piece, rules: SplitRules): readonly Piece[] {
  if (last.end - last.start < 2 || !last.form.endsWith('.') || !rules.looseStops.has(last.form.toLowerCase()))
    return [];
  const stop = last.end - 1;
  return [
    { start: last.start, end: stop, form: last.form.slice(0, -1) },
    { start: stop, end: last.end, form: last.form.slice(-1) },
  ];
}
