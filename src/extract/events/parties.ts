import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, relationOf } from '../phrase.ts';
import { agentOf, isBareParticiple, isPassive, subjectOf } from './clause.ts';
import type { EventEntry, EventLexicon } from './lexicon.ts';
import { nominalAfter, nominalBefore } from './word-order.ts';

/** Who acts and on what, by the tree, and where the tree lost it by the order of words. */
export interface Parties {
  readonly agent: Token | null;
  readonly patient: Token | null;
}

export function partiesOf(
  document: Document,
  lexicon: EventLexicon,
  verb: Token,
  entry?: EventEntry,
): Parties {
  // 'Prisoners rioted': what takes no object has no passive.
  const isIntransitive = entry !== undefined && isWithoutObject(entry);
  if (isPassive(document, verb) && !(isIntransitive && isBareParticiple(document, verb)))
    return {
      agent: agentOf(document, verb),
      patient: subjectOf(document, verb) ?? nominalBefore(document, lexicon, verb),
    };
  const subject = subjectOf(document, verb);
  // 'Norland on Tuesday threatened': a day that was read as the subject
  const isDay = subject !== null && lexicon.words.dayWords.has(subject.lemma.toLowerCase());
  const agent =
    joinedSubject(document, lexicon, verb) ??
    (isDay ? null : subject) ??
    nominalBefore(document, lexicon, verb);
  const own = childIn(document, verb, 'obj') ?? childIn(document, verb, 'iobj') ?? null;
  const patient =
    (own && !isConjunction(own) ? (antecedentOf(document, verb, own) ?? own) : null) ??
    sharedObject(document, verb) ??
    nominalAfter(document, lexicon, verb);
  return { agent: agent === patient ? null : agent, patient };
}

/**
 * 'The envoy called for calm, and the minister telephoned the king': the subject of a clause that is joined to another by a comma and a
 * conjunction, where the tree hung it on the first clause.
 */
function joinedSubject(document: Document, lexicon: EventLexicon, verb: Token): Token | null {
  if (relationOf(verb) !== 'conj' || childIn(document, verb, 'nsubj', 'csubj', 'aux')) return null;
  const noun = nominalBefore(document, lexicon, verb);
  if (!noun || noun.index < verb.head) return null;
  const { tokens } = document;
  for (let at = noun.index - 1; at > verb.head; at--) {
    const { upos, text } = tokens[at] as Token;
    if (/^(?:and|but|while)$/i.test(text)) return tokens[at - 1]?.text === ',' ? noun : null;
    if (!/^(?:DET|ADJ|NUM|NOUN|PROPN|PART|PUNCT)$/.test(upos) || text === ',') return null;
  }
  return null;
}

/** 'boarded and diverted a tanker': the object of both verbs. */
function sharedObject(document: Document, verb: Token): Token | null {
  if (!/^(?:and|or)$/i.test(document.tokens[verb.index + 1]?.text ?? '')) return null;
  const second = childrenIn(document, verb, 'conj').find(({ upos }) => upos === 'VERB');
  if (!second || childIn(document, second, 'nsubj', 'aux', 'xcomp', 'ccomp') || !/ed$/.test(verb.text))
    return null;
  return childIn(document, second, 'obj') ?? null;
}

/** Does an entry ask for nobody and nothing to be acted on? */
export function isWithoutObject({ objects, reciprocal, recipients }: EventEntry): boolean {
  return objects.length === 0 && (reciprocal || !recipients.includes('obj'));
}

/** 'the transports, which Norland had suspended': what the pronoun stands for. */
function antecedentOf(document: Document, verb: Token, { text, index }: Token): Token | null {
  if (index > verb.index || !/^(?:which|that|whom|who)$/i.test(text)) return null;
  if (relationOf(verb) === 'acl' && verb.head >= 0) return document.tokens[verb.head] as Token;
  const before = document.tokens[index - (document.tokens[index - 1]?.text === ',' ? 2 : 1)];
  return before?.upos === 'NOUN' && before.sentence === verb.sentence ? before : null;
}

/** 'warned that …': a conjunction that was read as the object of the verb behind it. */
export function isConjunction({ text }: Token): boolean {
  return text.toLowerCase() === 'that';
}
