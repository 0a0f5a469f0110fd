import type { Document, Token } from '../../read/index.ts';
import { PARTICLES } from './clause.ts';
import type { EventLexicon } from './lexicon.ts';

/** Words that are looked at on either side of a verb, at most. */
const MOST_WORDS = 24;
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON']);
/** What stands inside a noun phrase before its head. */
const BEFORE_HEAD = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PART', 'PRON', 'SYM', 'X']);
/** Prepositions that are conjunctions before a clause: 'since the road was blocked'. */
const BINDING = new Set(['since', 'after', 'before', 'until', 'while', 'because']);
const RELATIVE = new Set(['who', 'which', 'that', 'whose', 'whom', 'what']);

/**
 * The head of the noun phrase that stands before a verb as its subject, by the order of words alone: over adverbs, auxiliaries,
 * days and what stands between commas. For trees that lost the subject; null where the words do not show one plainly.
 */
export function nominalBefore(document: Document, { words }: EventLexicon, verb: Token): Token | null {
  const { tokens } = document;
  const first = Math.max(0, verb.index - MOST_WORDS);
  let at = verb.index - 1;
  const isHere = (index: number): boolean => index >= first && tokens[index]?.sentence === verb.sentence;
  while (isHere(at)) {
    const { upos, text, lemma } = tokens[at] as Token;
    const isDay = words.dayWords.has(lemma.toLowerCase());
    const isCarried = upos === 'AUX' || upos === 'ADV' || (upos === 'PART' && text.toLowerCase() !== 'to');
    if (isCarried || isDay || (upos === 'ADP' && words.dayWords.has(next(tokens, at)))) at--;
    else if (text === ',') {
      const opening = openingComma(tokens, at, first, verb.sentence);
      if (opening === null) return null;
      at = opening - 1;
    } else break;
  }
  if (!isHere(at) || !NOMINAL.has((tokens[at] as Token).upos)) return null;
  const last = tokens[at] as Token;
  return last.upos === 'PRON' ? last : outermostHead(tokens, at, first, verb.sentence);
}

/**
 * Both members of 'X and Y' right before a verb, by the order of words: for trees that hang the second on something else. Empty where the
 * words before the verb are no plain coordination of two names or groups.
 */
export function joinedBefore(document: Document, { words }: EventLexicon, verb: Token): readonly Token[] {
  const { tokens } = document;
  const first = Math.max(0, verb.index - MOST_WORDS);
  const isHere = (index: number): boolean => index >= first && tokens[index]?.sentence === verb.sentence;
  let at = verb.index - 1;
  while (isHere(at)) {
    const { upos, lemma } = tokens[at] as Token;
    const isDay = words.dayWords.has(lemma.toLowerCase());
    if (
      upos !== 'AUX' &&
      upos !== 'ADV' &&
      !isDay &&
      !(upos === 'ADP' && words.dayWords.has(next(tokens, at)))
    )
      break;
    at--;
  }
  const right = tokens[at];
  if (!right || !isHere(at) || !NAMES.has(right.upos)) return [];
  const isInside = ({ upos, text }: Token): boolean =>
    BEFORE_HEAD.has(upos) && upos !== 'PRON' && !RELATIVE.has(text.toLowerCase());
  while (isHere(at) && isInside(tokens[at] as Token)) at--;
  if (!isHere(at) || !/^(?:and|&)$/i.test((tokens[at] as Token).text)) return [];
  const left = tokens[at - 1];
  if (!left || !isHere(at - 1) || !NAMES.has(left.upos)) return [];
  at--;
  while (isHere(at) && isInside(tokens[at] as Token)) at--;
  // 'the ministers of X and Y': joined below a preposition; 'killed X and Y fled': below another verb
  if (isHere(at) && /^(?:ADP|VERB|CCONJ|AUX)$/.test((tokens[at] as Token).upos)) return [];
  return [left, right];
}

const NAMES = new Set(['NOUN', 'PROPN']);

