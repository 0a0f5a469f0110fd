import type { RemovalReason } from '../model/index.ts';
import { dayInWords } from './dates.ts';
import { contentWords, reasonAgainst } from './injected.ts';
import { folded, furniturePhrase } from './phrases.ts';

/** A line of scraped text with its place, UTF-16 offsets into the decoded text. */
export interface SourceLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface SortedLines {
  readonly title: string;
  readonly byline?: string;
  readonly caption?: string;
  readonly areas: readonly string[];
  readonly published?: string;
  readonly outlet?: string;
  readonly story: readonly SourceLine[];
  readonly removed: readonly { readonly line: SourceLine; readonly reason: RemovalReason }[];
}

const CRUMBS = /\s+[›»>→]\s+|\s\/\s/;
const COMMENTS_HEAD = /^\d{1,5}\s+(?:comments?|commenti?|комментари\p{L}*|commentaires?|comentarios?)$/iu;
const BYLINE = /^(?:by|di|от|автор:?|par|por|von|posted by|written by)\s+\S/i;
const CAPTION = /^(?:photo|image|picture|foto|caption|фото|file photo)\s*[:/(]|^\(?(?:photo|image) by\b/i;
const SENTENCE_END = /[.!?…][”"»’')\]]*$/u;
/** What ends a story for good: all that follows is the page's. */
const TAIL = new Set<RemovalReason>(['comment-form', 'spam-notice']);

/** Lines that are not blank. Linear; a line feed ends a line. */
export function linesOf(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    let [from, to] = [start, end];
    while (from < to && /\s/.test(text[from] as string)) from++;
    while (to > from && /\s/.test(text[to - 1] as string)) to--;
    if (to > from) lines.push({ text: text.slice(from, to), start: from, end: to });
    start = end + 1;
  }
  return lines;
}

/** Sorts the lines of scraped text into what is the story and what is around it. */
export function sortLines(lines: readonly SourceLine[], givenTitle: string | undefined): SortedLines {
  const removed: { line: SourceLine; reason: RemovalReason }[] = [];
  const story: SourceLine[] = [];
  const words = contentWords(lines.map(({ text }) => text));
  let title = givenTitle ?? '';
  let byline: string | undefined;
  let caption: string | undefined;
  let published: string | undefined;
  let areas: string[] = [];
  let inTail = false;
  const longProse = lines.findIndex(({ text }) => isProse(text));
  const firstProse = longProse >= 0 ? longProse : lines.findIndex(({ text }) => isSentence(text));
  const head = lines.slice(0, Math.max(1, firstProse));
  // A line that stands twice before the story begins is its title.
  const repeated = head.find(
    ({ text }, at) =>
      text.length > 15 &&
      !CRUMBS.test(text) &&
      head.some((other, place) => place > at && folded(other.text) === folded(text)),
  )?.text;
  for (const [index, line] of lines.entries()) {
    const { text } = line;
    const take = (reason: RemovalReason) => {
      removed.push({ line, reason });
    };
    const isHead = index < (firstProse === -1 ? 1 : firstProse);
    const crumbs = text.split(CRUMBS);
    if (isHead && crumbs.length > 1 && text.length < 200 && !SENTENCE_END.test(text)) {
      if (areas.length === 0) areas = crumbs;
      take('breadcrumb');
      continue;
    }
    if (isHead && BYLINE.test(text) && text.length < 100) {
      byline ??= text
        .replace(/^\S+\s+(?:by\s+)?/i, '')
        .replace(/\s*[|·•,–-]\s*.*$/u, '')
        .trim();
      published ??= dayInWords(text) ?? undefined;
      take('byline');
      continue;
    }
    if (CAPTION.test(text) && text.length < 300) {
      caption ??= text.replace(CAPTION, '').replace(/^[\s:)]+/, '') || text;
      take('caption');
      continue;
    }
    if (title !== '' && folded(text) === folded(title)) {
      take('repeated-title');
      continue;
    }
    if (isHead) {
      const day = text.length < 60 ? dayInWords(text) : null;
      if (day) {
        published ??= day;
        take('byline');
        continue;
      }
      const hit = furniturePhrase(text);
      if (hit) {
        take(hit.reason);
        continue;
      }
      if (title === '' && text.split(' ').length >= 3 && (text === repeated || repeated === undefined)) {
        title = text;
        continue;
      }
      take('navigation');
      continue;
    }
    if (COMMENTS_HEAD.test(text)) {
      inTail = true;
      take('comment');
      continue;
    }
    if (inTail) {
      take(furniturePhrase(text)?.reason ?? 'comment');
      continue;
    }
    const reason = reasonAgainst({ text, linkShare: 0, isHeading: false }, words);
    if (reason) {
      if (TAIL.has(reason) && index > firstProse) inTail = true;
      take(reason);
      continue;
    }
    if (!SENTENCE_END.test(text) && text.length < 40 && crumbs.length > 1) {
      take('navigation');
      continue;
    }
    story.push(line);
  }
  const last = areas.at(-1);
  if (last !== undefined && title !== '' && folded(last) === folded(title)) areas = areas.slice(0, -1);
  const outlet = outletOf(removed.map(({ line }) => line.text));
  if (outlet !== undefined && areas[0] !== undefined && folded(areas[0]) === folded(outlet))
    areas = areas.slice(1);
  return {
    title,
    ...(outlet && { outlet }),
    areas: areas.filter((area) => !/^(?:home|главная|homepage)$/i.test(area)),
    story,
    removed,
    ...(byline && { byline }),
    ...(caption && { caption }),
    ...(published && { published }),
  };
}

/** In a text of short lines only: a whole sentence of four words or more. */
function isSentence(text: string): boolean {
  return SENTENCE_END.test(text) && text.split(/\s+/).length >= 4 && !furniturePhrase(text);
}

function isProse(text: string): boolean {
  return text.length >= 60 && SENTENCE_END.test(text) && !furniturePhrase(text);
}

/** The name in a copyright line: `© 2023 The Valley Telegraph`, `(c) Valley Telegraph 2023`. */
function outletOf(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const match =
      /^(?:©|\(c\)|copyright)\s+(?:©\s+)?(?:\d{4}\s+)?([^\d.,|–-]{3,50}?)(?:\s+\d{4})?(?:[.,|–-].*)?$/iu.exec(
        line.slice(0, 120),
      );
    if (match?.[1]) return match[1].trim();
  }
  return undefined;
}
