import { hashText, mix } from '../hashing.ts';
import { type LinearTable, type StoredTable, scorerOf } from '../linear-table.ts';
import type { Piece } from './piece.ts';
import type { SplitRules } from './split-rules.ts';

/** Longest sentence in words; longer ones are cut, so that parsing stays linear in the text. */
export const LONGEST_SENTENCE = 250;

const FINAL = /^(?:\p{Sentence_Terminal}+|…)$/u;
const CLOSER = /^["'”’»)\]]$/u;

/**
 * Features of the question whether a sentence ends after the piece `at`; used by training and reading alike.
 */
export function endFeatures(
  text: string,
  pieces: readonly Piece[],
  at: number,
  rules: SplitRules,
  out: Int32Array,
): number {
  const form = (index: number) => pieces[index]?.form ?? '';
  const here = form(at);
  const next = form(at + 1);
  const before = form(at - 1);
  const next2 = form(at + 2);
  const piece = pieces[at] as Piece;
  const gap = pieces[at + 1] ? text.slice(piece.end, (pieces[at + 1] as Piece).start) : '\n\n';
  const space = gap === '' ? 0 : gap.includes('\n') ? 2 : 1;
  const kind = (word: string) =>
    word === ''
      ? 0
      : /^\p{Lu}[\p{Lu}.]*$/u.test(word)
        ? 1
        : /^\p{Lu}/u.test(word)
          ? 2
          : /^\p{Ll}/u.test(word)
            ? 3
            : /^\d/.test(word)
              ? 4
              : 5;
  const [kindHere, kindNext, kindNext2, kindBefore] = [kind(here), kind(next), kind(next2), kind(before)];
  const lowerBefore = before.toLowerCase();
  const abbreviation = rules.abbreviations.has(`${here.toLowerCase()}`)
    ? 1
    : rules.abbreviations.has(`${lowerBefore}.`)
      ? 2
      : 0;
  let count = 0;
  let template = 600;
  const add = (a: number) => {
    out[count++] = mix(Math.imul(++template, 0x01000193), a);
  };
  const h = hashText(/\p{L}/u.test(here) ? here.toLowerCase().slice(-12) : here.slice(0, 8));
  const n = hashText(next.toLowerCase());
  add(0);
  add(h);
  add(mix(h, space));
  add(mix(h, kindNext));
  add(mix(mix(h, kindNext), space));
  add(mix(h, n));
  add(n);
  add(mix(n, space));
  add(kindNext * 8 + kindHere + space * 64);
  add(mix(kindBefore, mix(h, kindNext)));
  add(mix(hashText(lowerBefore), h));
  add(mix(Math.min(before.length, 4), mix(h, kindNext)));
  add(mix(abbreviation, kindNext));
  add(mix(abbreviation, h));
  add(mix(kindNext, kindNext2));
  add(mix(hashText(next.slice(0, 1)), mix(h, kindNext2)));
  add(mix(CLOSER.test(here) ? 1 : 0, mix(hashText(before.slice(0, 2)), kindNext)));
  return count;
}

/** Could a sentence end here at all? Only at final marks, closers behind them, and where a line ends. */
export function mayEnd(text: string, pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at] as Piece;
  const next = pieces[at + 1];
  if (!next) return true;
  const here = piece.form;
  if (!isPlain(here.charCodeAt(here.length - 1))) {
    if (FINAL.test(here) || /\p{Sentence_Terminal}$/u.test(here) || here === ':' || here === ';') return true;
    if (CLOSER.test(here)) return true;
  }
  const gap = next.start - piece.end;
  if (gap === 1) return text.charCodeAt(piece.end) === 10;
  return gap > 0 && text.slice(piece.end, next.start).includes('\n');
}

/**
 * 'on 7 February. Two', 'on Feb. 7. Two soldiers': behind a figure that does not open the sentence, as that of a list does, a stop before
 * a capital ends it. Not where figures with a stop are ordinals.
 */
