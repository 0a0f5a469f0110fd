import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ancestorsOf,
  childrenOf,
  type Document,
  headOf,
  isDescendant,
  isRelation,
  pathBetween,
  plainArticle,
  read,
  subtreeOf,
  subtreeSpan,
} from '../../../src/read/index.ts';

const STORY =
  'Azerbaijan said that two soldiers were killed by fire from the other side. ' +
  'The ministry in Yerevan denied it and accused Baku of spreading lies.';

const pieces = fc.oneof(
  fc.constantFrom(
    'The',
    'envoy',
    'met',
    "didn't",
    'Gen.',
    'U.S.',
    '(',
    ')',
    '“',
    '”',
    '...',
    '—',
    '\n\n',
    '3,000',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('🙂', '\u200b', '\u00a0', '\ud800', 'e\u0301', 'Ճ', '東京', '<<', ':-)', "'s"),
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' '));

/** What must hold of any document, whatever the text. */
function expectSound(document: Document): void {
  const { article, sentences, tokens } = document;
  let last = 0;
  for (const token of tokens) {
    expect(article.text.slice(token.start, token.end)).toBe(token.text);
    expect(token.end).toBeGreaterThan(token.start);
    expect(token.start).toBeGreaterThanOrEqual(last);
    expect(token.text).not.toMatch(/\s/);
    last = token.end;
  }
  let next = 0;
  for (const sentence of sentences) {
    expect(sentence.firstToken).toBe(next);
    expect(sentence.endToken).toBeGreaterThan(sentence.firstToken);
    next = sentence.endToken;
    const paragraph = article.paragraphs[sentence.paragraph];
    expect(sentence.start).toBeGreaterThanOrEqual(paragraph?.start ?? Number.NaN);
    expect(sentence.end).toBeLessThanOrEqual(paragraph?.end ?? Number.NaN);
    const words = tokens.slice(sentence.firstToken, sentence.endToken);
    expect(words.filter(({ head }) => head === -1).map(({ index }) => index)).toEqual([sentence.root]);
    for (const word of words) {
      // Every way up ends at the root: no circle.
      let steps = 0;
      for (const _ of ancestorsOf(document, word)) expect(++steps).toBeLessThanOrEqual(words.length);
      for (const child of word.children) expect(tokens[child]?.head).toBe(word.index);
    }
    expect(words.reduce((sum, { children }) => sum + children.length, 0)).toBe(words.length - 1);
  }
  expect(next).toBe(tokens.length);
}

describe('documents', () => {
  test('are sound for any text', () => {
    fc.assert(
      fc.property(texts, (text) => expectSound(read(plainArticle(text)))),
      { numRuns: 150 },
    );
  });

  test('hold every character that is no blank exactly once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { tokens } = read(plainArticle(text));
        const bare = (part: string) => part.replace(/[\s\p{Cc}\u200b]/gu, '');
        expect(bare(tokens.map((token) => token.text).join(''))).toBe(bare(text));
      }),
      { numRuns: 100 },
    );
  });

  test('come out the same each time', () => {
    expect(read(plainArticle(STORY))).toEqual(read(plainArticle(STORY)));
  });

  test('of a language without a model are flat', () => {
    const document = read(plainArticle('Ala ma kota. Kot ma Alę!', 'pl'));
    expect(document.hasTrees).toBe(false);
    expect(document.sentences).toHaveLength(2);
    expect(document.tokens.map(({ text }) => text)).toEqual([
      'Ala',
      'ma',
      'kota',
      '.',
      'Kot',
      'ma',
      'Alę',
      '!',
    ]);
    expect(document.tokens.every(({ upos }) => upos === 'X')).toBe(true);
    expectSound(document);
  });

  test('give sentences inside a residue its language and no tree', () => {
    const text = 'They met on Friday. Gli altri esperti erano presenti. Nothing was signed.';
    const start = text.indexOf('Gli');
    const end = text.indexOf(' Nothing');
    const residue = [{ start, end, text: text.slice(start, end), language: 'it' }];
    const document = read({ ...plainArticle(text), residue });
    expect(document.sentences.map(({ language }) => language)).toEqual(['en', 'it', 'en']);
    const [, middle] = document.sentences;
    const words = document.tokens.slice(middle?.firstToken, middle?.endToken);
    expect(new Set(words.map(({ upos }) => upos))).toEqual(new Set(['X']));
    expectSound(document);
  });
});

describe('hostile text', () => {
  test.each([
    ['a line of a megabyte without a blank', 'a'.repeat(1_000_000)],
    ['stops', '.'.repeat(300_000)],
    ['brackets', '('.repeat(20_000)],
    ['quotes without end', `"'`.repeat(10_000)],
    ['hyphens', 'a-'.repeat(10_000)],
  ])('%s is read', (_, text) => {
    const document = read(plainArticle(text));
    expect(document.tokens.at(-1)?.end).toBe(text.length);
    expect(document.sentences.every(({ firstToken, endToken }) => endToken - firstToken <= 251)).toBe(true);
  });

  test('a sentence of 30,000 words is cut', () => {
    const document = read(plainArticle('word '.repeat(30_000)));
    expect(document.tokens).toHaveLength(30_000);
    expect(document.sentences.length).toBeGreaterThanOrEqual(120);
  });
});

describe('walking a tree', () => {
  const document = read(plainArticle(STORY));
  const word = (text: string) => {
    const found = document.tokens.find((token) => token.text === text);
    if (!found) throw new Error(`no ${text}`);
    return found;
  };

  test('heads, children and relations', () => {
    const said = word('said');
    expect(headOf(document, said)).toBeNull();
    expect(childrenOf(document, said, 'nsubj').map(({ text }) => text)).toEqual(['Azerbaijan']);
    expect(childrenOf(document, word('killed'), 'nsubj').map(({ deprel }) => deprel)).toEqual(['nsubj:pass']);
    expect(isRelation('nsubj:pass', ['nsubj'])).toBe(true);
    expect(isRelation('nsubjx', ['nsubj'])).toBe(false);
    expect(isRelation('nsubj', ['nsubj:pass'])).toBe(false);
  });

  test('subtrees and paths', () => {
    const killed = word('killed');
    expect(isDescendant(document, word('soldiers'), killed)).toBe(true);
    expect(isDescendant(document, killed, killed)).toBe(false);
    const { start, end } = subtreeSpan(document, killed);
    expect(STORY.slice(start, end)).toBe('that two soldiers were killed by fire from the other side');
    expect(subtreeOf(document, word('soldiers')).map(({ text }) => text)).toEqual(['two', 'soldiers']);
    expect(pathBetween(document, word('Azerbaijan'), word('soldiers'))?.map(({ text }) => text)).toEqual([
      'Azerbaijan',
      'said',
      'killed',
      'soldiers',
    ]);
    expect(pathBetween(document, word('Azerbaijan'), word('Yerevan'))).toBeNull();
  });
});
