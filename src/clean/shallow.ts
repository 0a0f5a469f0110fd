/**
 * Elements that nest without end only in pages made to harm. Those that authors leave open (p, li, td …) are not counted, since they close
 * each other.
 */
const NESTING = new Set(
  'div span section article main table tbody tr ul ol dl blockquote b i em strong font center small big u s sub sup a ins del form fieldset figure details nav aside header footer'.split(
    ' ',
  ),
);
/** No page that is read by people nests deeper. */
const DEEPEST = 1500;
const TAG = /<(\/?)([a-z][a-z0-9]*)/gi;

/**
 * HTML without the tags that nest deeper than {@link DEEPEST}: parsers keep a stack whose every step costs its depth. The text between the
 * tags stays. Linear; returns the very same string where nothing nests so deep.
 */
export function shallow(html: string): string {
  let depth = 0;
  let at = 0;
  let kept = '';
  for (const match of html.matchAll(TAG)) {
    if (!NESTING.has((match[2] as string).toLowerCase())) continue;
    const isClosing = match[1] === '/';
    if (isClosing && depth > 0) depth--;
    if (depth >= DEEPEST && match.index >= at) {
      const end = html.indexOf('>', match.index);
      kept += html.slice(at, match.index);
      at = end === -1 ? html.length : end + 1;
    }
    if (!isClosing) depth++;
  }
  return at === 0 ? html : kept + html.slice(at);
}
