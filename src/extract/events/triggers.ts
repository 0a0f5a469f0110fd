import type { Document, Sentence, Token } from '../../read/index.ts';
import { childIn, relationOf } from '../phrase.ts';
import { isAttribute } from './attribute.ts';
import { isPassive, PARTICLES, phrasesWith } from './clause.ts';
import { type EventEntry, type EventLexicon, verbLemma } from './lexicon.ts';
import { fits, type KnownParties } from './match.ts';
import { isElsewhere } from './relevance.ts';
import { isNounTaggedVerb } from './word-order.ts';
import { hasClause, hasWord } from './words-asked.ts';

/** A word that tells of an event, and the predicate that gives it time and subject. */
export interface Trigger {
  readonly entry: EventEntry;
  readonly token: Token;
  /** The token itself for verbs; the light verb or verb of happening for nouns. */
  readonly predicate: Token;
  readonly kind: 'verb' | 'light' | 'happening' | 'existence' | 'reference';
}

/** All triggers of a sentence in text order; one token gives one trigger at most, and so does one predicate. */
export function triggersOf(
  document: Document,
  sentence: Sentence,
  lexicon: EventLexicon,
): readonly Trigger[] {
  const found: Trigger[] = [];
  for (let index = sentence.firstToken; index < sentence.endToken; index++) {
    const token = document.tokens[index] as Token;
    const trigger = triggerAt(document, token, lexicon);
    if (trigger) found.push(trigger);
  }
  return oneAPredicate(found);
}

function triggerAt(document: Document, token: Token, lexicon: EventLexicon): Trigger | null {
  if (isNounTaggedVerb(document, token)) return nounTrigger(document, token, lexicon);
  if (token.upos === 'VERB' || isTaggedAside(document, token)) return verbTrigger(document, token, lexicon);
  if (token.upos === 'NOUN') return nounTrigger(document, token, lexicon);
  if (token.upos !== 'ADJ') return null;
  return (
    adjectiveTrigger(document, token, lexicon) ??
    (['obj', 'nsubj'].includes(relationOf(token)) ? nounTrigger(document, token, lexicon) : null)
  );
}

/** Past tenses that are no nouns: 'A bomb tore through …' */
const ONLY_PASTS =
  /^(?:tore|threw|drew|took|gave|drove|broke|fled|fought|sought|struck|swore|withdrew|overran|blew|slew|forbade|laid|sent|met|sank|shook)$/;

/** 'would free the hostages': an auxiliary makes a verb of what was tagged as something else. */
function isTaggedAside(document: Document, token: Token): boolean {
  if (token.upos !== 'ADJ' && token.upos !== 'NOUN') return false;
  if (token.head < 0 && ONLY_PASTS.test(token.text)) return true;
  const before = document.tokens[token.index - 1];
  return (
    before?.upos === 'AUX' &&
    /^(?:will|would|has|have|had|did|must|shall|can|could|may|might)$/i.test(before.text)
  );
}

/** 'held talks' is one event: the noun says what it was, unless the verb with its object says something else. */
function oneAPredicate(triggers: readonly Trigger[]): readonly Trigger[] {
  if (triggers.length < 2) return triggers;
  const verbs = new Map<Token, Trigger>();
  for (const trigger of triggers) if (trigger.kind === 'verb') verbs.set(trigger.token, trigger);
  const dropped = new Set<Trigger>();
  const modes = new Map<Trigger, EventEntry>();
  for (const trigger of triggers) {
    if (trigger.kind !== 'light' && trigger.kind !== 'happening') continue;
    const verb = verbs.get(trigger.predicate);
    if (!verb || verb === trigger || verb.entry.casualties) continue;
    if (verb.entry.type !== trigger.entry.type) dropped.add(trigger);
    else {
      dropped.add(verb);
      if (verb.entry.mode) modes.set(trigger, verb.entry);
    }
  }
  return triggers
    .filter((trigger) => !dropped.has(trigger))
    .map((trigger) => ({ ...trigger, entry: modes.get(trigger) ?? trigger.entry }));
}

