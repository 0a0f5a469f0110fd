import type { Document, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { agentOf, isPassive, subjectOf } from '../events/clause.ts';
import { partiesOf } from '../events/parties.ts';
import { childIn, childrenIn, hasFeature, prepositionOf, relationOf } from '../phrase.ts';
import { antecedentBefore } from './antecedent.ts';
import { type ConditionDraft, draftOf } from './draft.ts';
import type { ConditionEntry } from './lexicon.ts';
import { hasWith, patientOf } from './patient.ts';
import { isOrdered } from './reality.ts';
import { dayOfVerb } from './time/day.ts';
import { lasted } from './time/end.ts';
import { startOf } from './time/start.ts';
import type { Workshop } from './workshop.ts';

/** A state by the verb that makes it: 'has closed the border', 'The road has been blocked since May'. */
export function draftByVerb(workshop: Workshop, entry: ConditionEntry, verb: Token): ConditionDraft | null {
  const { context, lexicon } = workshop;
  const { document } = context;
  if (relationOf(verb) === 'amod' || isOnlyNamed(document, verb)) return null;
  // 'the hills surrounding the town'
  if (entry.kind === 'siege' && /ing$/i.test(verb.text) && !childIn(document, verb, 'aux')) return null;
  const isActing = entry.kind === 'deployment' && /ing$/i.test(verb.text);
  // 'is massing troops' is an act
  const isBeing =
    (!isActing && isStateVerb(document, entry, verb)) || (entry.aside && isAside(document, verb));
  const patient = patientOf(workshop, entry, verb, isBeing);
  if (!patient) return null;
  if (!hasWith(workshop, entry, patient) || isOtherwise(document, entry, verb)) return null;
  const { since, days } = startOf(context, verb);
  const isTimed =
    since !== null || days !== null || hasSinceClause(document, verb) || hasLasted(context, verb);
  // A detention or deployment that is only reported as an act is an event, not a condition.
  if (entry.perfect && childIn(document, verb, 'aux')?.lemma !== 'have') return null;
  if (!isTimed && ((entry.timed && !isStill(document, verb)) || (!isBeing && entry.lasting))) return null;
  if (entry.lasts && !isTimed && !isOfCentury(context, verb)) return null;
  if (entry.dated && !isTimed && dayOfVerb(context, verb) === null) return null;
  const by = isPassive(document, verb) ? agentOf(document, verb) : partiesOf(document, lexicon, verb).agent;
  const relative = isPassive(document, verb)
    ? null
    : antecedentBefore(document, childIn(document, verb, 'nsubj'));
  const orderer = isOrdered(document, verb) ? subjectOf(document, document.tokens[verb.head] as Token) : null;
  // 'according to X' may look like 'by X' to the tree
  const agent =
    orderer ??
    relative ??
    (by && isPassive(document, verb) && prepositionOf(document, by) !== 'by' ? null : by);
  if (!isByAgents(context, entry, agent)) return null;
  return draftOf(workshop, {
    entry,
    trigger: verb,
    predicate: verb,
    patient,
    by:
      agent && agent !== patient && !isOfOtherClause(document, agent, verb)
        ? context.actors.actorsOf(agent.index, { add: true })
        : [],
    isState: isBeing || isTimed || entry.lasts,
    began: entry.lasts && !isTimed ? verb : null,
  });
}

/** 'It has held, though the rebels, who signed nothing, cut the road': a pronoun before a new clause is not who acts in it. */
function isOfOtherClause({ tokens }: Document, agent: Token, verb: Token): boolean {
  if (agent.upos !== 'PRON') return false;
  for (let index = agent.index + 1; index < verb.index; index++)
    if (/^(?:though|although|while|because|as|when|after|but)$/i.test(tokens[index]?.text ?? '')) return true;
  return false;
}

/** 'Soldiers control the town', not 'Labour controls the council'. */
function isByAgents({ actors }: ExtractionContext, { agents }: ConditionEntry, agent: Token | null): boolean {
  if (agents.length === 0) return true;
  if (agent === null) return false;
  if (agents.includes(agent.lemma.toLowerCase())) return true;
  const id = actors.actorOf(agent.index);
  return id !== null && /^armed/.test(actors.get(id).kind);
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
  const above = document.tokens[verb.head];
  if (marks.includes('to')) return !DONE.has(above?.lemma ?? '') && !isOrdered(document, verb);
  if (!/ing$/i.test(verb.text)) return false;
  if (relationOf(verb) === 'xcomp') return !DONE.has(above?.lemma ?? '') && above?.lemma !== 'deny';
  return marks.length > 0 || !/^(?:acl|advcl|conj|root)$/.test(relationOf(verb));
}

/** Years after which even what lasts is history. */
const CENTURY = 100;

function isOfCentury(context: ExtractionContext, verb: Token): boolean {
  const day = dayOfVerb(context, verb);
  const { published } = context.article;
  if (!day || !published || day.includes('/')) return false;
  return Number(published.slice(0, 4)) - Number(day.slice(0, 4)) <= CENTURY;
}

/** 'troops *stationed* in the valley'. */
const isAside = (document: Document, verb: Token): boolean =>
  relationOf(verb) === 'acl' && isPassive(document, verb) && !childIn(document, verb, 'aux');

/** 'had been held for six months'. */
const hasLasted = (context: ExtractionContext, verb: Token): boolean =>
  childIn(context.document, verb, 'aux')?.text.toLowerCase() === 'had' && lasted(context, verb);

/** 'have surrounded the embassy since the junta took power': it lasts, though no day is told. */
const hasSinceClause = (document: Document, verb: Token): boolean =>
  childrenIn(document, verb, 'aux').some(({ lemma }) => lemma === 'have') &&
  childrenIn(document, verb, 'advcl', 'obl').some((clause) => prepositionOf(document, clause) === 'since');

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
