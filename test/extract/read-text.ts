import { extract } from '../../src/extract/extract.ts';
import { type ArticleRecord, type Claim, spanOf } from '../../src/model/index.ts';
import { read } from '../../src/read/index.ts';

/** The record of a plain text: a paragraph a line, nothing cleaned. */
export function recordOfText(text: string, published?: string): ArticleRecord {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map((match) =>
    spanOf(text, match.index, match.index + match[0].length),
  );
  return extract(
    read({
      id: 'test',
      title: '',
      language: 'en',
      ...(published !== undefined && {
        published: published as NonNullable<ArticleRecord['article']['published']>,
      }),
      areas: [],
      text,
      paragraphs,
      removed: [],
      residue: [],
      related: [],
    }),
  );
}

export function claimsOf(text: string): Claim[] {
  return recordOfText(text).claims;
}
