import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';
import type { Document, Token } from '../../read/index.ts';

const set = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));

const ConditionWords = z.strictObject({
  beginning: set,
  lasting: set,
  keeping: set,
  ending: set,
  halting: set,
  breaching: set,
  restoring: set,
  remaining: set,
  holding: set,
  ordering: set,
  brokering: set,
  opening: set,
  imposing: set,
  takingEffect: set,
  measures: set,
  underWay: set,
  prolonging: set,
  unreal: set,
  past: set,
  another: set,
  same: z.record(z.string(), z.string()),
});
/** What is said of a state by its name, and with which words; described at the head of lexicon/en/condition-words.yaml. */
export type ConditionWords = z.infer<typeof ConditionWords>;

let loaded: ConditionWords | undefined;

export function conditionWords(): ConditionWords {
  loaded ??= ConditionWords.parse(
    readDataFile(new URL('../lexicon/en/condition-words.yaml', import.meta.url)),
  );
  return loaded;
}

/** The last token of the name that begins with a noun: 'state of emergency'. */
export function endOfName({ tokens }: Document, noun: Token): number {
  const [of, kind] = [tokens[noun.index + 1], tokens[noun.index + 2]];
  const isLong =
    noun.lemma === 'state' && of?.text === 'of' && /^(?:emergency|siege|war)$/i.test(kind?.text ?? '');
  return isLong ? noun.index + 2 : noun.index;
}
