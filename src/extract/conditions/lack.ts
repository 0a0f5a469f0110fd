import { boundsOfEdtf, daysBetween, type Edtf } from '../../model/index.ts';
import type { Sentence, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { datesOfSentence } from '../dates-of-sentence.ts';
import { phrasesWith, subjectOf } from '../events/clause.ts';
import { childIn, childrenIn, prepositionOf, relationOf } from '../phrase.ts';
import { type ConditionDraft, draftOf } from './draft.ts';
import type { ConditionEntry } from './lexicon.ts';
import { dayOfVerb } from './time/day.ts';
import type { Workshop } from './workshop.ts';

/** Days before the article in which what was lacking may be lacking still. */
const FRESH = 3;
/** Words between what is lacking and the day on which it was. */
const NEAR = 2;

/**
 * 'The house has had no electricity since 2 August', 'The city has been without water for a week', 'The strike left the town without
 * power': what is missing is an outage of it.
 */
export function draftByLack(
  workshop: Workshop,
  entry: ConditionEntry,
  resource: Token,
): ConditionDraft | null {
  const { context } = workshop;
  const { document } = context;
  const thing = serviceOf(context, resource);
  // 'without power in the party'
  if (phrasesWith(document, thing, ['in', 'over', 'to']).some(({ lemma }) => BODIES.test(lemma))) return null;
  const head = thing.head >= 0 ? (document.tokens[thing.head] as Token) : null;
  const isNone = childrenIn(document, thing, 'det').some(({ lemma }) => lemma === 'no');
  if (isNone && head?.lemma === 'have' && relationOf(thing) === 'obj') {
    const auxiliary = childIn(document, head, 'aux') ?? head;
    if (!/^(?:has|have)$/i.test(auxiliary.text)) return null;
    return lackOf(head, subjectOf(document, head));
  }
  if (prepositionOf(document, thing) !== 'without') return null;
  const left = leftWithout(context, thing);
  if (left) return lackOf(left.verb, left.whom, dayOf(context, left.verb));
  const copula = childIn(document, thing, 'cop');
  const isBeing =
    copula !== undefined || (head?.upos === 'VERB' && ['remain', 'be', 'stay'].includes(head.lemma));
  const auxiliary = childIn(document, copula ? thing : (head ?? thing), 'aux', 'cop') ?? head;
  if (!isBeing || !auxiliary) return null;
  if (/^had$/i.test(auxiliary.text) || (/^(?:was|were)$/i.test(auxiliary.text) && !isOfLate(context, thing)))
    return null;
  const predicate = copula ? thing : (head as Token);
  return lackOf(predicate, subjectOf(document, predicate));

  function lackOf(predicate: Token, whom: Token | null, counted: Edtf | null = null): ConditionDraft | null {
    const draft = draftOf(workshop, {
      entry,
      trigger: thing,
      predicate,
      patient: thing,
      by: [],
      isState: true,
      counted,
    });
    return (
      draft && {
        ...draft,
        status: draft.isDenied ? 'disputed' : 'stands',
        thing: thing.text,
        place: whom ? (context.placeOf(whom.index)?.name ?? null) : null,
      }
    );
  }
}

const BODIES = /^(?:party|government|parliament|politics|state|people|court|congress|club|company|life)$/i;
const SERVICES = /^(?:service|supply|supplies|access|connection|signal|line)$/i;

/** 'without *phone service*': the service of a resource, else the resource itself. */
function serviceOf({ document }: ExtractionContext, resource: Token): Token {
  const head = document.tokens[resource.head];
  return relationOf(resource) === 'compound' && head && SERVICES.test(head.lemma) ? head : resource;
}

/** 'left half of the town without power', where the day of it is told and not long ago. */
function leftWithout(
  context: ExtractionContext,
  thing: Token,
): { readonly verb: Token; readonly whom: Token } | null {
  const { tokens } = context.document;
  let at = thing;
  for (let step = 0; step < 3 && at.head >= 0 && at.upos !== 'VERB'; step++) at = tokens[at.head] as Token;
  const whom = at.lemma === 'leave' ? childIn(context.document, at, 'obj') : undefined;
  if (!whom || whom.index > thing.index || !isFresh(context, dayOf(context, at))) return null;
  return { verb: at, whom };
}

/** 'struck on Saturday, leaving the town without power': the day of the verb above. */
function dayOf(context: ExtractionContext, verb: Token): Edtf | null {
  const own = dayOfVerb(context, verb);
  const above = context.document.tokens[verb.head];
  return own ?? (relationOf(verb) === 'advcl' && above?.upos === 'VERB' ? dayOfVerb(context, above) : null);
}

/** 'were without power on Monday', told within days. */
function isOfLate(context: ExtractionContext, thing: Token): boolean {
  const sentence = context.document.sentences[thing.sentence] as Sentence;
  const day = datesOfSentence(context.document, sentence).find(
    ({ firstToken }) => firstToken > thing.index && firstToken - thing.index <= NEAR,
  );
  return isFresh(context, day?.edtf ?? null);
}

function isFresh({ article: { published } }: ExtractionContext, day: Edtf | null): boolean {
  if (day === null || published === undefined) return false;
  const { first } = boundsOfEdtf(day);
  const age = first === null ? null : daysBetween(first, published);
  return age !== null && age >= 0 && age <= FRESH;
}
