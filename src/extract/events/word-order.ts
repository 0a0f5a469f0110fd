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
    else return upos === 'VERB' || upos === 'ADP' ? null : head;
  }
  return head;
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
    if (NOMINAL.has(upos)) head = token;
    else if (head) {
      const isGenitive = upos === 'PART' && /^['’]s?$/.test(text);
      if (!isGenitive && !(upos === 'PUNCT' && /^[-'’`]+$/.test(text)) && upos !== 'ADJ' && upos !== 'NUM')
        break;
    } else if (/^[-$]$/.test(text)) continue;
    else if (
      !BEFORE_HEAD.has(upos) &&
      upos !== 'ADV' &&
      !(at === verb.index + 1 && PARTICLES.has(text.toLowerCase()))
    ) {
      const isParticiple = upos === 'VERB' && /(?:ed|en|ing)$/.test(text) && token.head > at;
      if (!isParticiple) break;
    }
  }
  return head;
}
