import { describe, expect, it } from 'vitest';
import { plainArticle, read } from '../../../src/read/index.ts';

/** Tag of the first token with a text. */
function tagOf(text: string, word: string): string | undefined {
  return read({ ...plainArticle(text), language: 'en' }).tokens.find((token) => token.text === word)?.upos;
}

describe('tags of words that the treebank hardly shows', () => {
  it.each([
    ['Residents fear new cuts.', 'fear', 'VERB'],
    ['They say that residents fear arrest.', 'fear', 'VERB'],
    ['The panel recommends a longer truce.', 'recommends', 'VERB'],
    ['Orlan argues the road is safe.', 'argues', 'VERB'],
    ['He warned that food stocks would run out.', 'that', 'SCONJ'],
    ['The court had not granted all that Armenia had asked for.', 'that', 'PRON'],
    ['Rival militias clashed in Tripoli overnight.', 'clashed', 'VERB'],
    ['Russian warplanes bombed Kharkiv on Monday.', 'Kharkiv', 'PROPN'],
    ['The ministry made a U-turn on the tax.', 'turn', 'NOUN'],
    ['The union has imposed travel bans and asset freezes on the generals.', 'freezes', 'NOUN'],
  ])('%s', (text, word, tag) => {
    expect(tagOf(text, word)).toBe(tag);
  });

  it.each(['A bright morning in the old town.', 'The long road to the sea.'])('%s has no verb', (text) => {
    const { tokens } = read({ ...plainArticle(text), language: 'en' });
    expect(tokens.map(({ upos }) => upos)).not.toContain('VERB');
  });

  it('knows the lemma of a past form that the treebank does not show', () => {
    const { tokens } = read({ ...plainArticle('A bomb tore through a mosque.'), language: 'en' });
    expect(tokens[2]).toMatchObject({ text: 'tore', upos: 'VERB', lemma: 'tear' });
  });
});
