import type { Document, Token } from '../../read/index.ts';
import { type Extents, hasFeature } from '../phrase.ts';
import type { Run } from './draft.ts';

/**
 * What follows a preposition that stands right after the verb ('called for an inquiry', 'called on both sides') or behind
 * its particle or adverb ('spoke out against', 'spoke at length about'), where the tree hangs it elsewhere. Null where
 * no such preposition is there, nothing hangs on it, or it opens a time.
 */
export function phraseRightAfter(
  document: Document,
  extents: Extents,
  verb: Token,
  prepositions: readonly string[],
): { readonly content: Run; readonly preposition: Token } | null {
  const preposition = document.tokens[verb.index + 1 + adverbsBehind(document, verb)];
  if (!preposition || preposition.sentence !== verb.sentence) return null;
  if (!prepositions.includes(preposition.text.toLowerCase())) return null;
  if (preposition.text.toLowerCase() === 'to' && preposition.upos !== 'ADP') return null;
  const head = preposition.head > preposition.index ? document.tokens[preposition.head] : undefined;
  const next = document.tokens[preposition.index + 1];
  if (!next || next.sentence !== verb.sentence || next.upos === 'PUNCT') return null;
  if (isTime(next) || (head && isTime(head))) return null;
  const last = head ? (extents.last[head.index] as number) : endOfPhrase(document, next);
  return last > preposition.index ? { content: [preposition.index + 1, last], preposition } : null;
}

/** Tokens between a verb and its preposition that only say how: 'out', 'openly', 'at length'. */
function adverbsBehind({ tokens }: Document, verb: Token): number {
  let count = 0;
  while (count < MOST_ADVERBS) {
    const token = tokens[verb.index + 1 + count];
    if (!token || token.sentence !== verb.sentence) break;
    const isPhrase = token.text === 'at' && tokens[token.index + 1]?.text === 'length';
    if (!isPhrase && token.upos !== 'ADV' && token.deprel !== 'compound:prt') break;
    count += isPhrase ? 2 : 1;
  }
  return count;
}

const MOST_ADVERBS = 3;

/** 'on Wednesday', 'in March': no part of what is said. */
export function isTime({ text }: Token): boolean {
  return /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)$/.test(
    text,
  );
}

/** Up to the word before the next mark, connective or finite verb. */
function endOfPhrase(document: Document, first: Token): number {
  let last = first.index;
  for (let index = first.index + 1; index < document.tokens.length; index++) {
    const token = document.tokens[index] as Token;
    if (token.sentence !== first.sentence || token.upos === 'PUNCT' || token.upos === 'CCONJ') break;
    if (hasFeature(token, 'VerbForm=Fin')) break;
    last = index;
  }
  return last;
}

const FARTHEST_MARK = 14;
const LONGEST_NAME = 40;

/** 'called the remarks of the judge “racist”': from the object to the end of the quotation, whatever the tree. */
export function objectAndQuotation(document: Document, verb: Token): Run | null {
  const { tokens } = document;
  for (let index = verb.index + 1; index <= verb.index + FARTHEST_MARK; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== verb.sentence) return null;
    if (/^(?:["“]|''|``)$/.test(token.text)) {
      if (index === verb.index + 1) return null;
      for (let end = index + 1; end <= index + LONGEST_NAME; end++)
        if (/^(?:["”“]|'')$/.test(tokens[end]?.text ?? '')) return [verb.index + 1, end];
      return null;
    }
    if (/^[,;:.]$/.test(token.text) || hasFeature(token, 'VerbForm=Fin') || token.upos === 'SCONJ')
      return null;
  }
  return null;
}

/** 'accused neighboring Norland of opening …': from the verb to the end of what hangs on it, if the preposition is near. */
export function objectAndPhrase(
  document: Document,
  extents: Extents,
  verb: Token,
  prepositions: readonly string[],
): Run | null {
  const { tokens } = document;
  for (let index = verb.index + 2; index <= verb.index + FARTHEST_MARK; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== verb.sentence || token.upos === 'PUNCT') return null;
    if (hasFeature(token, 'VerbForm=Fin')) return null;
    if (!prepositions.includes(token.text.toLowerCase()) || !/ing$/.test(tokens[index + 1]?.text ?? ''))
      continue;
    const last = extents.last[verb.index] as number;
    return last > index ? [verb.index + 1, last] : null;
  }
  return null;
}

/** What stands between a verb and 'as', at most. */
const FARTHEST_AS = 16;
const OBJECTS = /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/;

/**
 * 'sees the calendar further ahead as favorable', 'was seen by some as a demotion': from the object, or from 'as' in a passive, to the end of
 * what 'as' opens, whatever the tree. Null where 'as' opens a clause.
 */
export function objectAndRole(document: Document, verb: Token, isPassive: boolean): Run | null {
  const { tokens } = document;
  const opening = tokens[verb.index + 1];
  if (!opening || !(isPassive ? /^(?:by|as)$/i.test(opening.text) : OBJECTS.test(opening.upos))) return null;
  for (let index = verb.index + 1; index <= verb.index + FARTHEST_AS; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== verb.sentence || /^[,;:.—–]$/.test(token.text)) return null;
    if (hasFeature(token, 'VerbForm=Fin') || token.upos === 'CCONJ') return null;
    if (token.text !== 'as') continue;
    const next = tokens[index + 1];
    if (index === verb.index + 1 && !isPassive) return null;
    if (
      !next ||
      next.upos === 'PRON' ||
      tokens[index + 2]?.text === 'as' ||
      /^(?:much|many|well|soon|long|far|if|though)$/i.test(next.text)
    )
      return null;
    if (next.upos === 'PUNCT' && !/^(?:["“]|''|``)$/.test(next.text)) return null;
    const last = endOfPhrase(document, next);
    const after = tokens[last + 1];
    if (after && after.sentence === verb.sentence && hasFeature(after, 'VerbForm=Fin')) return null;
    return [isPassive ? index : verb.index + 1, last];
  }
  return null;
}
