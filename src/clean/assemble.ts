import {
  type Article,
  type Note,
  type Removed,
  type SourcePlace,
  type Span,
  spanOf,
} from '../model/index.ts';
import { mapped } from './lists.ts';
import { residueOf } from './residue.ts';
import { slipsOf } from './slips.ts';

/** What both kinds of pages come to before the article is put together. */
export interface Draft {
  readonly known: Omit<Article, 'text' | 'paragraphs' | 'residue' | 'removed' | 'sources'>;
  readonly paragraphs: readonly { readonly text: string; readonly source: SourcePlace }[];
  readonly removed: readonly Removed[];
  readonly notes: readonly Note[];
}

/** What clean gives: the article, and what a reader should know about how it was made. */
export interface Cleaned {
  readonly article: Article;
  readonly notes: readonly Note[];
}

/** Joins the paragraphs with blank lines and finds passages in other languages. */
export function assemble({ known, paragraphs, removed, notes }: Draft): Cleaned {
  let text = '';
  const bounds: [number, number][] = [];
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    bounds.push([text.length, text.length + paragraph.text.length]);
    text += paragraph.text;
  }
  const spans: Span[] = mapped(bounds, ([start, end]) => spanOf(text, start, end));
  const article: Article = {
    ...known,
    text,
    paragraphs: spans,
    removed: [...removed],
    residue: known.language === 'und' ? [] : residueOf(text, spans, known.language),
    sources: mapped(paragraphs, ({ source }) => source),
  };
  const more: Note[] =
    text === '' ? [{ kind: 'cleaning', message: 'No article text was found on this page.' }] : [];
  const slips = known.language === 'en' ? slipsOf(text, spans, article.residue) : [];
  return { article, notes: [...notes, ...more, ...slips] };
}
