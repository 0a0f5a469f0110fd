import { folded } from './phrases.ts';

const SEPARATORS = / [|–—·•:»«-] /u;
/** Where a heading is one of the parts, they may be parted without blanks too, as in Chinese: 瓦尔达会谈_山谷日报. */
const ANY_SEPARATOR = /\s*[|｜_–—·•:：»«]+\s*| - /u;
/** Headings shorter than this are as likely the outlet's name as a part of the title. */
const TELLING = 12;

/** Share of the longer words of two titles that must be the same. */
const ALIKE = 0.5;

/** The title as the page shows it, less the name of the outlet that is often hung on it. */
export function titleOf(
  candidates: readonly (string | undefined)[],
  headings: readonly string[],
  outlet: string | undefined,
  mainHeadings: readonly string[] = [],
): string {
  const given = candidates
    .filter((title): title is string => title !== undefined && title.trim() !== '')
    .map((title) => title.replace(/\s+/g, ' ').trim());
  for (const title of given) {
    const heading = headings.find((text) => folded(text) === folded(title));
    // A kicker over the headline is parted from it by style on the page, by a sign in the data.
    if (heading) return heading.length < title.length ? title : heading;
  }
  for (const title of given) {
    const heading = headings.find((text) => text.length > 15 && folded(title).startsWith(folded(text)));
    if (heading) return asWritten(title, heading);
  }
  // 'Outlet: the headline', 'Outlet | the headline'.
  for (const title of given) {
    const heading = headings.find(
      (text) => text.length >= TELLING && folded(title).endsWith(` ${folded(text)}`),
    );
    if (heading) return heading;
  }
  // 'The headline – Outlet' over a headline too short to tell by itself.
  for (const title of given) {
    const heading = headings.find((text) =>
      title
        .split(ANY_SEPARATOR)
        .slice(0, -1)
        .some((part) => folded(part) === folded(text)),
    );
    if (heading) return heading;
  }
  // The headline as written for search engines: the page's own says the same in other words.
  const [title] = given;
  if (title === undefined) return headings[0] ?? '';
  const alike = mainHeadings.filter((text) => text.length >= TELLING && isAlike(title, text));
  if (alike.length === 1) return alike[0] as string;
  return withoutOutlet(title, outlet);
}

/** The words of a heading as the title that begins with them writes them, where it has more signs between them. */
function asWritten(title: string, heading: string): string {
  let left = folded(heading).split(' ').length;
  let end = 0;
  for (const { 0: word, index } of title.matchAll(/[\p{L}\p{N}'’©]+/gu)) {
    if (left-- === 0) break;
    end = index + word.length;
  }
  const written = title.slice(0, end) + (/^[”"»“’?!)…]+/u.exec(title.slice(end))?.[0] ?? '');
  return written.length > heading.length && folded(written) === folded(heading) ? written : heading;
}

function withoutOutlet(title: string, outlet: string | undefined): string {
  const parts = title.split(SEPARATORS);
  if (parts.length < 2) return title;
  const last = parts.at(-1) as string;
  if (outlet && folded(last) === folded(outlet)) return title.slice(0, title.length - last.length - 3).trim();
  const [first] = parts as [string];
  return parts.length === 2 && first.length >= 20 && last.length <= 25 && /[|–—·•»-]/u.test(title)
    ? first.trim()
    : title;
}

/** Whether two titles share at least half of the longer words of the shorter one, and three of them. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map(
    (text) =>
      new Set(
        folded(text)
          .split(' ')
          .filter((word) => word.length > 3),
      ),
  ) as [Set<string>, Set<string>];
  const both = [...a].filter((word) => b.has(word)).length;
  return both >= 3 && both >= ALIKE * Math.min(a.size, b.size);
}
