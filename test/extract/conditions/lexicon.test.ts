import { describe, expect, it } from 'vitest';
import { conditionLexiconOf } from '../../../src/extract/conditions/lexicon.ts';
import { recordOfText } from '../read-text.ts';

const examples = (conditionLexiconOf('en') ?? []).flatMap(({ kind, examples }) =>
  examples.map((example) => ({ kind, ...example })),
);

describe('the examples of the condition lexicon', () => {
  it.each(examples)('$kind: $text', ({ text, kind, thing, status }) => {
    const { conditions } = recordOfText(text, '2023-05-20');
    expect(conditions.map((one) => one.kind)).toEqual([kind]);
    expect(conditions[0]?.status).toBe(status);
    if (thing !== undefined) expect(conditions[0]?.on.thing).toBe(thing);
  });
});