function verbTrigger(document: Document, verb: Token, lexicon: EventLexicon): Trigger | null {
  if (isAttribute(document, verb) || opensNounPhrase(document, verb)) return null;
  // 'is prepared to', 'are committed to'
  if (
    lexicon.adjectives.has(verb.text.toLowerCase()) &&
    (isPassive(document, verb) || childIn(document, verb, 'cop'))
  )
    return adjectiveTrigger(document, verb, lexicon);
  const known: KnownParties = {};
  for (const pattern of lexicon.verbs.get(verbLemma(lexicon, verb)) ?? []) {
    if (fits(document, lexicon, verb, pattern, known))
      return { entry: pattern.entry, token: verb, predicate: verb, kind: 'verb' };
  }
  return null;
}

/** 'Suspected rebels killed ten': the first word of a sentence, read as its verb. */
function opensNounPhrase({ tokens, sentences }: Document, verb: Token): boolean {
  if (verb.index !== sentences[verb.sentence]?.firstToken || !/(?:ed|ing)$/.test(verb.text)) return false;
  const next = tokens[verb.index + 1];
  if (!next || !/^(?:NOUN|PROPN)$/.test(next.upos)) return false;
  const after = tokens[verb.index + 2];
  return after?.sentence === verb.sentence && /^(?:VERB|AUX)$/.test(after.upos);
}

/** 'is ready to meet', 'are deeply concerned': an adjective that is said of somebody. */
function adjectiveTrigger(document: Document, adjective: Token, lexicon: EventLexicon): Trigger | null {
  if (isAttribute(document, adjective)) return null;
  for (const { entry, having } of lexicon.adjectives.get(adjective.text.toLowerCase()) ?? []) {
    if (entry.clause && !hasClause(document, adjective)) continue;
    if (having.size > 0 && !hasWord(document, adjective, having)) continue;
    if (entry.phrases.length > 0 && phrasesWith(document, adjective, entry.phrases).length === 0) continue;
    if (!childIn(document, adjective, 'nsubj', 'expl') && relationOf(adjective) !== 'xcomp') continue;
    return { entry, token: adjective, predicate: adjective, kind: 'verb' };
  }
  return null;
}

function nounTrigger(document: Document, noun: Token, lexicon: EventLexicon): Trigger | null {
  const state = stateTrigger(document, noun, lexicon);
  if (state) return state;
  const entries = entriesOf(document, noun, lexicon);
  const [entry] = entries ?? [];
  if (!entries || !entry) return null;
  const relation = relationOf(noun);
  // 'The strikes killed ten': none of workers
  if (entry.type === 'PROTEST' && relation === 'nsubj' && isKilling(document, noun, lexicon)) return null;
  if (entry.type === 'ASSAULT' && leavesVictims(document, noun))
    return { entry, token: noun, predicate: noun, kind: 'happening' };
  if (relation === 'compound' || noun.head < 0)
    return relation === 'root' && hasExpletive(document, noun)
      ? { entry, token: noun, predicate: noun, kind: 'existence' }
      : null;
  const head = document.tokens[noun.head] as Token;
  if (head.upos === 'VERB') {
    const lent = entries.find((one) => isLightFor(lexicon, one, head));
    if (lent && (relation === 'obj' || isBehindParticle(document, noun, head)))
      return { entry: lent, token: noun, predicate: head, kind: 'light' };
    if (relation === 'nsubj' && isPassive(document, head)) {
      return lent || lexicon.words.intending.has(head.lemma)
        ? { entry: lent ?? entry, token: noun, predicate: head, kind: 'light' }
        : null;
    }
    if (
      relation === 'nsubj' &&
      (lexicon.words.happening.has(head.lemma) ||
        (entry.type === 'ASSAULT' && lexicon.words.striking.has(head.lemma)) ||
        takesPlace(document, head) ||
        phrasesWith(document, noun, ['between']).length > 0)
    ) {
      if (head.lemma === 'be' && !hasExpletive(document, head)) return null;
      // 'The truce holds': how things stand
      if (entry.mode === 'ceasefire' && LASTING.has(head.lemma)) return null;
      return { entry, token: noun, predicate: head, kind: 'happening' };
    }
    if (relation === 'nsubj' && hasExpletive(document, head))
      return { entry, token: noun, predicate: head, kind: 'existence' };
  }
  if ((relation === 'obl' || relation === 'nmod') && !entry.speech)
    return { entry, token: noun, predicate: head, kind: 'reference' };
  return null;
}

