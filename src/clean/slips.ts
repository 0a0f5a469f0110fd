import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { type Note, type Residue, type Span, spanOf } from '../model/index.ts';

const Words = z.array(z.string()).transform((words) => new Set(words));
const SLIPS = z
  .object({
    'de-facto': z.object({ message: z.string(), before: Words, apposed: Words, authority: Words }),
    hearsay: z.object({
      message: z.string(),
      unless: Words,
      participles: z.array(z.string()),
      romance: Words,
    }),
  })
  .parse(readDataFile(new URL('./slips.yaml', import.meta.url)));

const IN_FACT = /\bin fact\b/gu;
const WOULD = new RegExp(
  `\\bwould (?:(?:also|even|already|then) )?(?:be|have (?:been|had|${SLIPS.hearsay.participles.join('|')}|\\p{L}{1,20}(?:ed|en)))\\b`,
  'gu',
);
/** UTF-16 units that are looked at on either side of a slip. */
const WINDOW = 300;
/** So many notes of one kind say enough. */
const MOST = 20;

/**
 * Typical slips of translation from Romance languages in an English text, as notes of kind `translation` with the words
 * they are about: `in fact` for *de facto* beside an office or body, and `would` as the conditional of hearsay, the latter only where
 * a passage left in a Romance language, or the former, shows that the text was translated. Linear in the text.
 */
export function slipsOf(text: string, paragraphs: readonly Span[], residue: readonly Residue[]): Note[] {
  const notes: Note[] = [];
  for (const { start, end } of text.includes('in fact') ? paragraphs : []) {
    for (const match of text.slice(start, end).matchAll(IN_FACT)) {
      if (notes.length === MOST) break;
      const at = start + match.index;
      if (isDeFacto(text.slice(Math.max(start, at - WINDOW), at), text.slice(at + match[0].length, end)))
        notes.push({
          kind: 'translation',
          message: SLIPS['de-facto'].message,
          span: spanOf(text, at, at + match[0].length),
        });
    }
  }
  const isTranslated =
    notes.length > 0 || residue.some(({ language }) => SLIPS.hearsay.romance.has(language));
  return isTranslated ? [...notes, ...hearsayOf(text, paragraphs)].sort(byPlace) : notes;
}

function isDeFacto(before: string, after: string): boolean {
  // 'in fact authorities …' or 'in fact the capital …', without a comma; adjectives and names may stand between.
  const words =
    after
      .slice(0, 80)
      .toLowerCase()
      .match(/^(?: [\p{L}-]+){1,3}/u)?.[0]
      .trim()
      .split(' ') ?? [];
  if (!words.some((word) => SLIPS['de-facto'].authority.has(word))) return isOfOffice(before, after);
  const last = /([\p{L}’'-]+)([,]?)\s*$/u.exec(before);
  if (!last) return false;
  const word = (last[1] as string).toLowerCase();
  // An apposition, as in 'Varda, in fact capital of …', or the inside of a noun phrase.
  if (last[2] === ',') {
    const { apposed, authority } = SLIPS['de-facto'];
    const isName = /^\p{Lu}/u.test(last[1] as string);
    return apposed.has(word) || ((isName || authority.has(word)) && authority.has(words[0] as string));
  }
  return SLIPS['de-facto'].before.has(word) || /['’]s?$/u.test(word);
}

/** 'the president in fact of …' */
function isOfOffice(before: string, after: string): boolean {
  const last = /(\p{L}+)\s*$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  return SLIPS['de-facto'].authority.has(last) && /^ of \p{L}/u.test(after);
}

function hearsayOf(text: string, paragraphs: readonly Span[]): Note[] {
  const notes: Note[] = [];
  for (const { start, end } of paragraphs) {
    for (const match of text.slice(start, end).matchAll(WOULD)) {
      if (notes.length === MOST) return notes;
      const at = start + match.index;
      const sentence = sentenceAround(text, Math.max(start, at - WINDOW), at, Math.min(end, at + WINDOW));
      if ((sentence.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => SLIPS.hearsay.unless.has(word)))
        continue;
      notes.push({
        kind: 'translation',
        message: SLIPS.hearsay.message,
        span: spanOf(text, at, at + match[0].length),
      });
    }
  }
  return notes;
}

/** The stretch between the stops on either side of `at`. */
function sentenceAround(text: string, from: number, at: number, to: number): string {
  const before = text.slice(from, at);
  const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('! '), before.lastIndexOf('? '));
  const after = /[.!?](?:\s|$)/u.exec(text.slice(at, to));
  return text.slice(from + stop + 1, after ? at + after.index : to);
}

function byPlace(a: Note, b: Note): number {
  return (a.span?.start ?? 0) - (b.span?.start ?? 0);
}
