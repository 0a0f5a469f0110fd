import { smallWordOf } from './function-words.ts';
import { guessedLanguage } from './language.ts';
import { newList } from './lists.ts';
import { hasLetterOf, isLoanPhrase, languageOfScript, mostOf, type WordSign } from './residue-language.ts';
import type { ResidueToken } from './residue-tokens.ts';
import { isCaseless, type Script } from './scripts.ts';

/** A passage in another language. UTF-16 offsets. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly language: string;
}

/** Words of another script that are no mere name. */
const SCRIPT_WORDS = 3;
/** A quoted passage of so many words that begins with a capital is a title. */
const TITLE_WORDS = 4;
const FOREIGN = 2;
const OWN = -3;
const LETTERS = 1;
const LOWER = -0.2;
const CAPITAL = -0.4;
const LEAST_SCORE = 3;
/** Words in a row without any small word of the text's language. */
const LONG_RUN = 4;
/** Words behind the last small word that still belong to the passage. */
const AFTER = 3;
const BEFORE = 2;

/** Runs of words of another script than the text's. */
export function scriptRuns(text: string, tokens: readonly ResidueToken[], main: Script): Passage[] {
  const found = newList<Passage>();
  for (let at = 0; at < tokens.length; at++) {
    const { script } = tokens[at] as ResidueToken;
    if (script === main || script === 'other') continue;
    let end = at + 1;
    while (tokens[end]?.script === script) end++;
    const run = tokens.slice(at, end);
    at = end - 1;
    const isEastAsian = script === 'east-asian';
    const [from, to] = extentOf(run);
    const isLong = isEastAsian ? to - from >= 8 : run.length >= SCRIPT_WORDS;
    const lower = run.filter(({ isLower }) => isLower).length;
    if (!isLong || (!isCaseless(script) && lower < 2) || isTitle(text, run)) continue;
    if (!isEastAsian && !/\s/.test(text.slice(from, to))) continue;
    const language = languageOfScript(text.slice(from, to), run, script);
    if (language) found.push({ start: from, end: to, language });
  }
  return found;
}

/** Runs of words of the text's own script that are plainly of another language: its small words between words that are no names. */
export function wordRuns(
  text: string,
  tokens: readonly ResidueToken[],
  signs: readonly WordSign[],
  language: string,
): Passage[] {
  const languages = new Map<string, number>();
  for (const { foreign } of signs)
    for (const other of foreign) languages.set(other, (languages.get(other) ?? 0) + 1);
  for (const other of languages.keys()) {
    const more = tokens.filter((token) => hasLetterOf(token, other, language)).length;
    if (more > 0) languages.set(other, (languages.get(other) ?? 0) + more / 2);
  }
  const other = mostOf(languages);
  if (other === null) return [];
  const isForeign = (at: number) => signs[at]?.foreign.includes(other) === true;
  /** A small word of the text's language and not of the other. */
  const isOwn = (at: number) =>
    signs[at]?.isOwn === true && !smallWordOf((tokens[at] as ResidueToken).word).includes(other);
  let [best, from, to, sum, began] = [0, 0, -1, 0, 0];
  tokens.forEach((token, at) => {
    if (sum <= 0) [sum, began] = [0, at];
    if (isForeign(at)) sum += FOREIGN;
    else if (isOwn(at)) sum += OWN;
    else if (signs[at]?.isOwn) sum += 0;
    else if (hasLetterOf(token, other, language)) sum += LETTERS;
    else sum += token.isLower ? LOWER : CAPITAL;
    if (sum > best) [best, from, to] = [sum, began, at];
  });
  if (to < 0) return [];
  for (let steps = 0; steps < AFTER && goesOn(to + 1); steps++) to++;
  const run = tokens.slice(from, to + 1);
  const foreign = run.filter((_, at) => isForeign(from + at)).length;
  const content = run.filter(
    (token, at) =>
      token.isLower && !isForeign(from + at) && !signs[from + at]?.isOwn && token.word.length > 3,
  ).length;
  const passage = text.slice(...extentOf(run));
  if (isLoanPhrase(passage) || isTitle(text, run)) return [];
  const isPlain = foreign >= 2 && content >= 2 && best >= LEAST_SCORE;
  const isGuessed =
    foreign >= 1 &&
    run.length >= LONG_RUN &&
    content >= 2 &&
    run.every(({ isLower }) => isLower) &&
    guessedLanguage(passage) === other;
  if (!isPlain && !isGuessed) return [];
  // A sentence without one small word of the text's own is foreign as a whole.
  if (tokens.every((_, at) => !isOwn(at)))
    return [
      { start: (tokens[0] as ResidueToken).start, end: (tokens.at(-1) as ResidueToken).end, language: other },
    ];
  const start = from - wordsBefore();
  return [{ start: (tokens[start] as ResidueToken).start, end: extentOf(run)[1], language: other }];

  /** Words before the first small word that belong to the passage: few, and behind a small word of the text's language. */
  function wordsBefore(): number {
    for (let count = 0; count <= BEFORE; count++) {
      const token = tokens[from - count - 1];
      if (!token || isOwn(from - count - 1)) return count;
      if (!token.isLower) return 0;
    }
    return 0;
  }

  function goesOn(at: number): boolean {
    const token = tokens[at];
    if (!token?.isLower || isOwn(at)) return false;
    return /^\s?$/.test(text.slice((tokens[at - 1] as ResidueToken).end, token.start));
  }
}

function extentOf(run: readonly ResidueToken[]): [number, number] {
  return [(run[0] as ResidueToken).start, (run.at(-1) as ResidueToken).end];
}

/** The name of a newspaper, a book, a song: quoted, few words, the first with a capital. */
function isTitle(text: string, run: readonly ResidueToken[]): boolean {
  const [from, to] = extentOf(run);
  const first = run[0] as ResidueToken;
  const isQuoted = /["“«„‘'「『(]/.test(text[from - 1] ?? '') && /["”»“’'」』)]/.test(text[to] ?? '');
  if (!isQuoted || run.length > TITLE_WORDS) return false;
  return isCaseless(first.script) || !first.isLower;
}