function isKilling(document: Document, noun: Token, lexicon: EventLexicon): boolean {
  const verb = document.tokens[noun.head];
  const patterns = verb?.upos === 'VERB' ? (lexicon.verbs.get(verbLemma(lexicon, verb)) ?? []) : [];
  return patterns.some(({ entry }) => entry.casualties);
}

/** What a noun may tell of: 'air strike' before 'strike'; 'heart attack' tells of nothing. */
function entriesOf(
  document: Document,
  noun: Token,
  lexicon: EventLexicon,
): readonly EventEntry[] | undefined {
  const lemma = noun.lemma.toLowerCase();
  const before = document.tokens[noun.index - 1];
  const pair = before?.sentence === noun.sentence ? `${before.text.toLowerCase()} ${lemma}` : lemma;
  const compound = lexicon.nouns.get(pair);
  if (compound) return compound;
  const plain = lexicon.nouns.get(lemma);
  if (!plain || isElsewhere(document, lexicon, noun)) return undefined;
  if (!plain?.some(({ phrases }) => phrases.length > 0)) return plain;
  const isAsked = ({ phrases }: EventEntry): boolean =>
    phrases.length > 0 && (phrasesWith(document, noun, phrases).length > 0 || hasClause(document, noun));
  return [...plain.filter(isAsked), ...plain.filter(({ phrases }) => phrases.length === 0)];
}

/** 'carried out a bombing', read as a phrase with 'out'. */
function isBehindParticle(document: Document, noun: Token, verb: Token): boolean {
  if (relationOf(noun) !== 'obl') return false;
  const mark = childIn(document, noun, 'case');
  return mark?.index === verb.index + 1 && PARTICLES.has(mark.text.toLowerCase());
}

/** 'Dock workers are on strike', 'has been in close touch with the rebels': a verb of the lexicon that is 'be' with a preposition and a noun. */
function stateTrigger(document: Document, noun: Token, lexicon: EventLexicon): Trigger | null {
  const copula = childIn(document, noun, 'cop');
  const preposition = childIn(document, noun, 'case');
  if (!copula || !preposition) return null;
  // 'the president, who is on a visit to Norland,': told by the way
  if (/^(?:who|which|that)$/i.test(childIn(document, noun, 'nsubj')?.text ?? '')) return null;
  const words = [preposition.text.toLowerCase(), noun.text.toLowerCase()];
  const known = lexicon.verbs.get('be') ?? [];
  // 'on hunger strike' before 'on strike'
  const before = document.tokens[noun.index - 1];
  const pattern =
    known.find(
      ({ particles }) => particles.join(' ') === `${words[0]} ${before?.text.toLowerCase()} ${words[1]}`,
    ) ?? known.find(({ particles }) => particles.join(' ') === words.join(' '));
  return pattern ? { entry: pattern.entry, token: noun, predicate: noun, kind: 'light' } : null;
}

function isLightFor(lexicon: EventLexicon, entry: EventEntry, verb: Token): boolean {
  const lemma = verbLemma(lexicon, verb);
  return entry.light.length > 0 ? entry.light.includes(lemma) : lexicon.words.light.has(lemma);
}

/** took place, came into force, took effect. */
function takesPlace(document: Document, verb: Token): boolean {
  return (
    verb.lemma === 'take' &&
    ['place', 'effect', 'hold'].includes(childIn(document, verb, 'obj')?.text.toLowerCase() ?? '')
  );
}

const LASTING = new Set(['hold', 'last', 'continue', 'remain', 'endure', 'persist', 'follow']);

function hasExpletive(document: Document, token: Token): boolean {
  return childIn(document, token, 'expl')?.lemma === 'there';
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
