import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, prepositionOf } from '../phrase.ts';
import { hasAccident, isAccidental } from './accident.ts';
import { hasPhrase, isPassive, phrasesWith, withConjuncts } from './clause.ts';
import { type EventEntry, type EventLexicon, type VerbPattern, verbLemma } from './lexicon.ts';
import { hasObject, hasSubject, isUnfit, type WithObjects } from './nouns-asked.ts';
import { isConjunction, isWithoutObject, partiesOf } from './parties.ts';
import { isElsewhere } from './relevance.ts';
import { hasClause, hasInfinitive, hasParticles, hasWord, isCalled, isNegated } from './words-asked.ts';

/** The parties of one verb, as its patterns ask for them: those of one kind see the same. */
export interface KnownParties {
  intransitive?: WithObjects;
  other?: WithObjects;
}

/** Does the verb, with what hangs on it, tell of the pattern's event? */
export function fits(
  document: Document,
  lexicon: EventLexicon,
  verb: Token,
  pattern: VerbPattern,
  known: KnownParties = {},
): boolean {
  const { entry, particles } = pattern;
  if (particles.length > 0 && !hasParticles(document, verb, particles)) return false;
  if (verb.lemma === 'leave' && leavesVictims(document, verb)) return false;
  const kind = isWithoutObject(entry) ? 'intransitive' : 'other';
  known[kind] ??= { ...partiesOf(document, lexicon, verb, entry) };
  const parties = known[kind];
  const { agent, patient } = parties;
  parties.elsewhere ??= patient !== null && isElsewhere(document, lexicon, patient);
  if (parties.elsewhere) return false;
  if (entry.objects.length > 0 && !hasObject(document, lexicon, verb, parties, pattern)) return false;
  if (entry.subjects.length > 0 && !hasSubject(document, lexicon, verb, agent, pattern)) return false;
  if (entry.having.length > 0 && !hasWord(document, verb, pattern.having)) return false;
  if (entry.phrases.length > 0 && particles.length === 0 && !hasPhrase(document, verb, entry.phrases))
    return false;
  if (entry.without.length > 0 && hasPhrase(document, verb, entry.without)) return false;
  if (patient && isUnfit(document, patient, pattern)) return false;
  if (entry.negated && !isNegated(document, verb)) return false;
  if (entry.clause && !hasClause(document, verb)) return false;
  if (entry.infinitive && !hasInfinitive(document, verb)) return false;
  if (entry.that.length > 0 && !hasContent(document, verb, entry.that)) return false;
  if (entry.complements.length > 0 && !isCalled(document, verb, entry.complements)) return false;
  if (isAccidental(entry) && hasAccident(document, lexicon, verb)) return false;
  // 'are expected to meet': what is to come, asked by nobody
  if (entry.type === 'REQUEST' && EXPECTED.test(verb.text) && isPassive(document, verb)) return false;
  if (entry.type === 'REQUEST' && verb.lemma === 'call' && isNaming(document, verb)) return false;
  if (entry.type === 'ACCUSE' && isMutual(document, verb)) return false;
  if (entry.needs.length > 0 && !hasNeeded(document, lexicon, verb, entry)) return false;
  if (entry.addressed && !isAddressed(document, verb, pattern)) return false;
  return isTransitiveEnough(document, lexicon, verb, pattern, agent, patient);
}

/** Words behind 'leave' among which its victims stand. */
const VICTIM_WORDS = 7;

/** 'leaving three villagers dead': nobody goes away. */
function leavesVictims({ tokens }: Document, { index, sentence }: Token): boolean {
  for (let at = index + 1; at < Math.min(tokens.length, index + VICTIM_WORDS); at++) {
    const token = tokens[at] as Token;
    if (token.sentence !== sentence || token.text === ',') return false;
    if (/^(?:dead|wounded|injured|homeless|stranded|trapped|missing|unconscious)$/.test(token.text))
      return true;
  }
  return false;
}

/** Words before 'call' among which 'what' stands. */
const NAMING_WORDS = 6;

/** 'in what the mayor called revenge for an arrest': a name for it, no call. */
function isNaming({ tokens }: Document, { index, sentence }: Token): boolean {
  for (let at = index - 1; at >= Math.max(0, index - NAMING_WORDS); at--) {
    const token = tokens[at] as Token;
    if (token.sentence !== sentence || token.upos === 'VERB' || token.text === ',') return false;
    if (/^what$/i.test(token.text)) return true;
  }
  return false;
}

const EXPECTED = /^(?:expected|wanted|needed)$/i;

/** 'Each side blames the other': how things are, not what somebody did. */
function isMutual(document: Document, verb: Token): boolean {
  if (/ed$/.test(verb.text)) return false;
  return document.tokens.slice(verb.index + 1, verb.index + 3).some(({ lemma }) => lemma === 'other');
}

function hasContent(document: Document, verb: Token, verbs: readonly string[]): boolean {
  return childrenIn(document, verb, 'ccomp').some(({ lemma }) => verbs.includes(lemma));
}

function hasNeeded(
  document: Document,
  lexicon: EventLexicon,
  verb: Token,
  { needs, type, casualties }: EventEntry,
): boolean {
  const near = childrenIn(document, verb, 'obl', 'nmod')
    .flatMap((phrase) => withConjuncts(document, phrase))
    .filter((phrase) => !isElsewhere(document, lexicon, phrase))
    // 'left for the talks' leaves nobody
    .filter((phrase) => type !== 'SANCTION' || prepositionOf(document, phrase) !== 'for')
    // 'died when the army shelled their street'
    .concat(casualties ? childrenIn(document, verb, 'advcl') : []);
  const isNeeded = (token: Token): boolean =>
    needs.includes(token.upos === 'VERB' ? verbLemma(lexicon, token) : token.lemma.toLowerCase());
  if (
    near.some((phrase) => isNeeded(phrase) || childrenIn(document, phrase, 'compound', 'flat').some(isNeeded))
  )
    return true;
  const patient = childIn(document, verb, 'obj');
  return patient !== undefined ? childrenIn(document, patient, 'nmod').some(isNeeded) : false;
}

function isAddressed(document: Document, verb: Token, { entry }: VerbPattern): boolean {
  const told = childIn(document, verb, 'obj', 'iobj');
  if ((told && !isConjunction(told)) || isPassive(document, verb)) return true;
  return phrasesWith(document, verb, entry.type === 'THREATEN' ? ['against'] : ['for']).length > 0;
}

const THINGS = new Set([
  'requirement',
  'demand',
  'need',
  'goal',
  'target',
  'deadline',
  'expectation',
  'condition',
  'standard',
  'criterion',
  'resistance',
  'challenge',
]);

/** A transitive verb without any object is often another word: 'the firm killed off', 'they met expectations'. */
function isTransitiveEnough(
  document: Document,
  lexicon: EventLexicon,
  verb: Token,
  { entry, particles, subjects }: VerbPattern,
  agent: Token | null,
  patient: Token | null,
): boolean {
  if (entry.objects.length > 0) return true;
  if (entry.recipients.includes('obj') && !entry.speech && particles.length === 0) {
    if (!patient && !entry.reciprocal && phrasesWith(document, verb, entry.recipients).length === 0)
      return false;
    if (patient && entry.reciprocal && THINGS.has(patient.lemma) && !isPassive(document, verb)) return false;
  }
  if (!entry.reciprocal) return true;
  return agent !== null && (subjects.size > 0 || !lexicon.nouns.has(agent.lemma));
}
