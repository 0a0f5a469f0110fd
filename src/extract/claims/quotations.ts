import type { Document } from '../../read/index.ts';

/** A passage in quotation marks, the marks included. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  /** False where the paragraph ends before the marks close: the speech goes on in the next one. */
  readonly closed: boolean;
  /** Tokens inside, marks not counted. */
  readonly words: number;
}

const OPENS: { readonly [mark: string]: string } = { '“': '”', '«': '»', '„': '“”', '‘': '’', '``': "''" };
const MARKS = /``|''|[“”«»„"‘’]/g;

/**
 * All quotations of an article in text order. Straight marks (`"`, `''`) open and close by turns within a paragraph;
 * single marks count only where they cannot be apostrophes. Quotations inside quotations are part of the outer one.
 */
export function quotationsOf(document: Document): Quotation[] {
  const { text, paragraphs } = document.article;
  const found: { start: number; end: number; paragraph: number; closed: boolean }[] = [];
  paragraphs.forEach((paragraph, number) => {
    let open: { start: number; closes: string; depth: number } | null = null;
    for (const match of paragraph.text.matchAll(MARKS)) {
      const mark = match[0];
      const start = paragraph.start + match.index;
      const end = start + mark.length;
      if (open) {
        if (!open.closes.includes(mark) && !closesInstead(text, open.closes, mark, start, end)) continue;
        if (mark === '’' && /\p{L}/u.test(text[end] ?? '')) continue;
        if (mark === '"' && opensAgain(text, start, end)) {
          open.depth++;
          continue;
        }
        if (open.depth-- > 0) continue;
        found.push({ start: open.start, end, paragraph: number, closed: true });
        open = null;
      } else if (mark === '"' || mark === "''") open = { start, closes: mark, depth: 0 };
      else if (mark === '‘' && /[\p{L}\p{N}]/u.test(text[start - 1] ?? '')) continue;
      else if (OPENS[mark] !== undefined) open = { start, closes: OPENS[mark] as string, depth: 0 };
    }
    if (!open || open.closes === '’' || paragraph.end - open.start <= 20) return;
    const end = open.start + forgottenEnd(text.slice(open.start, paragraph.end));
    found.push({ start: open.start, end, paragraph: number, closed: end < paragraph.end });
  });
  return found.map((quotation) => ({ ...quotation, words: wordsIn(document, quotation) }));
}

/** '“The road is shut, said Orlan.': a mark that was forgotten belongs before who said it; the length of the speech where nobody is named. */
function forgottenEnd(speech: string): number {
  const tail =
    /,(?=\s+(?:(?:said|says)\s+(?:\p{Lu}|an?\s|the\s)|(?:he|she|they|\p{Lu}[\p{L}-]+)\s+(?:said|says)[.,]))/u.exec(
      speech,
    );
  return tail && tail.index > LEAST_SPEECH ? tail.index + 1 : speech.length;
}

const LEAST_SPEECH = 20;

/** Mixed marks, as republished pages have them: “…" and "…” and “…“ close where a closing mark would stand. */
function closesInstead(text: string, closes: string, mark: string, start: number, end: number): boolean {
  if (!/["”]/.test(closes) || !/^["”“]$/.test(mark)) return false;
  return (
    /[\p{L}\p{N}.,!?…)]/u.test(text[start - 1] ?? '') && /^(?:[\s.,;:!?)—–]|$)/.test(text.slice(end, end + 1))
  );
}

/** A straight mark between a space and a letter opens; inside an open quotation it is a quotation within. */
function opensAgain(text: string, start: number, end: number): boolean {
  return /\s/.test(text[start - 1] ?? ' ') && /[\p{L}\p{N}]/u.test(text[end] ?? '');
}

function wordsIn(document: Document, { start, end }: { start: number; end: number }): number {
  let words = 0;
  for (let index = firstTokenFrom(document, start); index < document.tokens.length; index++) {
    const token = document.tokens[index];
    if (!token || token.start >= end) break;
    if (token.upos !== 'PUNCT') words++;
  }
  return words;
}

/** Index of the first token that starts at or after an offset (`tokens.length` where none does). */
export function firstTokenFrom(document: Document, offset: number): number {
  let low = 0;
  let high = document.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.tokens[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each token the index of the quotation that it lies in, or -1. */
export function quotationOfTokens(document: Document, quotations: readonly Quotation[]): Int32Array {
  const inside = new Int32Array(document.tokens.length).fill(-1);
  quotations.forEach((quotation, number) => {
    for (let index = firstTokenFrom(document, quotation.start); index < inside.length; index++) {
      if ((document.tokens[index]?.start ?? Infinity) >= quotation.end) break;
      inside[index] = number;
    }
  });
  return inside;
}
