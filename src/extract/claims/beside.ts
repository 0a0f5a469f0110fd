import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, type Extents, hasFeature, relationOf } from '../phrase.ts';
import type { Run } from './draft.ts';
import { subjectOf } from './speaker.ts';

/**
 * What is said, by the order of the words: for verbs of saying whose tree does not show a clause. Two patterns hold
 * whatever the tree: `…, the minister said[, …]` (inserted or trailing) and `the minister said [that] …` up to the end
 * of what hangs on the verb, if that has a finite verb in it. Empty where neither is there.
 */
export function contentBeside(document: Document, extents: Extents, verb: Token, lemma: string): Run[] {
  const subject = subjectOf(document, verb);
  if (!subject) return isParticiple(verb) ? (afterParticiple(document, verb) ?? []) : [];
  const sentence = document.sentences[verb.sentence];
  if (!sentence || /^(?:who|which|that)$/i.test(subject.text)) return [];
  const subjectRun: Run = [extents.first[subject.index] as number, extents.last[subject.index] as number];
  if (contains(subjectRun, verb.index)) return [];
  return (
    inserted(document, verb, subjectRun, [sentence.firstToken, sentence.endToken - 1]) ??
    after(document, extents, verb, lemma, subjectRun) ??
    []
  );
}

function contains(run: Run, index: number): boolean {
  return run[0] <= index && index <= run[1];
}

