import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { plainArticle, read } from '../../../src/read/index.ts';

interface Case {
  readonly text: string;
  /** ISO 639; English where not given. */
  readonly language?: string;
  readonly sentences: readonly string[];
}

const cases = parse(readFileSync(new URL('./words.yaml', import.meta.url), 'utf8')) as Case[];

describe('words and sentences', () => {
  test.each(cases)('$text', ({ text, language, sentences }) => {
    const document = read(plainArticle(text, language));
    const found = document.sentences.map(({ firstToken, endToken }) =>
      document.tokens
        .slice(firstToken, endToken)
        .map((token) => token.text)
        .join(' '),
    );
    expect(found).toEqual(sentences);
  });
});
