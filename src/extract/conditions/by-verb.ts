import type { Document, Token } from '../../read/index.ts';
import { agentAtEnd } from '../actors/agents.ts';
import type { ExtractionContext } from '../context.ts';
import { agentOf, isPassive, phrasesWith, subjectOf, withConjuncts } from '../events/clause.ts';
import { partiesOf } from '../events/match.ts';
import { childIn, childrenIn, hasFeature, prepositionOf, relationOf } from '../phrase.ts';
import { antecedentBefore, nameBefore } from './antecedent.ts';
import { type ConditionDraft, draftOf } from './draft.ts';
import type { ConditionEntry } from './lexicon.ts';
import { startOf } from './time.ts';
import { isOneOf } from './verbs.ts';
import type { Workshop } from './workshop.ts';

/** Words before a verb that are searched for what it is said of, where the tree lost it. */
const MOST_WORDS = 16;

/** A state by the verb that makes it: 'has closed the border', 'The road has been blocked since May'. */
export function draftByVerb(workshop: Workshop, entry: ConditionEntry, verb: Token): ConditionDraft | null {
  const { context, lexicon } = workshop;
  const { document } = context;
  if (relationOf(verb) === 'amod' || isOnlyNamed(document, verb)) return null;
  const isBeing = isStateVerb(document, entry, verb);
  const patient = patientOf(workshop, entry, verb, isBeing);
  if (!patient) return null;
  if (!hasWith(workshop, entry, patient) || isOtherwise(document, entry, verb)) return null;
  const { since, days } = startOf(context, verb);
  const isTimed = since !== null || days !== null;
  // A detention or deployment that is only reported as an act is an event, not a condition.
  if (!isTimed && (entry.timed || (!isBeing && entry.lasting))) return null;
  const by = isPassive(document, verb) ? agentOf(document, verb) : partiesOf(document, lexicon, verb).agent;
  const relative = isPassive(document, verb)
    ? null
    : antecedentBefore(document, childIn(document, verb, 'nsubj'));
  // 'according to X' may look like 'by X' to the tree
  const agent =
    relative ?? (by && isPassive(document, verb) && prepositionOf(document, by) !== 'by' ? null : by);
  return draftOf(workshop, {
    entry,
    trigger: verb,
    predicate: verb,
    patient,
    by:
      agent && agent !== patient && !isOfOtherClause(document, agent, verb)
        ? context.actors.actorsOf(agent.index, { add: true })
        : [],
    isState: isBeing || isTimed,
  });
}

/** 'It has held, though the rebels, who signed nothing, cut the road': a pronoun before a new clause is not who acts in it. */
function isOfOtherClause({ tokens }: Document, agent: Token, verb: Token): boolean {
  if (agent.upos !== 'PRON') return false;
  for (let index = agent.index + 1; index < verb.index; index++)
    if (/^(?:though|although|while|because|as|when|after|but)$/i.test(tokens[index]?.text ?? '')) return true;
  return false;
}

/** Has the thing one of the words that the entry asks for? */
function hasWith({ context: { document }, extents }: Workshop, entry: ConditionEntry, thing: Token): boolean {
  if (entry.with.length === 0) return true;
  const [first, last] = [extents.first[thing.index] as number, extents.last[thing.index] as number];
  return document.tokens.slice(first, last + 1).some(({ lemma }) => entry.with.includes(lemma.toLowerCase()));
}

/** 'held to account': a word below the verb that makes it another. */
function isOtherwise(document: Document, entry: ConditionEntry, verb: Token): boolean {
  if (entry.unless.length === 0) return false;
  return verb.children.some((index) => {
    const child = document.tokens[index] as Token;
    return entry.unless.includes(child.lemma) || entry.unless.includes(prepositionOf(document, child));
  });
}

/** Verbs below which an infinitive tells what was done. */
const DONE = new Set(['manage', 'begin', 'start', 'continue', 'help', 'have', 'use', 'seem', 'appear']);

/** 'pressed the king to shut the route', 'closing the border would …': an act that is wanted or thought of, not told. */
function isOnlyNamed(document: Document, verb: Token): boolean {
  if (childIn(document, verb, 'aux')) return false;
  const marks = childrenIn(document, verb, 'mark', 'case').map(({ text }) => text.toLowerCase());
  if (marks.includes('to')) return !DONE.has(document.tokens[verb.head]?.lemma ?? '');
  if (!/ing$/i.test(verb.text)) return false;
  if (relationOf(verb) === 'xcomp') return !DONE.has(document.tokens[verb.head]?.lemma ?? '');
  return marks.length > 0 || !/^(?:acl|advcl|conj|root)$/.test(relationOf(verb));
}

