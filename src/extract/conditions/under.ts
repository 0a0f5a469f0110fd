import { addDays, type Edtf } from '../../model/index.ts';
import type { Sentence, Token } from '../../read/index.ts';
import { datesOfSentence } from '../dates-of-sentence.ts';
import { isPassive, phrasesWith, subjectOf } from '../events/clause.ts';
import { nominalBefore } from '../events/word-order.ts';
import { childIn, childrenIn, prepositionOf, relationOf } from '../phrase.ts';
import { antecedentBefore } from './antecedent.ts';
import { actorsOf, ownersOf } from './doers.ts';
import { type ConditionDraft, draftOf } from './draft.ts';
import type { ConditionEntry } from './lexicon.ts';
import { startOf } from './time/start.ts';
import { isOneOf } from './verbs.ts';
import type { Workshop } from './workshop.ts';

export const UNDER = new Set(['under', 'beneath']);

const BEING = new Set([
  'be',
  'remain',
  'stay',
  'live',
  'come',
  'keep',
  'put',
  'place',
  'hold',
  'languish',
  'sit',
  'spend',
]);

/** 'The town has been under siege since May', 'people under curfew': what it is on stands before. */
export function underDraft(workshop: Workshop, entry: ConditionEntry, noun: Token): ConditionDraft | null {
  const { context } = workshop;
  const { document } = context;
  if (childrenIn(document, noun, 'det').some(({ lemma }) => lemma === 'the')) return null;
  const isPredicate = childIn(document, noun, 'cop') !== undefined;
  const head = noun.head >= 0 && !isPredicate ? (document.tokens[noun.head] as Token) : null;
  const isVerb = head?.upos === 'VERB';
  if (isVerb && !BEING.has(head.lemma)) return null;
  const object = isVerb && !isPassive(document, head) ? childIn(document, head, 'obj') : undefined;
  const subject =
    object ?? (isVerb ? subjectOf(document, head) : isPredicate ? subjectOfBeing(workshop, noun) : head);
  if (!subject || subject.upos === 'PRON') return null;
  const auxiliary = childIn(document, isVerb ? head : noun, 'aux', 'cop');
  if (auxiliary && isPast(auxiliary)) return null;
  return draftOf(workshop, {
    entry,
    trigger: noun,
    predicate: isVerb ? head : noun,
    patient: subject,
    by: [
      ...ownersOf(context, noun),
      ...phrasesWith(document, noun, ['by']).flatMap((phrase) => actorsOf(context, phrase)),
      ...(object && isVerb ? actorsOf(context, subjectOf(document, head)) : []),
    ],
    isState: true,
  });
}

/** What is said to be under or in something: by the tree, else the noun before it. */
function subjectOfBeing({ context: { document }, lexicon }: Workshop, noun: Token): Token | null {
  const own = childIn(document, noun, 'nsubj');
  const preposition = childIn(document, noun, 'case');
  return (
    antecedentBefore(document, own) ??
    (own ? subjectOf(document, noun) : null) ??
    (preposition ? nominalBefore(document, lexicon, preposition) : null)
  );
}

/** 'has been in prison since 2019', 'remain in custody': who is held, as the subject of what is said of the place. */
export function heldDraft(workshop: Workshop, entry: ConditionEntry, place: Token): ConditionDraft | null {
  const { words } = workshop;
  const { document } = workshop.context;
  const head = place.head >= 0 ? (document.tokens[place.head] as Token) : null;
  const isIn = ['in', 'behind', 'under'].includes(prepositionOf(document, place));
  const isKept = isIn && head?.upos === 'VERB' && BEING.has(head.lemma);
  const isPredicate = isIn && childIn(document, place, 'cop') !== undefined;
  // 'put the president under house arrest'
  const object = isKept && !isPassive(document, head) ? childIn(document, head, 'obj') : undefined;
  const isHolding = object !== undefined && head?.lemma !== 'spend';
  const subject = isHolding
    ? object
    : isKept
      ? subjectOf(document, head)
      : isPredicate
        ? subjectOfBeing(workshop, place)
        : null;
  const auxiliary = childIn(document, isKept ? head : place, 'aux', 'cop');
  if (auxiliary && isPast(auxiliary)) return null;
  if (subject)
    return draftOf(workshop, {
      entry,
      trigger: place,
      predicate: isKept ? head : place,
      patient: subject,
      by: isHolding && isKept ? actorsOf(workshop.context, subjectOf(document, head)) : [],
      isState: true,
      counted: isKept ? spentSince(workshop, head, place) : null,
    });
  // 'extended the detention of the journalist until June'
  const [whom] = phrasesWith(document, place, ['of']);
  if (
    whom &&
    place.lemma === 'detention' &&
    relationOf(place) === 'obj' &&
    head &&
    isOneOf(document, head, words.prolonging)
  )
    return draftOf(workshop, {
      entry,
      trigger: place,
      predicate: head,
      patient: whom,
      by: [],
      isState: true,
    });
  // 'in captivity since May', with nothing said of whom
  const { since, days } = startOf(workshop.context, place);
  if (entry.lasting || (since === null && days === null)) return null;
  return draftOf(workshop, { entry, trigger: place, predicate: place, patient: null, by: [], isState: true });
}

/** 'has spent *200 days* in detention'. */
function spentSince({ context }: Workshop, verb: Token, place: Token): Edtf | null {
  const { document, article } = context;
  const length = datesOfSentence(document, document.sentences[verb.sentence] as Sentence).find(
    ({ kind, firstToken, endToken }) =>
      kind === 'duration' && firstToken > verb.index && endToken <= place.index,
  );
  const isWhole = length !== undefined && /\bdays?\b/i.test(length.text);
  return isWhole && length.days && article.published ? addDays(article.published, -length.days) : null;
}

const isPast = ({ text }: Token): boolean => /^(?:was|were)$/i.test(text);
