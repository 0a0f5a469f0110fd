import type { Decoded, Page } from '../collect/index.ts';
import { edtf, spanOf } from '../model/index.ts';
import { assemble, type Cleaned } from './assemble.ts';
import { languageOf } from './language.ts';
import { linesOf, sortLines } from './text-lines.ts';

/** Scraped plain text → article. */
export function cleanText(page: Page, decoded: Decoded): Cleaned {
  const { text } = decoded;
  const bytesTo = byteCounter(text, decoded);
  const sorted = sortLines(linesOf(text), page.title);
  const place = (start: number, end: number) => ({
    bytes: [bytesTo(start), bytesTo(end)] as [number, number],
  });
  const story = sorted.story.map(({ text: line, start, end }) => ({
    text: line.replace(/[\t\u00a0 ]+/g, ' '),
    source: place(start, end),
  }));
  const language = page.language ?? languageOf(story.map(({ text: line }) => line).join('\n'));
  return assemble({
    known: {
      id: page.id,
      title: page.title ?? sorted.title,
      language,
      areas: [...sorted.areas],
      related: sorted.removed
        .filter(({ reason }) => reason === 'injected-link')
        .map(({ line }) => ({ title: afterMark(line.text) })),
      ...(page.url && { url: page.url }),
      ...(sorted.byline && { byline: sorted.byline }),
      ...(sorted.outlet && { outlet: sorted.outlet }),
      ...(sorted.caption && { caption: sorted.caption }),
      ...dateOf(page, sorted.published),
    },
    paragraphs: story,
    removed: sorted.removed
      .toSorted((a, b) => a.line.start - b.line.start)
      .map(({ line, reason }) => ({ text: line.text, reason, source: place(line.start, line.end) })),
    notes: decoded.notes,
  });
}

/** Text taken verbatim: nothing removed, nothing normalised; each line is a paragraph. */
export function cleanAsIs(page: Page, decoded: Decoded): Cleaned {
  const { text } = decoded;
  return {
    article: {
      id: page.id,
      title: page.title ?? '',
      language: page.language ?? languageOf(text),
      areas: [],
      text,
      paragraphs: linesOf(text).map(({ start, end }) => spanOf(text, start, end)),
      removed: [],
      residue: [],
      related: [],
      ...(page.url && { url: page.url }),
      ...dateOf(page, undefined),
    },
    notes: decoded.notes,
  };
}

/** The date that the caller fixed, else the one that was seen. */
export function dateOf(page: Page, seen: string | undefined) {
  if (page.published) return { published: edtf(page.published), publishedBasis: 'given' as const };
  return seen ? { published: edtf(seen), publishedBasis: 'visible-text' as const } : {};
}

/** What follows the mark of an injected line: the headline of the other story. */
export function afterMark(text: string): string {
  const mark = /^[^:]{3,30}:\s+/u.exec(text);
  return mark ? text.slice(mark[0].length) : text;
}

/**
 * Maps offsets in the text to bytes of the source. Offsets must be asked for in any order; exact for UTF-8, UTF-16 and encodings of one
 * byte a character.
 */
function byteCounter(text: string, { encoding, bomLength }: Decoded): (offset: number) => number {
  if (encoding.startsWith('utf-16')) return (offset) => bomLength + offset * 2;
  if (encoding !== 'utf-8') return (offset) => offset;
  const STEP = 1024;
  const marks = [bomLength];
  for (let at = 0; at < text.length; at += STEP) {
    marks.push((marks.at(-1) as number) + utf8Length(text, at, Math.min(text.length, at + STEP)));
  }
  return (offset) => {
    const mark = Math.floor(offset / STEP);
    return (marks[mark] as number) + utf8Length(text, mark * STEP, offset);
  };
}

/** Bytes of UTF-16 units: half of a pair counts two, so that parts add up. */
function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
