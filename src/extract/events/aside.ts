import type { Document, Token } from '../../read/index.ts';
import { datesOfSentence } from '../dates-of-sentence.ts';
import { discretionOf, keptBack } from '../discretion.ts';
import { childIn, childrenIn, relationOf } from '../phrase.ts';
import { isLostFinite, isPassive } from './clause.ts';
import { isInfinitive } from './content.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Trigger } from './triggers.ts';
import { isBound } from './word-order.ts';

/** Gerunds below these are what a matter is about, not what happened: 'a plan for opening the road'. */
const ABOUT = new Set([
  'of',
  'for',
  'on',
  'about',
  'at',
  'in',
  'by',
  'without',
  'before',
  'from',
  'towards',
  'toward',
  'than',
  'to',
  'with',
]);

/**
 * Is the verb told by the way, so that it is no event of the story: a participle that says which thing is meant ('the weapons seized last
 * year'), a purpose ('in order to open the road'), a gerund below a preposition ('talks on ending the war')? What cost lives is told all
 * the same, and what somebody is accused of.
 */
export function isAside(
  document: Document,
  lexicon: EventLexicon,
  { kind, token, entry }: Trigger,
  isAccused: boolean,
): boolean {
  if (kind !== 'verb' || token.upos !== 'VERB') return false;
  // 'declined to be named', 'asked not to be identified': about the telling, not about the dispute.
  if (entry.speech && keepsBack(document, token)) return true;
  if (entry.type === 'COERCE' && isStanding(document, token)) return true;
  const relation = relationOf(token);
  if (isLostFinite(document, token)) return false;
  if (token.deprel === 'acl' && !isInfinitive(document, token)) return !entry.casualties && !isAccused;
  if (entry.asserted && isAccused) return true;
  if (isAccused) return false;
  // 'after the road was opened': told elsewhere, or known.
  if (isBound(document, lexicon, token)) return !entry.casualties;
  // 'signed a declaration, ending a dispute': what comes of it
  if (/ing$/i.test(token.text) && relation === 'advcl' && entry.type === 'AGREE') return true;
  if (/ing$/i.test(token.text) && ['acl', 'advcl', 'obl', 'nmod', 'xcomp', 'ccomp'].includes(relation)) {
    const before = document.tokens[token.index - 1];
    if (before && before.upos !== 'VERB' && ABOUT.has(before.text.toLowerCase())) return true;
  }
  return isPurpose(document, lexicon, token);
}

function keepsBack(document: Document, verb: Token): boolean {
  const discretion = discretionOf(document.language);
  return discretion !== null && keptBack(document, discretion, verb.index + 1) !== null;
}

/** 'has been blocked for 80 days', 'was not closed': how things stand, which is told as a condition. */
function isStanding(document: Document, verb: Token): boolean {
  if (
    isPassive(document, verb) &&
    childrenIn(document, verb, 'advmod').some(({ lemma }) => /^(?:not|n't|never)$/.test(lemma))
  )
    return true;
  if (
    !isPassive(document, verb) ||
    !childrenIn(document, verb, 'aux').some(({ text }) => /^ha(?:s|ve)$/i.test(text))
  )
    return false;
  const sentence = document.sentences[verb.sentence];
  return (
    sentence !== undefined &&
    datesOfSentence(document, sentence).some(
      ({ kind, anchor, firstToken }) =>
        (kind === 'duration' || anchor === 'since') && firstToken > verb.index,
    )
  );
}

/** 'to' and a verb that no verb of intent rules. */
function isPurpose(document: Document, { words }: EventLexicon, verb: Token): boolean {
  if (!isInfinitive(document, verb) || childIn(document, verb, 'aux')) return false;
  const relation = relationOf(verb);
  const head = verb.head >= 0 ? (document.tokens[verb.head] as Token) : null;
  if (!head) return false;
  if (relation === 'advcl' || relation === 'acl' || relation === 'parataxis')
    return (
      !words.intending.has(head.lemma) &&
      !words.threatening.has(head.lemma) &&
      !words.hindering.has(head.lemma)
    );
  return false;
}
