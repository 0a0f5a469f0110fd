import type { Document, Token } from '../../read/index.ts';
import { countryWord } from '../actors/countries.ts';
import { childIn, childrenIn, prepositionOf, relationOf } from '../phrase.ts';
import {
  agentOf,
  hasPhrase,
  isBareParticiple,
  isLostFinite,
  isPassive,
  phrasesWith,
  subjectOf,
  withConjuncts,
} from './clause.ts';
import { type EventEntry, type EventLexicon, type VerbPattern, verbLemma } from './lexicon.ts';
import { isElsewhere } from './relevance.ts';
import { nominalAfter, nominalBefore } from './word-order.ts';

/** Words after a verb in which its particle must stand, and its infinitive or clause. */
const PARTICLE_WORDS = 8;
const CLAUSE_WORDS = 14;
/** Words on the object's side of a verb that are searched for what the entry wants to stand there. */
const HAVING_WORDS = 14;

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

/** The parties of one verb, as its patterns ask for them: those of one kind see the same. */
export interface KnownParties {
  intransitive?: WithObjects;
  other?: WithObjects;
}

interface WithObjects extends Parties {
  /** Every noun that may be what the verb acts on. */
  objects?: readonly Noun[];
}

/** A noun with the words that patterns are held against, in lower case. */
interface Noun {
  readonly token: Token;
  readonly lemma: string;
  readonly form: string;
  readonly singular: string;
}

function nounOf(token: Token): Noun {
  const form = token.text.toLowerCase();
  return { token, lemma: token.lemma.toLowerCase(), form, singular: singularOf(form) };
}

