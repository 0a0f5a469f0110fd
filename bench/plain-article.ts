import { type Article, edtf, spanOf } from '../src/model/index.ts';

/** An article of plain English text, taken verbatim; paragraphs are parted by empty lines. */
export function plainArticle(id: string, text: string, published?: string): Article {
  return {
    id,
    title: '',
    language: 'en',
    areas: [],
    text,
    paragraphs: [...text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g)].map((match) =>
      spanOf(text, match.index, match.index + match[0].length),
    ),
    removed: [],
    residue: [],
    related: [],
    ...(published === undefined ? {} : { published: edtf(published.replace(/T.*/, '')) }),
  };
}