function next(tokens: readonly Token[], at: number): string {
  return (tokens[at + 1]?.lemma ?? '').toLowerCase();
}

function openingComma(
  tokens: readonly Token[],
  closing: number,
  first: number,
  sentence: number,
): number | null {
  for (let at = closing - 1; at >= first; at--) {
    const token = tokens[at] as Token;
    if (token.sentence !== sentence) return null;
    if (token.text === ',') return at;
  }
  return null;
}

/** 'the rebels in the north of the country' ends in 'country' and is headed by 'rebels'. */
function outermostHead(
  tokens: readonly Token[],
  last: number,
  first: number,
  sentence: number,
): Token | null {
  let head = tokens[last] as Token;
  let at = last - 1;
  while (at >= first && tokens[at]?.sentence === sentence) {
    const { upos, text } = tokens[at] as Token;
    if ((BEFORE_HEAD.has(upos) && !RELATIVE.has(text.toLowerCase())) || text === '-') at--;
    else if (BINDING.has(text.toLowerCase())) return head;
    else if (upos === 'ADP' && NOMINAL.has(tokens[at - 1]?.upos ?? '')) {
      at--;
      head = tokens[at] as Token;
      at--;
    } else if (RELATIVE.has(text.toLowerCase())) return null;
    else if (upos === 'VERB') return headOfRelative(tokens, at, first, sentence);
    else return upos === 'ADP' ? null : head;
  }
  return head;
}

/** 'Dozens of people who call themselves activists blocked the road': whom the relative clause before the verb is about. */
function headOfRelative(
  tokens: readonly Token[],
  verb: number,
  first: number,
  sentence: number,
): Token | null {
  for (let at = verb - 1; at > first; at--) {
    const { upos, text, sentence: own } = tokens[at] as Token;
    if (own !== sentence || upos === 'VERB' || upos === 'PUNCT') return null;
    if (!/^(?:who|which|that)$/i.test(text)) continue;
    const last = tokens[at - 1];
    return last && last.sentence === sentence && /^(?:NOUN|PROPN)$/.test(last.upos)
      ? outermostHead(tokens, at - 1, first, sentence)
      : null;
  }
  return null;
}

/** 'since the road was blocked', 'after Norland closed its border': the clause is bound to another one, whatever the tree made of the word. */
export function isBound({ tokens }: Document, { words }: EventLexicon, verb: Token): boolean {
  for (let at = verb.index - 1; at >= Math.max(0, verb.index - MOST_WORDS / 2); at--) {
    const { sentence, upos, text } = tokens[at] as Token;
    if (sentence !== verb.sentence || upos === 'VERB' || /^[,;:]$/.test(text)) return false;
    if (!/^(?:since|after|before|until)$/i.test(text)) continue;
    const first = tokens[at + 1];
    return first !== undefined && first.upos !== 'NUM' && !words.dayWords.has(first.lemma.toLowerCase());
  }
  return false;
}

/** Past tenses that look like the bare verb: 'a bomb hit the bridge'. */
const BARE_PASTS =
  /^(?:hit|cut|put|set|shut|spread|hurt|cost|beat|split|quit|cast|let|rid|burst|thrust|shed)$/i;

/**
 * A noun that was tagged as a verb: a bare form after 'a' and the words of a noun phrase, 'a United Nations appeal', or a form in -s after
 * 'to', 'bowed to demands'.
 */
