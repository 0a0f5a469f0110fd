import type { Document, Token } from '../../read/index.ts';
import type { Name } from './names.ts';

/** The tokens [first, end) that may say what somebody's office is. */
export interface OfficePhrase {
  readonly first: number;
  readonly end: number;
  /** Where the phrase stands from the name: before it as titles, before it and a comma, or after a comma. */
  readonly place: 'title' | 'before' | 'after';
}

/** Words of a title, and of an apposition, at most. */
const LONGEST_TITLE = 10;
const LONGEST_APPOSITION = 22;

const NAMING = /^(?:ADJ|NOUN|PROPN|PART|NUM|X)$/;

/**
 * The phrases beside a person's name that may tell an office: 'Deputy Foreign Minister N', 'the group's leader, N,', 'N, a
 * spokesman for the group,'. By the order of words, which holds where trees of long names don't. `nameAt` gives the name that holds a token.
 */
export function officePhrases(
  document: Document,
  name: Name,
  nameAt: readonly (Name | undefined)[],
): OfficePhrase[] {
  const { tokens } = document;
  const { sentence } = tokens[name.firstToken] as Token;
  const isHere = (at: number) => tokens[at]?.sentence === sentence;
  const phrases: OfficePhrase[] = [];
  const title = titleStart(tokens, name, nameAt);
  if (title < name.firstToken) phrases.push({ first: title, end: name.firstToken, place: 'title' });
  const comma = title - 1;
  const next = name.endToken;
  if (
    isHere(comma) &&
    tokens[comma]?.text === ',' &&
    (!isHere(next) || /^[,.;:)]$/.test((tokens[next] as Token).text))
  ) {
    let first = comma;
    while (comma - first < LONGEST_APPOSITION && isHere(first - 1) && isInside(tokens[first - 1] as Token))
      first--;
    if (isHere(first - 1) && /^(?:his|her|its|their)$/i.test((tokens[first - 1] as Token).text)) first--;
    if (first < comma) phrases.push({ first, end: comma, place: 'before' });
  }
  if (isHere(next) && /^[,(]$/.test((tokens[next] as Token).text)) {
    const end = endOfApposition(tokens, next + 1, sentence);
    if (end > next + 1) phrases.push({ first: next + 1, end, place: 'after' });
  }
  return phrases;
}

function titleStart(tokens: readonly Token[], name: Name, nameAt: readonly (Name | undefined)[]): number {
  const { sentence } = tokens[name.firstToken] as Token;
  let first = name.firstToken;
  while (first > 0 && name.firstToken - first < LONGEST_TITLE) {
    const before = tokens[first - 1] as Token;
    if (before.sentence !== sentence || nameAt[before.index]?.type === 'PER') break;
    if (!NAMING.test(before.upos) && !isHyphen(tokens, before.index) && !isOfTitle(tokens, before.index))
      break;
    first--;
  }
  return first;
}

/** 'of' in 'Secretary of State', 'Minister of Defence'. */
function isOfTitle(tokens: readonly Token[], at: number): boolean {
  const isCapital = (token: Token | undefined) => /^\p{Lu}/u.test(token?.text ?? '');
  return tokens[at]?.text === 'of' && isCapital(tokens[at - 1]) && isCapital(tokens[at + 1]);
}

/** A hyphen between two words that it makes one of. */
function isHyphen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    /^[-–]$/.test(token.text) &&
    tokens[at - 1]?.end === token.start &&
    tokens[at + 1]?.start === token.end
  );
}

function isInside(token: Token): boolean {
  return NAMING.test(token.upos) || /^(?:ADP|DET)$/.test(token.upos) || /^[-–]$/.test(token.text);
}

/** 'who leads': a verb that tells an office. */
function isHeading(tokens: readonly Token[], first: number, at: number): boolean {
  return at === first + 1 && /^who$/i.test((tokens[first] as Token).text);
}

/** Where a phrase after a comma ends: at the next comma or bracket, and before any clause of its own. */
function endOfApposition(tokens: readonly Token[], first: number, sentence: number): number {
  const opening = tokens[first];
  if (!opening || opening.sentence !== sentence || /^(?:ADP|CCONJ|SCONJ|AUX)$/.test(opening.upos))
    return first;
  for (let at = first; at < first + LONGEST_APPOSITION; at++) {
    const token = tokens[at];
    if (!token || token.sentence !== sentence || /^[,;:.)(]$/.test(token.text)) return at;
    if (token.upos === 'AUX' || (token.upos === 'PRON' && at > first)) return at;
    const isJoined = isHyphen(tokens, at - 1) || isHyphen(tokens, at + 1);
    if (token.upos === 'VERB' && !isJoined && !isHeading(tokens, first, at)) return at;
  }
  return first;
}