function endsWithFigure(
  text: string,
  pieces: readonly Piece[],
  at: number,
  first: number,
  { ordinalStops }: SplitRules,
): boolean {
  const [figure, stop, next] = [pieces[at - 1], pieces[at] as Piece, pieces[at + 1] as Piece];
  if (ordinalStops || stop.form !== '.' || at - first < 3 || !figure || !/^\d{1,4}$/.test(figure.form))
    return false;
  return next.start > stop.end && /\p{Lu}/u.test(text[next.start] as string) && next.form.length > 1;
}

/** 'called it ''careless.'' The envoy …': a stop before two apostrophes that close a quotation, with a capital behind them, ends it. */
function endsInQuotation(pieces: readonly Piece[], at: number): boolean {
  const [stop, here, next] = [pieces[at - 1], pieces[at] as Piece, pieces[at + 1] as Piece];
  return (
    here.form === "''" &&
    stop?.form === '.' &&
    stop.end === here.start &&
    next.start > here.end &&
    /^\p{Lu}/u.test(next.form)
  );
}

/** 'Ada Orlin (I-Vt.) on Saturday said': behind a bracket that closes, a small letter on the same line goes on with the sentence. */
function goesOnBehindBracket(here: Piece, next: Piece): boolean {
  return /^[)\]]$/.test(here.form) && /^\p{Ll}/u.test(next.form);
}

/** '“I am glad,” Orlan said': a quotation that closes behind a comma goes on with who spoke. */
function closesBehindComma(pieces: readonly Piece[], at: number): boolean {
  let before = at;
  while (before > 0 && CLOSER.test((pieces[before] as Piece).form)) before--;
  return before < at && (pieces[before] as Piece).form === ',';
}

function goesOnBehindMark(text: string, pieces: readonly Piece[], at: number): boolean {
  const [here, next] = [pieces[at] as Piece, pieces[at + 1] as Piece];
  if (!goesOnBehindBracket(here, next) && !closesBehindComma(pieces, at)) return false;
  return !text.slice(here.end, next.start).includes('\n');
}

/** 'in the U.S. He says': initials with stops end the sentence before a word that has a capital only where one begins. */
function endsWithInitials(text: string, pieces: readonly Piece[], at: number): boolean {
  const [here, next] = [pieces[at] as Piece, pieces[at + 1] as Piece];
  return (
    /^(?:\p{Lu}\.){2,}$/u.test(here.form) &&
    next.start > here.end &&
    BEGINNING.test(text.slice(next.start, next.end))
  );
}

const BEGINNING =
  /^(?:He|She|They|It|We|But|And|The|This|That|These|Those|There|In|If|When|While|His|Her|Their|Its|You)$/;

/** A letter or figure of ASCII, with which most words end. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Indexes of the pieces that end a sentence, the last one always among them. */
export function sentenceEnds(
  text: string,
  pieces: readonly Piece[],
  rules: SplitRules,
  table: LinearTable | StoredTable | null,
): number[] {
  const ends: number[] = [];
  const scorer = table && scorerOf(table);
  let first = 0;
  for (let at = 0; at < pieces.length; at++) {
    let isEnd = at === pieces.length - 1 || at - first + 1 >= LONGEST_SENTENCE || endsInQuotation(pieces, at);
    if (!isEnd && mayEnd(text, pieces, at)) {
      if (scorer) {
        const { features, scores } = scorer;
        scorer.score(endFeatures(text, pieces, at, rules, features));
        isEnd =
          ((scores[1] as number) > (scores[0] as number) && !goesOnBehindMark(text, pieces, at)) ||
          endsWithFigure(text, pieces, at, first, rules) ||
          endsWithInitials(text, pieces, at);
      } else {
        const piece = pieces[at] as Piece;
        const next = pieces[at + 1] as Piece;
        isEnd =
          FINAL.test(piece.form) &&
          next.start > piece.end &&
          /[\p{Lu}\p{Lo}\d"“«(]/u.test(text[next.start] as string);
      }
    }
    if (isEnd) {
      ends.push(at);
      first = at + 1;
    }
  }
  return ends;
}
