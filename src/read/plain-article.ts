import { type Article, articleIdOf, hashOfBytes, spanOf } from '../model/index.ts';

/**
 * An article of plain text taken verbatim, so that its offsets hold: a blank line ends a paragraph. For trying out the
 * engine on text that needs no cleaning.
 */
export function plainArticle(text: string, language = 'en', id?: string): Article {
  const paragraphs = [];
  let at = 0;
  for (const blank of text.matchAll(/\n[^\S\n]*\n\s*|$/g)) {
    const end = blank.index;
    if (text.slice(at, end).trim() !== '') paragraphs.push(spanOf(text, at, end));
    at = end + blank[0].length;
  }
  return {
    id: id ?? articleIdOf(hashOfBytes(new TextEncoder().encode(text))),
    title: '',
    language,
    areas: [],
    text,
    paragraphs,
    removed: [],
    residue: [],
    related: [],
  };
}