/** What undoes a state: 'reopened the border', 'Power was restored on Friday'. */
export function draftByUndoing(
  workshop: Workshop,
  entry: ConditionEntry,
  verb: Token,
): ConditionDraft | null {
  const { context } = workshop;
  const { document } = context;
  if (relationOf(verb) === 'amod') return null;
  const patient = patientOf(workshop, entry, verb, true);
  if (!patient || !hasWith(workshop, entry, patient)) return null;
  const agent = isPassive(document, verb) ? agentOf(document, verb) : subjectOf(document, verb);
  return draftOf(workshop, {
    entry,
    trigger: verb,
    predicate: verb,
    patient,
    by: agent && agent !== patient && entry.undoer ? context.actors.actorsOf(agent.index, { add: true }) : [],
    isState: true,
    ended: verb,
    isUndone: true,
    isDefinite: true,
  });
}

/** 'Food still does not pass', 'no food has come in over the bridge': what does not happen any more is a closure. */
export function draftByStopping(
  workshop: Workshop,
  entry: ConditionEntry,
  verb: Token,
): ConditionDraft | null {
  const { context, lexicon } = workshop;
  const { document } = context;
  const subject = subjectOf(document, verb);
  if (!subject || !fitOf(context, entry, subject)) return null;
  const isNegated = [...verb.children, ...subject.children].some((index) => {
    const { lemma, deprel } = document.tokens[index] as Token;
    return lexicon.words.negating.has(lemma) && (deprel === 'advmod' || deprel === 'det');
  });
  const isPresent = childrenIn(document, verb, 'aux').some(({ text }) =>
    /^(?:do|does|has|have|is|are)$/i.test(text),
  );
  if (!isNegated || !isPresent) return null;
  const draft = draftOf(workshop, {
    entry,
    trigger: verb,
    predicate: verb,
    patient: subject,
    by: [],
    isState: true,
  });
  return (
    draft && {
      ...draft,
      status: context.attributionOf(verb.index)?.stance === 'denies' ? 'disputed' : 'stands',
    }
  );
}

/** A state by an adjective, or by a participle behind 'remains' and 'kept': 'The road is closed', 'kept the road blocked'. */
export function draftByAdjective(
  workshop: Workshop,
  entry: ConditionEntry,
  word: Token,
): ConditionDraft | null {
  const { context, words } = workshop;
  const { document } = context;
  if (relationOf(word) === 'amod') return null;
  const before = verbBefore(document, word);
  const isRemaining =
    before !== null && isOneOf(document, before, words.remaining) && word.index - before.index <= 2;
  const holder = before !== null && isOneOf(document, before, words.holding) ? before : null;
  const held = holder && heldBetween(context, entry, holder, word);
  const isHeld = held !== null;
  if (word.upos === 'VERB' && entry.verbs.length > 0 && !isHeld && !isRemaining) return null;
  const predicate = isHeld || isRemaining ? (before as Token) : word;
  const subject = isHeld ? held : subjectOf(document, predicate);
  const patient =
    subject && fitOf(context, entry, subject)
      ? subject
      : isHeld
        ? null
        : fitBefore(workshop, entry, predicate);
  if (!patient) return null;
  const doer = isHeld ? subjectOf(document, predicate) : null;
  return draftOf(workshop, {
    entry,
    trigger: word,
    predicate,
    patient,
    by: doer ? context.actors.actorsOf(doer.index, { add: true }) : [],
    isState: true,
  });
}

/** The verb before a word in its clause; null where there is none. */
function verbBefore({ tokens }: Document, word: Token): Token | null {
  for (let index = word.index - 1; index > word.index - MOST_WORDS; index--) {
    const token = tokens[index];
    if (token?.sentence !== word.sentence || /^[,;:]$/.test(token.text)) return null;
    if (token.upos === 'VERB' && relationOf(token) !== 'amod') return token;
  }
  return null;
}

/** 'kept *the road to the port* blocked': what the entry asks for, between a verb of holding and the state. */
function heldBetween(
  context: ExtractionContext,
  entry: ConditionEntry,
  holder: Token,
  word: Token,
): Token | null {
  for (let index = holder.index + 1; index < word.index; index++) {
    const token = context.document.tokens[index] as Token;
    if (
      /^(?:NOUN|PROPN)$/.test(token.upos) &&
      relationOf(token) !== 'compound' &&
      fitOf(context, entry, token)
    )
      return token;
  }
  return null;
}

/** What a verb makes the state of: object or subject, as the entry asks for; where the tree lost it, the first such noun before the verb. */
function patientOf(
  workshop: Workshop,
  entry: ConditionEntry,
  verb: Token,
  mayBeSubject: boolean,
): Token | null {
  const { context, lexicon } = workshop;
  const { document } = context;
  const object = partiesOf(document, lexicon, verb).patient;
  const mayStand = entry.kind === 'outage' || (mayBeSubject && !entry.lasting);
  const subject =
    isPassive(document, verb) || (mayStand && !childIn(document, verb, 'obj'))
      ? subjectOf(document, verb)
      : null;
  const antecedent = antecedentBefore(document, childIn(document, verb, 'nsubj'));
  const named = document.tokens[verb.index - 1]?.text === ',' ? nameBefore(document, verb.index - 1) : null;
  const fit = [object, subject, antecedent, named].find((one) => one && fitOf(context, entry, one));
  if (fit) return fit;
  return isPassive(document, verb) ? fitBefore(workshop, entry, verb) : null;
}

