import type { Span } from '../../model/index.ts';
import type { Document, Sentence, Token } from '../../read/index.ts';
import { datesOfSentence } from '../dates-of-sentence.ts';
import { type Extents, prepositionOf, relationOf, spanOfTokens } from '../phrase.ts';

const LONGEST = 120;
/** What is closed to somebody: 'the border to foreigners'. A road to the town leads there. */
const CLOSED_TO = new Set([
  'border',
  'crossing',
  'airport',
  'airspace',
  'port',
  'gate',
  'frontier',
  'checkpoint',
  'street',
  'strait',
]);
const CLAUSE = /^(?:which|who|whom|whose|that|where|when|until|since|after|before|because|as|while)$/i;

/** The words for what a state is on: without the clauses, dates and additions that hang on it. `before`: what tells of the state. */
export function thingOf(document: Document, extents: Extents, head: Token, before: readonly Token[]): string {
  const sentence = document.sentences[head.sentence] as Sentence;
  const first = startOfThing(document, sentence, extents.first[head.index] as number, head.index);
  let last = extents.last[head.index] as number;
  for (const { index } of before) if (index > head.index) last = Math.min(last, index - 1);
  const span: Span = spanOfTokens(document, first, endOfThing(document, sentence, head, last));
  return span.text.length <= LONGEST ? span.text : head.text;
}

/**
 * Where the words of a thing begin: after the mark of its clause, a date that was hung on it ('Since 10 January electricity'), and what says that
 * none comes through ('no food').
 */
function startOfThing(document: Document, sentence: Sentence, from: number, head: number): number {
  const dates = datesOfSentence(document, sentence);
  let first = from;
  for (let index = from; index < head; index++) {
    const token = document.tokens[index] as Token;
    const isDate = dates.some(({ start, end }) => start <= token.start && token.end <= end);
    const isMark =
      /^(?:SCONJ|ADP|CCONJ)$/.test(token.upos) ||
      /^(?:where|when|whose|no)$/i.test(token.text) ||
      isThatOfMany(document, index);
    if (isMark || token.deprel === 'case' || isDate) first = index + 1;
    else if (token.upos === 'PUNCT' && first === index) first = index + 1;
    else break;
  }
  return first;
}

/** 'that journalists and others': no pronoun of theirs. */
function isThatOfMany({ tokens }: Document, index: number): boolean {
  return /^that$/i.test(tokens[index]?.text ?? '') && /Number=Plur/.test(tokens[index + 1]?.feats ?? '');
}

/** The last word of a thing: before 'which …', 'on 6 August', 'to commercial traffic'. */
function endOfThing(document: Document, sentence: Sentence, head: Token, last: number): number {
  const { tokens } = document;
  const dates = datesOfSentence(document, sentence);
  let end = last;
  for (let index = head.index + 1; index <= end; index++) {
    const token = tokens[index] as Token;
    const isDate = dates.some(({ firstToken, endToken }) => firstToken <= index && index < endToken);
    const isScope = token.text.toLowerCase() === 'to' && isScopeOf(document, head, index);
    const isAside = token.text === ',' && !isListed(document, head, index);
    if (CLAUSE.test(token.text) || token.upos === 'AUX' || isDate || isScope || isAside) end = index - 1;
  }
  while (
    end > head.index &&
    /^(?:ADP|PUNCT|CCONJ|DET|SCONJ)$/.test((tokens[end] as Token).upos) &&
    !/["”’)\]]/.test((tokens[end] as Token).text)
  )
    end--;
  return end;
}

/** 'its crossing at Adre to commercial traffic': who may not use it is not part of what is closed. */
function isScopeOf({ tokens }: Document, head: Token, to: number): boolean {
  if (!CLOSED_TO.has(head.lemma.toLowerCase())) return false;
  const aim = tokens.find(({ index, children }) => index > to && index <= to + 6 && children.includes(to));
  return aim !== undefined && aim.upos === 'NOUN';
}

/** 'the ports of A, B and C'. */
function isListed({ tokens }: Document, head: Token, comma: number): boolean {
  let at = tokens[comma + 1];
  for (let step = 0; at && step < 6 && at.index > head.index; step++) {
    if (relationOf(at) === 'conj') return true;
    at = at.head >= 0 ? tokens[at.head] : undefined;
  }
  return false;
}

/** The thing before the name of a state: 'an oil blockade', 'the power cuts'. */
export function compoundOf(document: Document, noun: Token): Token | null {
  for (const index of noun.children) {
    const child = document.tokens[index] as Token;
    if (
      relationOf(child) === 'compound' &&
      child.index < noun.index &&
      child.upos === 'NOUN' &&
      !/^(?:year|month|week|day|hour|decade|night)$/.test(child.lemma) &&
      // 'a de facto blockade'
      document.tokens[child.index - 1]?.upos !== 'X' &&
      prepositionOf(document, child) === ''
    )
      return child;
  }
  return null;
}