function isWithoutObject({ objects, reciprocal, recipients }: EventEntry): boolean {
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
function isConjunction({ text }: Token): boolean {
  return text.toLowerCase() === 'that';
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
  if (patient && isElsewhere(document, lexicon, patient)) return false;
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

const EXPECTED = /^(?:expected|wanted|needed)$/i;

/** Entries whose acts storms and crashes do as well. */
function isAccidental({ casualties, type, mode }: EventEntry): boolean {
  return casualties || (type === 'COERCE' && mode === 'seize');
}

/** Words for what may have been done on purpose where it is only the scene: 'killed in an explosion'. */
const MAYBE = new Set(['explosion', 'blast']);

/** 'killed by a storm', 'injured in a crash', 'was killed when his car crashed'. */
function hasAccident(document: Document, lexicon: EventLexicon, verb: Token): boolean {
  if (isAccident(document, lexicon, agentOf(document, verb))) return true;
  const scenes = childrenIn(document, verb, 'obl').filter(
    (phrase) =>
      /^(?:in|by|during|from|of|after|when)$/.test(prepositionOf(document, phrase)) &&
      !MAYBE.has(phrase.lemma),
  );
  return scenes.some((scene) => isAccident(document, lexicon, scene));
}

/** 'An explosion killed ten' may be anything; 'a mine explosion' was laid. */
function isAccident(document: Document, { words }: EventLexicon, agent: Token | null): boolean {
  if (!agent || !words.accident.has(agent.lemma)) return false;
  // 'the fire' burns, 'Armenian fire' is shot
  if (
    agent.lemma === 'fire' &&
    (!childIn(document, agent, 'det') || childIn(document, agent, 'amod', 'compound'))
  )
    return false;
  return !childrenIn(document, agent, 'compound', 'amod').some(({ text }) =>
    /^(?:car|truck|land)?-?(?:bomb|mine|minefield|landmine|grenade|missile|rocket|shell|suicide)$/i.test(
      text,
    ),
  );
}

/** 'Each side blames the other': how things are, not what somebody did. */
function isMutual(document: Document, verb: Token): boolean {
  if (/ed$/.test(verb.text)) return false;
  return document.tokens.slice(verb.index + 1, verb.index + 3).some(({ lemma }) => lemma === 'other');
}

/** Last words of a verb that stand right behind what goes before them. */
const PREPOSITIONS = new Set([
  'on',
  'to',
  'into',
  'with',
  'for',
  'of',
  'against',
  'at',
  'from',
  'behind',
  'upon',
  'between',
]);

function hasParticles({ tokens }: Document, verb: Token, particles: readonly string[]): boolean {
  let at = verb.index + 1;
  for (const [index, particle] of particles.entries()) {
    // 'called on Norland', but not 'called an election on Monday'
    const isTied = index === particles.length - 1 && PREPOSITIONS.has(particle);
    const reach = isTied ? at + 2 : verb.index + 1 + PARTICLE_WORDS;
    const end = Math.min(tokens.length, reach);
    while (at < end && tokens[at]?.sentence === verb.sentence) {
      const token = tokens[at] as Token;
      if (token.text.toLowerCase() === particle) break;
      if (token.upos === 'VERB' && relationOf(token) !== 'amod') return false;
      if (token.upos === 'PUNCT' || token.upos === 'SCONJ') return false;
      at++;
    }
    if (at >= end || tokens[at]?.text.toLowerCase() !== particle) return false;
    at++;
  }
  return true;
}

/** The nouns that a phrase is about: its head, what is joined to it, and what stands under a count or a part: 'part of the road'. */
function headsOf(document: Document, head: Token): Token[] {
  return withConjuncts(document, head).flatMap((one) => [one, ...phrasesWith(document, one, ['of'])]);
}

function hasObject(
  document: Document,
  lexicon: EventLexicon,
  verb: Token,
  parties: WithObjects,
  { objects, particles }: VerbPattern,
): boolean {
  // 'looked into the conduct': what follows the last word of the verb
  const last = particles.at(-1);
  if (
    last !== undefined &&
    [verb, ...(parties.patient ? [parties.patient] : [])]
      .flatMap((head) => phrasesWith(document, head, [last]))
      .some((phrase) => headsOf(document, phrase).some((head) => isIn(document, nounOf(head), objects)))
  )
    return true;
  if (!parties.patient) return objects.has('@none');
  parties.objects ??= objectsOf(document, lexicon, verb, parties.patient)
    .filter((token) => !isOfThing(document, lexicon, token))
    .map(nounOf);
  return parties.objects.some((head) => isIn(document, head, objects));
}

function objectsOf(document: Document, lexicon: EventLexicon, verb: Token, patient: Token): Token[] {
  const heads = [...headsOf(document, patient), ...phrasesWith(document, verb, ['of'])];
  // 'granted Norland a loan': two objects, the second of which may be what is meant
  if (!isPassive(document, verb)) {
    heads.push(...childrenIn(document, verb, 'obj', 'iobj'));
    // 'gave the rebels an ultimatum', the second object by the order of words
    if (document.tokens[patient.index + 1]?.upos === 'DET') {
      const second = nominalAfter(document, lexicon, patient);
      if (second) heads.push(second);
    }
  }
  const beside = isPassive(document, verb) ? null : nominalAfter(document, lexicon, verb);
  if (beside && beside !== patient) heads.push(beside, ...phrasesWith(document, beside, ['of']));
  return heads;
}

/** Names that are also common nouns of the lexicon. */
const MONTHS = new Set(['March', 'May', 'August']);

function isIn(document: Document, noun: Noun, set: ReadonlySet<string>): boolean {
  const { token, lemma, form, singular } = noun;
  const { text, upos } = token;
  if (MONTHS.has(text)) return false;
  if (set.has(lemma) || set.has(form) || set.has(singular)) return true;
  // 'The IMF', whatever it was tagged as
  if (upos === 'NOUN' && set.has('@name') && /^\p{Lu}{2,}$/u.test(text)) return true;
  if (upos === 'PROPN') {
    if (set.has('@name')) return true;
    if (set.has('@country') && countryWord(text) !== undefined) return true;
    // 'President Varga': what the title says.
    for (const child of childrenIn(document, token, 'nmod', 'compound', 'appos', 'flat'))
      if (child.index < token.index && set.has(child.lemma.toLowerCase()) && child.deprel !== 'nmod:poss')
        return true;
  }
  if (set.has('@wounded') && /^(?:wounded|injured|sick|ill|displaced)$/i.test(text)) return true;
  return set.has('@people') && /^\p{Lu}\p{L}+(?:ans|is|ese|ish|ards)$/u.test(text);
}

/** 'holds the chair of ASEAN': the name says whose thing it is; 'hundreds of Koreans' and 'the town of Varda' are what the name says. */
function isOfThing(document: Document, { words }: EventLexicon, token: Token): boolean {
  if (
    token.upos !== 'PROPN' ||
    relationOf(token) !== 'nmod' ||
    token.head < 0 ||
    prepositionOf(document, token) !== 'of'
  )
    return false;
  const { lemma, upos } = document.tokens[token.head] as Token;
  return (
    upos === 'NOUN' && !words.counts.has(lemma.toLowerCase()) && !words.geographic.has(lemma.toLowerCase())
  );
}

function singularOf(form: string): string {
  if (form.endsWith('ies')) return `${form.slice(0, -3)}y`;
  return form.endsWith('s') ? form.slice(0, -1) : form;
}

function hasSubject(
  document: Document,
  lexicon: EventLexicon,
  verb: Token,
  agent: Token | null,
  { subjects }: VerbPattern,
): boolean {
  if (!agent) return subjects.has('@unknown') || (isPassive(document, verb) && !subjects.has('protester'));
  if (headsOf(document, agent).some((head) => isIn(document, nounOf(head), subjects))) return true;
  // 'a group of students', 'truck drivers of the port'
  if (lexicon.words.counts.has(agent.lemma.toLowerCase()))
    return document.tokens
      .slice(agent.index + 1, agent.index + 8)
      .some((token) => token.sentence === agent.sentence && isIn(document, nounOf(token), subjects));
  return false;
}

export function hasWord(document: Document, verb: Token, wanted: ReadonlySet<string>): boolean {
  const { tokens } = document;
  const isWanted = ({ lemma, text }: Token): boolean =>
    wanted.has(lemma.toLowerCase()) || wanted.has(text.toLowerCase());
  const adverb = tokens[verb.index - 1];
  if (adverb?.upos === 'ADV' && isWanted(adverb)) return true;
  const before = isPassive(document, verb) ? HAVING_WORDS : 0;
  for (let at = Math.max(0, verb.index - before); at < verb.index; at++) {
    const token = tokens[at] as Token;
    if (token.sentence === verb.sentence && isWanted(token)) return true;
  }
  for (let at = verb.index + 1; at < Math.min(tokens.length, verb.index + HAVING_WORDS); at++) {
    const token = tokens[at] as Token;
    if (token.sentence !== verb.sentence || token.text === ',' || token.text === ';') break;
    if (isWanted(token)) return true;
  }
  return false;
}

function isUnfit(document: Document, patient: Token, { unless }: VerbPattern): boolean {
  if (unless.size === 0) return false;
  if (childrenIn(document, patient, 'amod').some(({ lemma }) => unless.has(`~${lemma}`))) return true;
  return unless.has(patient.lemma.toLowerCase()) || (unless.has('@name') && patient.upos === 'PROPN');
}

/** An infinitive or a clause below the verb, or 'to' with a verb not far behind it. */
export function hasClause(document: Document, verb: Token): boolean {
  const own = childrenIn(document, verb, 'xcomp', 'ccomp', 'advcl', 'acl');
  if (own.some(({ upos, index }) => upos === 'VERB' && index > verb.index)) return true;
  const { tokens } = document;
  for (let at = verb.index + 1; at < Math.min(tokens.length - 1, verb.index + CLAUSE_WORDS); at++) {
    const { sentence, text, upos } = tokens[at] as Token;
    if (sentence !== verb.sentence || upos === 'PUNCT' || upos === 'VERB') return false;
    const next = tokens[at + 1] as Token;
    if (text.toLowerCase() === 'to' && (next.upos === 'VERB' || (upos === 'PART' && next.upos === 'NOUN')))
      return true;
  }
  return false;
}

function isNegated({ tokens }: Document, verb: Token): boolean {
  return verb.children.some((index) => /^(?:not|n['’]t|never)$/i.test((tokens[index] as Token).text));
}

/** 'told the rebels to disarm': an infinitive with 'to' below the verb, or right behind its object. */
function hasInfinitive(document: Document, verb: Token): boolean {
  const { tokens } = document;
  const own = childrenIn(document, verb, 'xcomp', 'ccomp', 'advcl', 'acl');
  const isTo = (clause: Token): boolean =>
    childIn(document, clause, 'mark')?.text.toLowerCase() === 'to' ||
    tokens[clause.index - 1]?.text.toLowerCase() === 'to';
  if (own.some((clause) => clause.index > verb.index && isTo(clause))) return true;
  for (let at = verb.index + 1; at < Math.min(tokens.length - 1, verb.index + CLAUSE_WORDS); at++) {
    const { sentence, text, upos } = tokens[at] as Token;
    if (sentence !== verb.sentence || ['PUNCT', 'VERB', 'SCONJ', 'AUX'].includes(upos)) return false;
    if (text.toLowerCase() === 'to' && (tokens[at + 1] as Token).upos === 'VERB') return true;
  }
  return false;
}

function hasContent(document: Document, verb: Token, verbs: readonly string[]): boolean {
  return childrenIn(document, verb, 'ccomp').some(({ lemma }) => verbs.includes(lemma));
}

function isCalled(document: Document, verb: Token, complements: readonly string[]): boolean {
  // 'found the general guilty': the last word of what was read as one phrase
  const next = document.tokens.slice(verb.index + 1, verb.index + 7);
  if (
    complements.includes('guilty') &&
    next.some(({ text, sentence }) => text === 'guilty' && sentence === verb.sentence)
  )
    return true;
  const called = childrenIn(document, verb, 'xcomp', 'obj', 'obl', 'ccomp', 'advcl', 'advmod');
  if (called.some(({ lemma }) => complements.includes(lemma.toLowerCase()))) return true;
  // 'called it an illegal act', 'described the vote as illegal': the adjective of what it is called
  return called.some((head) =>
    head.children.some((index) => {
      const { lemma, deprel } = document.tokens[index] as Token;
      return deprel === 'amod' && complements.includes(lemma.toLowerCase()) && index > verb.index;
    }),
  );
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
  return phrasesWith(document, verb, entry.type === 'THREATEN' ? ['against', 'of'] : ['for']).length > 0;
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

/** A participle before its noun tells what the noun is like, not what happened. */
export function isAttribute(document: Document, verb: Token): boolean {
  if (isBetweenPrepositionAndNoun(document, verb)) return true;
  if (relationOf(verb) !== 'amod' && relationOf(verb) !== 'compound') return false;
  if (isLostFinite(document, verb)) return false;
  return childIn(document, verb, 'nsubj') === undefined;
}

/** 'a camp for displaced people', 'talks with jailed leaders', whatever the tree makes of it. */
function isBetweenPrepositionAndNoun({ tokens }: Document, verb: Token): boolean {
  if (!/ed$/.test(verb.text)) return false;
  const [before, after] = [tokens[verb.index - 1], tokens[verb.index + 1]];
  if (before?.sentence !== verb.sentence || after?.sentence !== verb.sentence) return false;
  return (
    before.upos === 'ADP' &&
    /^(?:NOUN|PROPN)$/.test(after.upos) &&
    !/^(?:that|as|since|before|after|when)$/i.test(before.text)
  );
}
