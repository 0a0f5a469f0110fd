/**
 * The place, day and agency that news stories open with: `BAKU, 5 March (Agency) –`, `YEREVAN (Agency) -`, `MOSCOW, March 5.
 * /AGENCY/.` They are no part of the first sentence's syntax.
 */
const DATELINE =
  /^\p{Lu}[\p{Lu}\p{M}.'’\s-]{2,40}(?:[,/]\s?[\p{L}\s.]{2,30}?)?(?:,?\s(?:\d{1,2}\s\p{L}{3,10}|\p{L}{3,10}\.?\s\d{1,2})(?:,?\s\d{4})?)?\.?\s?(?:\([^()]{2,40}\)|\/[^/]{2,30}\/)?\.?\s?(?:[–—-]{1,2}|:)\s|^\p{Lu}[\p{Lu}\s.'’-]{2,40}(?:,\s[\p{L}\s\d.]{2,24})?\s?(?:\([\p{L}\s.]{2,40}\)|\/[\p{L}\s.]{2,30}\/)\.?\s/u;
/** Only so much of a paragraph is looked at. */
const WINDOW = 120;

/** Offset behind the dateline of the paragraph [start, end); `start` where it has none. UTF-16 units. */
export function datelineEnd(text: string, start: number, end: number): number {
  const match = DATELINE.exec(text.slice(start, Math.min(end, start + WINDOW)));
  return match && start + match[0].length < end ? start + match[0].length : start;
}
