import type { Decoded, Page } from '../collect/index.ts';
import { edtf, type Removed, spanOf } from '../model/index.ts';
import { assemble, type Cleaned } from './assemble.ts';
import { creditsOf } from './credits.ts';
import { languageOf } from './language.ts';
import { dayOfOpening } from './opening-date.ts';
import { aboutText } from './text-about.ts';
import { linesOf, type SourceLine } from './text-lines.ts';
import { sortLines } from './text-sort.ts';

/** Scraped plain text → article. */
export function cleanText(page: Page, decoded: Decoded): Cleaned {
  const { text } = decoded;
  const bytesTo = byteCounter(text, decoded);
  const lines = linesOf(text);
  const sorted = sortLines(lines, page.title);
  const { reasons } = sorted;
  const place = ({ start, end }: SourceLine) => ({
    bytes: [bytesTo(start), bytesTo(end)] as [number, number],
  });
  const story = lines
    .filter((_, at) => reasons[at] === null)
    .map((line) => ({ text: line.text.replace(/[\t\u00a0 ]+/g, ' '), source: place(line) }));
  const language = page.language ?? languageOf(story.map(({ text: line }) => line).join('\n'));
  const { published, areas, ...about } = aboutText(lines, sorted, page.title, language);
  const removed = lines.flatMap((line, at): Removed[] => {
    const reason = reasons[at];
    return reason ? [{ text: line.text, reason, source: place(line) }] : [];
  });
  const credits = creditsOf({
    paragraphs: story.map(({ text: line }) => line),
    lines: removed.filter(({ reason }) => reason === 'byline').map(({ text: line }) => line),
    byline: about.byline,
    source: undefined,
    outlet: about.outlet,
  });
  return assemble({
    known: {
      id: page.id,
      ...about,
      language,
      areas: [...areas],
      related: removed
        .filter(({ reason }) => reason === 'injected-link')
        .map(({ text: line }) => ({ title: afterMark(line) })),
      ...(page.url && { url: page.url }),
      ...(credits.length > 0 && { credits }),
      ...dateOf(page, published ?? dayOfOpening(story[0]?.text ?? '', { language }) ?? undefined),
    },
    paragraphs: story,
    removed,
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
