import { folded } from './phrases.ts';

const SEPARATOR = /\s+(?:[|–—·•»«:]|-{1,2}|::)\s+|\s*[|｜_]\s*/u;
const GENERIC = new Set([
  'home',
  'news',
  'blog',
  'homepage',
  'article',
  'articles',
  'story',
  'world',
  'index',
]);
const LONGEST = 60;

/**
 * The name of the outlet: the first that its data give and that is a name, without a motto hung on it; else what the page's title has
 * behind the headline.
 */
export function outletOf(
  given: readonly (string | undefined)[],
  pageTitle: string,
  headlines: readonly (string | undefined)[],
): string | undefined {
  for (const name of given) {
    const found = withoutMotto(name ?? '');
    if (found !== '' && !isAddress(found)) return found;
  }
  const title = folded(pageTitle);
  const isHeadline = (text: string) =>
    headlines.some((headline) => headline && folded(headline).startsWith(folded(text)));
  const parts = pageTitle.split(SEPARATOR);
  const last = parts.at(-1)?.trim() ?? '';
  const rest = parts.slice(0, -1);
  if (
    parts.length >= 2 &&
    last.length >= 2 &&
    last.length <= LONGEST &&
    !GENERIC.has(folded(last)) &&
    rest.some(isHeadline) &&
    !isHeadline(last) &&
    title !== ''
  )
    return last;
  return undefined;
}

function isAddress(name: string): boolean {
  return /^(?:https?:)?\/\//i.test(name);
}

/** 'The Valley Post | All the news of the valley' → 'The Valley Post'. */
function withoutMotto(name: string): string {
  const whole = name.replace(/\s+/g, ' ').trim();
  const [first] = whole.split(SEPARATOR) as [string];
  return first.length >= 3 && !GENERIC.has(folded(first)) ? first.trim() : whole;
}
