import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import type { Edtf } from '../model/index.ts';
import { areasOf } from './breadcrumbs.ts';
import { CRUMBS } from './line-title.ts';
import { squeezeBlanks } from './signs.ts';
import { dayShown } from './text-dates.ts';
import type { SourceLine } from './text-lines.ts';
import type { SortedLines } from './text-sort.ts';
import { writerIn } from './text-writer.ts';

const MASTHEADS = new Set(
  z.array(z.string()).parse(readDataFile(new URL('./mastheads.yaml', import.meta.url))),
);
/** Lines before the story that are read for its date and its writer. */
const HEAD = 15;
const LONGEST_NAME = 50;
/** Lines that are asked for a date and a writer. */
const MOST_DATES = 12;

/** What the lines around a story tell of it. */
export interface TextAbout {
  readonly title: string;
  readonly areas: readonly string[];
  readonly byline?: string;
  readonly outlet?: string;
  readonly caption?: string;
  readonly published?: Edtf;
}

/** Title, areas, writer, outlet, caption and date, from the lines that were taken away. Linear. */
export function aboutText(
  lines: readonly SourceLine[],
  { reasons, titleAt, from }: SortedLines,
  givenTitle: string | undefined,
  language: string,
): TextAbout {
  const title = givenTitle ?? squeezeBlanks(lines[titleAt]?.text ?? '');
  const withReason = (reason: string) =>
    lines.filter((_, at) => reasons[at] === reason).map(({ text }) => text);
  const crumbs = (withReason('breadcrumb')[0] ?? '').split(CRUMBS).map((crumb) => crumb.trim());
  const outlet = outletIn(withReason('copyright')) ?? mastheadIn(crumbs);
  const areas = areasOf(
    outlet !== undefined && crumbs[0] === outlet ? crumbs.slice(1) : crumbs,
    title,
    outlet,
  );
  const head = headLines(lines, reasons, titleAt, from);
  const byline = head.map((text) => writerIn(text)).find((name) => name !== undefined);
  const published = dayShown(head, { language });
  const caption = captionIn(withReason('caption')[0]);
  return {
    title,
    areas,
    ...(byline && { byline }),
    ...(outlet && { outlet }),
    ...(caption && { caption }),
    ...(published && { published }),
  };
}

/** Lines that tell of the story, the nearest behind the title first. */
function headLines(
  lines: readonly SourceLine[],
  reasons: SortedLines['reasons'],
  titleAt: number,
  from: number,
): string[] {
  const start = titleAt < 0 ? Math.max(0, from - HEAD) : titleAt + 1;
  const texts: string[] = [];
  const add = (at: number) => {
    if (reasons[at] === 'byline') texts.push((lines[at] as SourceLine).text);
  };
  for (let at = start; at < Math.min(from + 1, lines.length); at++) add(at);
  for (let at = start - 1; at >= Math.max(0, start - HEAD); at--) add(at);
  for (let at = from + 1; at < lines.length && texts.length < MOST_DATES; at++) add(at);
  return texts.slice(0, MOST_DATES);
}

/** The name in a copyright line: `© 2023 The Valley Telegraph`, `(c) Valley Telegraph 2023`. */
function outletIn(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const match =
      /^(?:©|ⓒ|\(c\)|copyright)\s+(?:©\s+)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\s+)?([^\d.,;|–-]{3,50}?)(?:\s+(?:19|20)\d\d)?(?:[.,;|–-].*)?$/iu.exec(
        line.slice(0, 120),
      );
    const name = match?.[1]?.trim();
    if (name !== undefined && !/^(?:all rights|by|the authors?)$/i.test(name)) return name;
  }
  return undefined;
}

/** The first crumb where it is called as newspapers are. */
function mastheadIn([first = '', ...others]: readonly string[]): string | undefined {
  if (others.length === 0 || first === '' || first.length > LONGEST_NAME) return undefined;
  const words = first.toLowerCase().split(/\s+/);
  if (words.length < 2) return undefined;
  return MASTHEADS.has(words[0] as string) || MASTHEADS.has(words.at(-1) as string) ? first : undefined;
}

function captionIn(line: string | undefined): string | undefined {
  if (line === undefined) return undefined;
  return line.replace(/^\p{L}{3,12}\s{0,2}[:/]\s{0,2}/u, '') || line;
}
