import type { Token } from '../../read/index.ts';
import { phrasesWith } from '../events/clause.ts';
import { childIn, childrenIn, prepositionOf, relationOf } from '../phrase.ts';
import { doersOf } from './doers.ts';
import { type ConditionDraft, draftOf } from './draft.ts';
import type { ConditionEntry } from './lexicon.ts';
import { isDefinite, isHeld, isPerfect, isSaidNow, isThere, standsNow } from './named.ts';
import { calledOn, isDate, patientOf, wayOf } from './on-what.ts';
import { hasLength, isDeclaredOver, isPutToAnEnd } from './over-by-word.ts';
import { hasWith, isBelowUnreal, isOfNoTown, isThoughtOf, openedNow } from './real-name.ts';
import { sayingsOf } from './sayings.ts';
import { dayBefore } from './time/counted.ts';
import { dayOfVerb } from './time/day.ts';
import { startOf } from './time/start.ts';
import { heldDraft, UNDER, underDraft } from './under.ts';
import { isOneOf } from './verbs.ts';
import type { Workshop } from './workshop.ts';

/** A state by its name: 'the blockade of the port was lifted on Friday', 'The city has been under siege since May'. */
export function draftByNoun(workshop: Workshop, entry: ConditionEntry, noun: Token): ConditionDraft | null {
  const { context, lexicon, words } = workshop;
  const { document } = context;
  if (relationOf(noun) === 'compound' || isOfNoTown(document, lexicon, noun)) return null;
  if (entry.kind === 'detention') return heldDraft(workshop, entry, noun);
  const preposition = prepositionOf(document, noun);
  if (UNDER.has(preposition)) return entry.under ? underDraft(workshop, entry, noun) : null;
  if (
    !hasWith(document, entry, noun) ||
    childrenIn(document, noun, 'det').some(({ lemma }) => lemma === 'no')
  )
    return null;
  const head = noun.head >= 0 ? (document.tokens[noun.head] as Token) : null;
  const sayings = sayingsOf(document, words, noun);
  const main = sayings.find(({ isAside }) => !isAside);
  const of = (set: ReadonlySet<string>) => sayings.find(({ verb }) => isOneOf(document, verb, set));
  const endings = entry.kind === 'talks' ? words.halting : words.ending;
  const isOpened =
    main !== undefined &&
    isOneOf(document, main.verb, entry.kind === 'talks' ? words.opening : words.beginning);
  const isOver =
    main !== undefined &&
    (isDeclaredOver(document, main.verb, noun) || isPutToAnEnd(document, main.verb, noun));
  const ended = isOver
    ? main
    : sayings.find(
        ({ verb, isAside, isObject }) =>
          // 'The curfew, which was lifted in May, was imposed again on Monday'
          !(isAside && isOpened) &&
          isOneOf(document, verb, endings) &&
          // 'the truce that ended the war'
          (isObject || !childIn(document, verb, 'obj')) &&
          // who breaks a curfew or an embargo has not ended it
          !(entry.undoer && isOneOf(document, verb, words.breaching)) &&
          (!isAside || !/VerbForm=Inf/.test(verb.feats)),
      );
  const began = isOver
    ? undefined
    : entry.kind === 'talks'
      ? openedNow(workshop, isOpened ? main : undefined)
      : (sayings.find(
          ({ verb }) => isOneOf(document, verb, words.beginning) && dayOfVerb(context, verb) !== null,
        ) ?? of(words.beginning));
  const isTold =
    main !== undefined &&
    [words.lasting, words.keeping, words.beginning, endings, words.breaching].some((set) =>
      isOneOf(document, main.verb, set),
    );
  const isUnderWay =
    standsNow(document, words, entry, noun) ||
    (entry.kind === 'talks' && preposition === 'in' && isSaidNow(document, noun)) ||
    (entry.kind === 'talks' && main?.isObject === true && isHeld(document, main.verb));
  const lasting = sayings.filter(
    ({ verb, isAside }) => isAside && (isOneOf(document, verb, words.lasting) || isPerfect(document, verb)),
  );
  const near = [...(isUnderWay && head ? [head] : []), ...lasting.map(({ verb }) => verb)];
  const dated = [noun, ...(isTold ? [main.verb] : []), ...near];
  const { since, days } = startOf(context, ...dated);
  if (entry.kind === 'talks' && !ended && !isUnderWay && !began) return null;
  // 'one day after the ceasefire'
  const counted = entry.kind === 'ceasefire' && preposition === 'after' ? dayBefore(context, noun) : null;
  const isTimed = since !== null || days !== null || counted !== null;
  if (!isTold && !ended && !began && !isTimed && !isUnderWay && !(entry.named && isThere(workshop, noun)))
    return null;
  if (
    isBelowUnreal(workshop, noun) ||
    (main && !ended && isOneOf(document, main.verb, words.beginning) && isThoughtOf(document, main.verb))
  )
    return null;
  // 'The siege of the town was no part of the deal'
  const isGiven = entry.named && !isTold && isDefinite(document, noun);
  const called = calledOn(workshop, noun);
  if (head?.lemma === 'call' && !called && !isDefinite(document, noun)) return null;
  const predicate = main?.verb ?? (head?.upos === 'VERB' ? head : noun);
  return draftOf(workshop, {
    entry,
    trigger: noun,
    predicate,
    patient:
      patientOf(workshop, entry, noun) ??
      called ??
      wayOf(workshop, entry, noun, [...(began ? [began.verb] : []), ...near]) ??
      (ended
        ? (phrasesWith(document, ended.verb, ['on', 'against']).find(
            (one) => !isDate(document, one) && one.index !== noun.index,
          ) ?? null)
        : null),
    by: doersOf(workshop, entry, noun, sayings),
    isState: true,
    counted,
    began: began && began !== ended ? began.verb : null,
    ended: ended?.verb ?? null,
    dated,
    isDefinite: isDefinite(document, noun) || (entry.named && hasLength(document, noun)),
    isGiven,
  });
}
