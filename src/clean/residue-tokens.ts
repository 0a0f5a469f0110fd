import { newList } from './lists.ts';
import { isCaseless, type Script, scriptOf } from './scripts.ts';
import { kindOf, LETTER } from './signs.ts';

/** A word of a text, as the search for passages in other languages sees it. UTF-16 offsets. */
export interface ResidueToken {
  readonly start: number;
  readonly end: number;
  /** In small letters. */
  readonly word: string;
  readonly script: Script;
  /** Whether it begins with a small letter, or is of a script that has no others. */
  readonly isLower: boolean;
}

const MARK = /[\p{M}'’-]/u;

/** The words of a stretch of text. Linear. */
export function residueTokens(text: string, from: number, to: number): ResidueToken[] {
  const tokens = newList<ResidueToken>();
  for (let at = from; at < to; at++) {
    if (!isLetterAt(text, at)) continue;
    let end = at + 1;
    while (end < to && (isLetterAt(text, end) || goesOnInWord(text, end, to))) end++;
    const written = text.slice(at, end);
    const word = written.toLowerCase().replace(/’/g, "'");
    const script = scriptOf(text.charCodeAt(at));
    const isLower = isCaseless(script) || written.charCodeAt(0) === word.charCodeAt(0);
    // An elided article stands before the word itself: l'envoyé, dell'accordo.
    const cut = word.indexOf("'");
    if (cut > 0 && cut < word.length - 2 && script === 'latin') {
      tokens.push({ start: at, end: at + cut + 1, word: word.slice(0, cut + 1), script, isLower });
      const rest = written.slice(cut + 1);
      tokens.push({
        start: at + cut + 1,
        end,
        word: word.slice(cut + 1),
        script,
        isLower: rest === rest.toLowerCase(),
      });
    } else tokens.push({ start: at, end, word, script, isLower });
    at = end;
  }
  return tokens;
}

export function isLetterAt(text: string, at: number): boolean {
  return (kindOf(text.charCodeAt(at)) & LETTER) !== 0;
}

/** Whether a sign that is no letter belongs to the word before it: a mark, an apostrophe, a hyphen, with more of the word behind it. */
export function goesOnInWord(text: string, at: number, to: number): boolean {
  return (
    isMark(text.charCodeAt(at)) &&
    at + 1 < to &&
    (isLetterAt(text, at + 1) || isMark(text.charCodeAt(at + 1)))
  );
}

/** Whether a sign that is no letter may stand in a word. */
export function isMark(unit: number): boolean {
  return unit === 39 || unit === 45 || (unit > 127 && MARK.test(String.fromCharCode(unit)));
}

/** The script that most of the words are of. */
export function mainScript(tokens: readonly ResidueToken[]): Script {
  const counts = new Map<Script, number>();
  for (const { script } of tokens) counts.set(script, (counts.get(script) ?? 0) + 1);
  let best: Script = 'latin';
  for (const [script, count] of counts) if (count > (counts.get(best) ?? 0)) best = script;
  return best;
}
