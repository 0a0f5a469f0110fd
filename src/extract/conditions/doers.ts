import type { Document, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { agentOf, isPassive, loosePhrases, phrasesWith, subjectOf } from '../events/clause.ts';
import { childrenIn, prepositionOf } from '../phrase.ts';
import type { ConditionEntry } from './lexicon.ts';
import type { sayingsOf } from './sayings.ts';
import { isOneOf } from './verbs.ts';
import type { Workshop } from './workshop.ts';

/** Who keeps it up: 'by X', "X's blockade", 'the Norland blockade', and who began or keeps it; of a ceasefire those between whom it is. */
export function doersOf(
  { context, words }: Workshop,
  entry: ConditionEntry,
  noun: Token,
  sayings: ReturnType<typeof sayingsOf>,
): string[] {
  const { document, actors } = context;
  const phrases = phrasesWith(document, noun, entry.kind === 'ceasefire' ? ['by', 'between'] : ['by']);
  const by = phrases.flatMap((phrase) => actors.actorsOf(phrase.index, { add: true, acts: true }));
  for (const { verb, isObject } of sayings) {
    if (isOneOf(document, verb, words.brokering)) {
      // 'a truce that Oman brokered between the two'
      const sides = phrasesWith(document, verb, ['between']);
      by.push(...sides.flatMap((phrase) => actors.actorsOf(phrase.index, { add: true, acts: true })));
      continue;
    }
    // 'a truce agreed between the two'
    if (entry.kind === 'ceasefire')
      by.push(
        ...loosePhrases(document, verb)
          .filter((phrase) => prepositionOf(document, phrase) === 'between')
          .flatMap((phrase) => actors.actorsOf(phrase.index, { add: true, acts: true })),
      );
    const behind = document.tokens[verb.index + 1]?.text === 'by' ? agentsBehind(document, verb) : [];
    by.push(...behind.flatMap((agent) => actorsOf(context, agent)));
    if (!isObject || behind.length > 0) continue;
    // 'The strikers lifted *their* blockade'
    const isOwn = childrenIn(document, noun, 'nmod').some(
      ({ deprel, text }) => deprel === 'nmod:poss' && /^(?:its|their|his|her)$/i.test(text),
    );
    const isDoing =
      isOneOf(document, verb, words.beginning) ||
      isOneOf(document, verb, words.keeping) ||
      ((entry.undoer || isOwn) && isOneOf(document, verb, words.ending));
    const doer = !isDoing
      ? null
      : isPassive(document, verb)
        ? agentOf(document, verb)
        : doerOf(document, verb);
    if (doer?.index !== noun.index) by.push(...actorsOf(context, doer));
  }
  return [...by, ...ownersOf(context, noun)];
}

const agentsBehind = (document: Document, verb: Token): Token[] =>
  childrenIn(document, verb, 'obl', 'nmod').filter((one) => prepositionOf(document, one) === 'by');

/** 'the sanctions that they imposed': whoever is named before the verb, no pronoun that stands for the state. */
function doerOf(document: Document, verb: Token): Token | null {
  const own = childrenIn(document, verb, 'nsubj').find(({ text }) => !/^(?:that|which)$/i.test(text));
  return own ?? subjectOf(document, verb);
}

/** "Norland's blockade", 'the Norland embargo'. */
export function ownersOf({ document, actors }: ExtractionContext, noun: Token): string[] {
  return childrenIn(document, noun, 'amod', 'nmod', 'compound')
    .filter(({ index, deprel }) => index < noun.index && deprel !== 'nmod')
    .map(({ index }) => actors.actorOf(index))
    .filter((id) => id !== null);
}

export function actorsOf({ actors }: ExtractionContext, doer: Token | null): readonly string[] {
  return doer ? actors.actorsOf(doer.index, { add: true }) : [];
}
