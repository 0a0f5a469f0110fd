import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { plainArticle, read } from '../../../src/read/index.ts';

interface Case {
  readonly text: string;
  readonly sentences: readonly string[];
}

const cases = parse(readFileSync(new URL('./words.yaml', import.meta.url), 'utf8')) as Case[];

describe('words and sentences', () => {
  test.each(cases)('$text', ({ text, sentences }) => {
    const document = read(plainArticle(text));
    const found = document.sentences.map(({ firstToken, endToken }) =>
      document.tokens
        .slice(firstToken, endToken)
        .map((token) => token.text)
        .join(' '),
    );
    expect(found).toEqual(sentences);
  });
});
