import { z } from 'zod';

/**
 * A stretch of `article.text`. `start` and `end` are UTF-16 code unit offsets, `end` exclusive;
 * `text` always equals `article.text.slice(start, end)`.
 */
export const Span = z
  .object({
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    text: z.string(),
  })
  .refine((span) => span.end - span.start === span.text.length, {
    message: 'span.text must be as long as end - start',
  })
  .meta({ id: 'Span', description: 'UTF-16 offsets into article.text, end exclusive' });
export type Span = z.infer<typeof Span>;

/** Cuts the span [start, end) out of `text` (UTF-16 offsets). Throws a RangeError outside of the text. */
export function spanOf(text: string, start: number, end: number): Span {
  if (start < 0 || end < start || end > text.length) {
    throw new RangeError(`span ${start}–${end} lies outside of a text of ${text.length} units`);
  }
  return { start, end, text: text.slice(start, end) };
}

/** Is the span true to the text it claims to come from? */
export function isTrueSpan(text: string, span: Span): boolean {
  return text.slice(span.start, span.end) === span.text;
}

/** The span without white space at either end; an all-blank span shrinks to its start. */
export function trimSpan(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return spanOf(text, from, to);
}

type Bounds = { readonly start: number; readonly end: number };

/** Do the two share at least one code unit? */
export function overlaps(a: Bounds, b: Bounds): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Does `outer` hold all of `inner`? */
export function contains(outer: Bounds, inner: Bounds): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
