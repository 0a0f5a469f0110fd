import { describe, expect, it } from 'vitest';
import { plainArticle, read } from '../../../src/read/index.ts';

describe('lemmas of verbs', () => {
  it.each([
    ['The talks resumed on Monday.', 'resumed', 'resume'],
    ['The crowd shouted at the envoy.', 'shouted', 'shout'],
    ['They blamed the mayor.', 'blamed', 'blame'],
    ['The guards slammed the gate.', 'slammed', 'slam'],
    ['The envoy is citing the treaty.', 'citing', 'cite'],
    ['The army is repairing the bridge.', 'repairing', 'repair'],
    ['The town has been besieged since May.', 'besieged', 'besiege'],
  ])('%s', (text, form, lemma) => {
    const verb = read({ ...plainArticle(text), language: 'en' }).tokens.find((token) => token.text === form);
    expect(verb).toMatchObject({ upos: 'VERB', lemma });
  });
});
