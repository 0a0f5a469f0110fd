import type { Document, Sentence, Token } from '../../read/index.ts';
import { childIn, childrenIn, relationOf } from '../phrase.ts';
import { agentOf, hasPhrase, isPassive, patientOf, phrasesWith, subjectOf, withConjuncts } from './clause.ts';
import { type EventEntry, type EventLexicon, verbLemma } from './lexicon.ts';

/** A word that tells of an event, and the predicate that gives it time and subject. */
export interface Trigger {
  readonly entry: EventEntry;
  readonly token: Token;
  /** The token itself for verbs; the light verb or verb of happening for nouns. */
  readonly predicate: Token;
  readonly kind: 'verb' | 'light' | 'happening' | 'existence' | 'reference';
}

/** All triggers of a sentence in text order; one token gives one trigger at most. */
export function triggersOf(document: Document, sentence: Sentence, lexicon: EventLexicon): Trigger[] {
  const found: Trigger[] = [];
  for (let index = sentence.firstToken; index < sentence.endToken; index++) {
    const token = document.tokens[index] as Token;
    const trigger =
      token.upos === 'VERB'
        ? verbTrigger(document, token, lexicon)
        : token.upos === 'NOUN' || (token.upos === 'ADJ' && ['obj', 'nsubj'].includes(relationOf(token)))
          ? nounTrigger(document, token, lexicon)
          : null;
    if (trigger) found.push(trigger);
  }
  return found;
}

function verbTrigger(document: Document, verb: Token, lexicon: EventLexicon): Trigger | null {
  // A participle before its noun tells what the noun is like, not what happened.
  if (relationOf(verb) === 'amod' || relationOf(verb) === 'compound') return null;
  for (const entry of lexicon.verbs.get(verbLemma(lexicon, verb)) ?? []) {
    if (fits(document, verb, entry, lexicon))
      return { entry: asProtest(document, verb, entry, lexicon), token: verb, predicate: verb, kind: 'verb' };
  }
  return null;
}

function fits(document: Document, verb: Token, entry: EventEntry, lexicon: EventLexicon): boolean {
  if (entry.objects.length > 0) {
    const patient = patientOf(document, verb);
    if (!patient) return false;
    const heads = withConjuncts(document, patient).flatMap((head) => [head, ...innerHeads(document, head)]);
    if (!heads.some(({ lemma }) => entry.objects.includes(lemma.toLowerCase()))) return false;
  }
  if (entry.phrases.length > 0 && !hasPhrase(document, verb, entry.phrases)) return false;
  if (entry.unless.length > 0) {
    const patient = patientOf(document, verb);
    if (patient && entry.unless.includes(patient.lemma)) return false;
  }
  // 'Each side blames the other': how things are, not what somebody did.
  if (entry.type === 'ACCUSE' && /Tense=Pres/.test(verb.feats)) {
    const next = document.tokens.slice(verb.index + 1, verb.index + 3);
    if (next.some(({ lemma }) => lemma === 'other')) return false;
  }
  if (entry.complements.length > 0) {
    const called = childrenIn(document, verb, 'xcomp', 'obj', 'obl', 'ccomp', 'advcl');
    if (!called.some(({ lemma }) => entry.complements.includes(lemma.toLowerCase()))) return false;
  }
  if (entry.casualties && lexicon.words.accident.has(agentOf(document, verb)?.lemma ?? '')) return false;
  if (
    entry.addressed &&
    !childIn(document, verb, 'obj', 'iobj') &&
    !isPassive(document, verb) &&
    phrasesWith(document, verb, entry.type === 'THREATEN' ? ['against', 'of'] : ['for']).length === 0
  )
    return false;
  if (entry.needs.length > 0) {
    const near = childrenIn(document, verb, 'obl').flatMap((phrase) => withConjuncts(document, phrase));
    if (!near.some(({ lemma }) => entry.needs.includes(lemma))) return false;
  }
  if (entry.objects.length === 0 && entry.recipients.includes('obj') && !entry.speech) {
    // A transitive verb without any object is often another word: 'the firm killed off', 'they met expectations'.
    const patient = patientOf(document, verb);
    if (!patient && !entry.reciprocal && phrasesWith(document, verb, entry.recipients).length === 0)
      return false;
    if (patient && entry.reciprocal && !isAnimate(document, patient) && !isPassive(document, verb))
      return false;
  }
  if (entry.reciprocal && entry.objects.length === 0) {
    const subject = subjectOf(document, verb);
    if (!subject || lexicon.nouns.has(subject.lemma)) return false;
  }
  return true;
}