function fitBefore({ context }: Workshop, entry: ConditionEntry, verb: Token): Token | null {
  const { tokens } = context.document;
  let fit: Token | null = null;
  for (let index = verb.index - 1; index >= Math.max(0, verb.index - MOST_WORDS); index--) {
    const token = tokens[index] as Token;
    // 'The crossing has been closed', where the tagger took it for a verb
    const isNoun = /^(?:NOUN|PROPN)$/.test(token.upos) || entry.objects.has(token.text.toLowerCase());
    const isBorder = /^(?:VERB|SCONJ)$/.test(token.upos) || /^[,;:]$/.test(token.text);
    if (token.sentence !== verb.sentence || (isBorder && !isNoun)) break;
    if (isNoun && relationOf(token) !== 'compound' && fitOf(context, entry, token)) fit = token;
  }
  return fit;
}

/** The noun of a phrase that the entry asks for: itself, what is joined to it, or what stands under it: 'the supply of gas'. */
function fitOf(context: ExtractionContext, entry: ConditionEntry, patient: Token): Token | undefined {
  const { document } = context;
  const prepositions = entry.kind === 'outage' ? ['of', 'to'] : ['of'];
  const isCounted = entry.names.includes('people') || entry.kind === 'deployment';
  const below = (head: Token): Token[] =>
    isCounted && !isCount(head) ? [head] : [head, ...phrasesWith(document, head, prepositions)];
  const direct = withConjuncts(document, patient);
  const named = direct.map(({ index }) => index);
  const heads = direct.flatMap(below).flatMap(below);
  return heads.find(
    ({ lemma, index, upos, text, deprel }) =>
      deprel !== 'nmod:poss' &&
      (entry.objects.has(lemma.toLowerCase()) ||
        entry.objects.has(text.toLowerCase()) ||
        (entry.names.includes('place') &&
          upos === 'PROPN' &&
          isPlace(context, index, named.includes(index))) ||
        (entry.names.includes('person') &&
          NAMING.has(upos === 'PRON' ? text.toLowerCase() : upos) &&
          isPerson(context, index)) ||
        (entry.names.includes('people') && upos === 'NOUN' && isPeople(text))),
  );
}

/** What names a person: a name, and these pronouns. */
const NAMING = new Set(['PROPN', 'he', 'she', 'him', 'her']);

/** 'dozens of soldiers' are soldiers, a record of them is none. */
const isCount = ({ upos, lemma }: Token): boolean =>
  upos === 'NUM' ||
  /^(?:tens|ten|dozens?|hundreds?|thousands?|millions?|number|scores?|most|some|several|many|majority|handful|group|pair|couple|all|both|half)$/i.test(
    lemma,
  );

const PEOPLE = new Set(['person', 'group', 'armed-force', 'armed-group']);

const isPeople = (word: string): boolean => PEOPLE.has(agentAtEnd([word.toLowerCase()])?.kind ?? '');

/** A place; of a name that nobody knows, only where it is itself what the verb is done to. */
const isPlace = (context: ExtractionContext, token: number, isDirect: boolean): boolean =>
  context.placeOf(token) !== null || (isDirect && context.actors.actorOf(token) === null);

function isPerson({ actors }: ExtractionContext, token: number): boolean {
  const id = actors.actorOf(token);
  return id !== null && actors.get(id).kind === 'person';
}

/** 'were still deployed'. */
const isStill = (document: Document, verb: Token): boolean =>
  childrenIn(document, verb, 'advmod').some(({ lemma }) => lemma === 'still');

/** Present perfect, present of a passive or of what is being done: 'has been blocked', 'is cut', 'are holding'; where the entry says so, plain present. */
function isStateVerb(document: Document, entry: ConditionEntry, verb: Token): boolean {
  const auxiliaries = childrenIn(document, verb, 'aux').map(
    ({ lemma, text }) => `${lemma} ${text.toLowerCase()}`,
  );
  if (auxiliaries.some((text) => /^have (?:has|have)$/.test(text)) || isStill(document, verb)) return true;
  if (auxiliaries.some((text) => /^be (?:is|are|remains?)$/.test(text)))
    return isPassive(document, verb) || /ing$/i.test(verb.text);
  return (
    entry.present &&
    auxiliaries.length === 0 &&
    hasFeature(verb, 'Tense=Pres') &&
    hasFeature(verb, 'VerbForm=Fin')
  );
}