export function isNounTaggedVerb(
  { tokens }: Document,
  { index, text, lemma, feats, upos, sentence }: Token,
): boolean {
  if (upos !== 'VERB') return false;
  // 'its only crossing to the rest', 'a landing on the island'
  const [left, right] = [tokens[index - 1], tokens[index + 1]];
  if (/ing$/i.test(text) && left?.sentence === sentence && right?.upos === 'ADP')
    return (
      /^(?:an?|its|their|his|her|the)$/i.test(left.text) ||
      (left.upos === 'ADJ' && /^(?:DET|PRON)$/.test(tokens[index - 2]?.upos ?? ''))
    );
  const isBare = /[^s]s$/i.test(text) === false && !/(?:ed|ing)$/i.test(text);
  const before = tokens[index - 1];
  if (before?.text === 'to' && /[^s]s$/i.test(text)) return true;
  if (
    !isBare ||
    lemma.toLowerCase() !== text.toLowerCase() ||
    /Tense=Past/.test(feats) ||
    BARE_PASTS.test(text)
  )
    return false;
  for (let at = index - 1; at >= Math.max(0, index - MOST_NAME); at--) {
    const token = tokens[at] as Token;
    if (token.sentence !== sentence) return false;
    if (token.upos === 'DET') return /^(?:an?|another)$/i.test(token.text) && at < index - 1;
    if (!['ADJ', 'NOUN', 'PROPN'].includes(token.upos)) return false;
  }
  return false;
}

const MOST_NAME = 5;

/** "Norland's new President Elias Hrawi": who stands behind the owner, whatever the tree makes of it; the token itself where it owns nothing. */
export function ownedBy({ tokens }: Document, owner: Token): Token {
  const { index, sentence } = owner;
  if (!/^['’]s?$/.test(tokens[index + 1]?.text ?? '')) return owner;
  let head = owner;
  for (let at = index + 2; at < index + 2 + MOST_NAME + 3; at++) {
    const token = tokens[at];
    if (!token || token.sentence !== sentence) break;
    if (token.upos === 'NOUN' || token.upos === 'PROPN') head = token;
    else if (head !== owner) break;
    else if (
      !['ADJ', 'NUM', 'ADV'].includes(token.upos) &&
      !(token.upos === 'VERB' && /(?:ing|ed)$/.test(token.text))
    )
      break;
  }
  return head;
}

function isUpTo(tokens: readonly Token[], at: number): boolean {
  const up = /^up$/i.test(tokens[at]?.text ?? '') ? at : at - 1;
  return (
    tokens[up]?.text.toLowerCase() === 'up' && tokens[up + 1]?.text === 'to' && tokens[up + 2]?.upos === 'NUM'
  );
}

/** The head of the noun phrase that follows a verb as its object, by the order of words alone. */
export function nominalAfter(document: Document, { words }: EventLexicon, verb: Token): Token | null {
  const { tokens } = document;
  let head: Token | null = null;
  for (let at = verb.index + 1; at < verb.index + MOST_WORDS / 2; at++) {
    const token = tokens[at];
    if (!token || token.sentence !== verb.sentence) break;
    const { upos, text, lemma } = token;
    if (words.dayWords.has(lemma.toLowerCase())) {
      if (head) break;
      continue;
    }
    if (NOMINAL.has(upos) || isNounTaggedVerb(document, token)) head = token;
    else if (head) {
      const isGenitive = upos === 'PART' && /^['’]s?$/.test(text);
      if (!isGenitive && !(upos === 'PUNCT' && /^[-'’`]+$/.test(text)) && upos !== 'ADJ' && upos !== 'NUM')
        break;
    } else if (/^[-$]$/.test(text)) continue;
    // 'allow up to 400 refugees'
    else if (upos === 'ADP' && /^(?:up|to)$/i.test(text) && isUpTo(tokens, at)) continue;
    else if (
      !BEFORE_HEAD.has(upos) &&
      upos !== 'ADV' &&
      !(at === verb.index + 1 && PARTICLES.has(text.toLowerCase()))
    ) {
      // 'sent burn medicine'
      const isPart =
        at === verb.index + 1 && upos === 'VERB' && lemma === text && tokens[at + 1]?.upos === 'NOUN';
      if (isPart) continue;
      const isParticiple = upos === 'VERB' && /(?:ed|en|ing)$/.test(text) && token.head > at;
      if (!isParticiple) break;
    }
  }
  return head;
}