const CLOSERS = /^(?:[,.;:!?]|["”'’]{1,2}|—|–|-)$/;

function inserted(document: Document, verb: Token, subject: Run, [first, last]: Run): Run[] | null {
  const { tokens } = document;
  const from = Math.min(subject[0], frontOf(document, verb));
  let to = Math.max(subject[1], verb.index);
  const isInverted = subject[0] === verb.index + 1 && /^sa(?:id|ys)$/i.test(verb.text);
  if (!isInverted && to - from > 14 && subject[1] > verb.index + 14) return null;
  while (to < last && isAdverbial(document, tokens[to + 1] as Token, verb)) to++;
  const next = tokens[to + 1];
  const before = tokens[from - 1];
  if (from <= first || !before || !/^(?:,|—|–|["”])$/.test(before.text)) return null;
  if (next && to < last && !CLOSERS.test(next.text)) return null;
  const head: Run = [first, from - 1];
  if (!hasFiniteVerb(document, head) || opensSubordinate(tokens[first] as Token)) return null;
  if (!next || to >= last - 1 || !/^[,—–]$/.test(next.text)) return [head];
  return hasWords(document, [to + 2, last]) ? [head, [to + 2, last]] : [head];
}

function after(document: Document, extents: Extents, verb: Token, lemma: string, subject: Run): Run[] | null {
  if (subject[1] > verb.index || !isMainClause(document, verb)) return null;
  const { tokens } = document;
  const last = extents.last[verb.index] as number;
  let from = verb.index + 1;
  for (let index = from; index <= Math.min(last, verb.index + 12); index++) {
    const token = tokens[index] as Token;
    if (token.text.toLowerCase() === 'that' && token.upos === 'SCONJ') {
      from = index;
      break;
    }
    if (index === from && isAdverbial(document, token, verb)) from = index + 1;
  }
  const start = tokens[from];
  if (!start || from >= last || CLOSERS.test(start.text) || start.upos === 'ADP' || start.upos === 'CCONJ')
    return null;
  // 'maintain ties with the island; Nauru cut them': what follows a semicolon is not said by the verb before it
  let end = from;
  while (end < last && (tokens[end + 1] as Token).text !== ';') end++;
  while (end > from && (tokens[end] as Token).upos === 'PUNCT') end--;
  const isPlain = lemma === 'say' && end - from >= 2;
  return isPlain || hasFiniteVerb(document, [from, end]) ? [[from, end]] : null;
}

/** 'hit back, saying at an event last week that …', 'saying, “…': what follows 'that' or stands in quotation marks. */
function afterParticiple(document: Document, verb: Token): Run[] | null {
  const sentence = document.sentences[verb.sentence];
  if (!sentence) return null;
  const last = sentence.endToken - 1;
  for (let index = verb.index + 1; index <= Math.min(last, verb.index + 14); index++) {
    const token = document.tokens[index] as Token;
    if (/^(?:["“]|``)$/.test(token.text)) return null;
    if (hasFeature(token, 'VerbForm=Fin') || /^[;:.]$/.test(token.text)) break;
    if (token.text === 'that' && last - index > 2) return [[index, last]];
  }
  const next = document.tokens[verb.index + 1];
  const isClause = next && ['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ', 'NUM'].includes(next.upos);
  const end = isClause ? clauseEnd(document, verb.index + 1, last) : -1;
  return end > 0 && hasFiniteVerb(document, [verb.index + 1, end]) ? [[verb.index + 1, end]] : null;
}

/** The end of the sentence, or the last word before a semicolon or closing mark. */
function clauseEnd(document: Document, from: number, last: number): number {
  let end = from;
  while (end < last && !/^(?:;|["”])$/.test((document.tokens[end + 1] as Token).text)) end++;
  while (end > from && (document.tokens[end] as Token).upos === 'PUNCT') end--;
  return end;
}

function isParticiple(verb: Token): boolean {
  return /ing$/.test(verb.text);
}

function frontOf(document: Document, verb: Token): number {
  let first = verb.index;
  for (const child of childrenIn(document, verb, 'aux', 'advmod').reverse())
    if (child.index === first - 1) first = child.index;
  return first;
}

function isMainClause(document: Document, verb: Token): boolean {
  const finite = hasFinite(verb) || childrenIn(document, verb, 'aux').some(hasFinite);
  return !['acl', 'xcomp'].includes(relationOf(verb)) && finite;
}

function isAdverbial(document: Document, token: Token, verb: Token): boolean {
  if (token.upos === 'ADV') return true;
  if (['NUM', 'PROPN'].includes(token.upos) && /unmarked|tmod/.test(token.deprel)) return true;
  if (/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(token.text)) return true;
  const head = token.head < 0 ? undefined : document.tokens[token.head];
  if (token.deprel === 'case' && head) return relationOf(head) === 'obl' && head.head === verb.index;
  return (
    (relationOf(token) === 'obl' && token.head === verb.index) ||
    (head !== undefined && relationOf(head) === 'obl' && head.head === verb.index && head.index > verb.index)
  );
}

function hasFinite(token: Token): boolean {
  return hasFeature(token, 'VerbForm=Fin') || (token.upos === 'VERB' && !/VerbForm=/.test(token.feats));
}

function hasFiniteVerb(document: Document, [first, last]: Run): boolean {
  for (let index = first; index <= last; index++) {
    const token = document.tokens[index] as Token;
    if (
      (token.upos === 'VERB' || token.upos === 'AUX') &&
      hasFeature(token, 'VerbForm=Fin') &&
      !isRelativeClause(document, token)
    )
      return true;
  }
  return false;
}

function isRelativeClause(document: Document, token: Token): boolean {
  const carrier = token.upos === 'AUX' && token.head >= 0 ? (document.tokens[token.head] as Token) : token;
  return carrier.deprel === 'acl:relcl' || childIn(document, carrier, 'mark')?.text.toLowerCase() === 'as';
}

function opensSubordinate(token: Token): boolean {
  return /^(?:while|when|as|if|although|though|after|before|since|because|asked|unlike|despite|during|in|on|at|speaking)$/i.test(
    token.text,
  );
}

function hasWords(document: Document, [first, last]: Run): boolean {
  for (let index = first; index <= last; index++)
    if ((document.tokens[index] as Token).upos !== 'PUNCT') return true;
  return false;
}
