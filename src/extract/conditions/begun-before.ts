import type { Edtf } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import type { ConditionEntry } from './lexicon.ts';
import { dayBefore } from './time/counted.ts';
import { isOneOf } from './verbs.ts';
import type { Workshop } from './workshop.ts';

/** 'reopened the crossing on Friday, 25 days after it was shut': when what is ended began, where the sentence counts it. */
export function begunBefore(
  { context, words }: Workshop,
  { verbs, adjectives }: ConditionEntry,
  ended: Token,
): Edtf | null {
  const { tokens } = context.document;
  for (let index = ended.index + 1; tokens[index]?.sentence === ended.sentence; index++) {
    const verb = tokens[index] as Token;
    if (verb.upos !== 'VERB' && !adjectives.includes(verb.lemma)) continue;
    const isOfIt =
      /^(?:it|they)$/i.test(tokens[index - 1]?.text ?? '') ||
      /^(?:it|they)$/i.test(tokens[index - 2]?.text ?? '');
    if (
      isOfIt &&
      ([...verbs, ...adjectives].includes(verb.lemma) || isOneOf(context.document, verb, words.beginning))
    )
      return dayBefore(context, verb);
  }
  return null;
}