/** 'part of the road', 'a number of trucks': the noun that is really meant. */
function innerHeads(document: Document, head: Token): Token[] {
  return phrasesWith(document, head, ['of']);
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

function isAnimate(_document: Document, token: Token): boolean {
  return !THINGS.has(token.lemma);
}

function nounTrigger(document: Document, noun: Token, lexicon: EventLexicon): Trigger | null {
  const entry = lexicon.nouns.get(noun.lemma.toLowerCase());
  if (!entry) return null;
  const relation = relationOf(noun);
  if (entry.type === 'ASSAULT' && leavesVictims(document, noun))
    return { entry, token: noun, predicate: noun, kind: 'happening' };
  if (relation === 'compound' || noun.head < 0)
    return relation === 'root' && hasExpletive(document, noun)
      ? { entry, token: noun, predicate: noun, kind: 'existence' }
      : null;
  const head = document.tokens[noun.head] as Token;
  if (head.upos === 'VERB') {
    if (relation === 'obj' && lexicon.words.light.has(head.lemma))
      return { entry, token: noun, predicate: head, kind: 'light' };
    if (relation === 'nsubj' && isPassive(document, head)) {
      return lexicon.words.light.has(head.lemma) || lexicon.words.intending.has(head.lemma)
        ? { entry, token: noun, predicate: head, kind: 'light' }
        : null;
    }
    if (
      relation === 'nsubj' &&
      (lexicon.words.happening.has(head.lemma) ||
        takesPlace(document, head) ||
        phrasesWith(document, noun, ['between']).length > 0)
    ) {
      if (head.lemma === 'be' && !hasExpletive(document, head)) return null;
      return { entry, token: noun, predicate: head, kind: 'happening' };
    }
    if (relation === 'nsubj' && hasExpletive(document, head))
      return { entry, token: noun, predicate: head, kind: 'existence' };
  }
  if (relation === 'obl' || relation === 'nmod')
    return { entry, token: noun, predicate: head, kind: 'reference' };
  return null;
}

/** took place, came into force, took effect. */
function takesPlace(document: Document, verb: Token): boolean {
  return (
    verb.lemma === 'take' &&
    ['place', 'effect', 'hold'].includes(childIn(document, verb, 'obj')?.text.toLowerCase() ?? '')
  );
}

function hasExpletive(document: Document, token: Token): boolean {
  return childIn(document, token, 'expl')?.lemma === 'there';
}

/** A road that protesters block is a protest, whatever it closes. */
function asProtest(document: Document, verb: Token, entry: EventEntry, { words }: EventLexicon): EventEntry {
  if (entry.type !== 'COERCE' || entry.mode !== 'restrict') return entry;
  const agent = agentOf(document, verb);
  if (!agent) return entry;
  const [from, to] = agent.index < verb.index ? [agent.index, verb.index] : [agent.index, agent.index + 4];
  const nouns = document.tokens.slice(from, to).filter(({ upos }) => upos === 'NOUN');
  if (!nouns.some(({ lemma }) => words.protesting.has(lemma))) return entry;
  return { ...entry, type: 'PROTEST', mode: 'obstruct' };
}

/** 'The shooting near Varda left five dead', whatever the tree makes of 'left'. */
function leavesVictims(document: Document, noun: Token): boolean {
  const next = document.tokens.slice(noun.index + 1, noun.index + 10);
  const left = next.findIndex(({ text }) => text === 'left' || text === 'leaving');
  if (left < 0) return false;
  return next
    .slice(left + 1, left + 6)
    .some(
      ({ text, sentence }) => sentence === noun.sentence && ['dead', 'wounded', 'injured'].includes(text),
    );
}
