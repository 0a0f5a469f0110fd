import { folded } from './phrases.ts';

const SEPARATORS = / [|–—·•:»«-] /u;
/** Headings shorter than this are as likely the outlet's name as a part of the title. */
const TELLING = 12;

/** The title as the page shows it, less the name of the outlet that is often hung on it. */
export function titleOf(
  candidates: readonly (string | undefined)[],
  headings: readonly string[],
  outlet: string | undefined,
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
  const [title] = given;
  if (title === undefined) return headings[0] ?? '';
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
