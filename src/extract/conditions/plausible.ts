import { boundsOfEdtf, daysBetween, type Edtf } from '../../model/index.ts';
import type { Sentence, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { datesOfSentence } from '../dates-of-sentence.ts';
import { isLongAgo } from './history.ts';

/** 'was closed when they went to war in 1998': every date of its sentence is long past. */
export function isOfOldSentence(
  { document, article: { published } }: ExtractionContext,
  { sentence }: Token,
): boolean {
  const dates = datesOfSentence(document, document.sentences[sentence] as Sentence).filter(
    ({ edtf }) => edtf !== null,
  );
  return (
    dates.length > 0 &&
    published !== undefined &&
    dates.every(({ edtf }) => isLongAgo(edtf as Edtf, published))
  );
}

/** So is an end before it of what stands. */
export function isBehind({ article: { published } }: ExtractionContext, until: Edtf | null): boolean {
  const last = until && boundsOfEdtf(until).last;
  return Boolean(last && published && last < published);
}

/** A start after the article's day is a date read wrong. */
export function isAhead({ article: { published } }: ExtractionContext, since: Edtf | null): boolean {
  const first = since && boundsOfEdtf(since).first;
  return Boolean(first && published && first > published);
}

/** Days ahead within which a start is announced, and not read wrong. */
const SOON = 31;

/** What begins within days does not stand yet. */
export function isSoon({ article: { published } }: ExtractionContext, since: Edtf): boolean {
  const { first } = boundsOfEdtf(since);
  const days = first && published ? daysBetween(published, first) : null;
  return days !== null && days > 0 && days <= SOON;
}
