import { folded } from './phrases.ts';

const SEPARATORS = / [|–—·•:»«-] /u;
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
    if (heading) return heading;
  }
  for (const title of given) {
    const heading = headings.find((text) => text.length > 15 && folded(title).startsWith(folded(text)));
    if (heading) return heading;
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
        .split(SEPARATORS)
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
