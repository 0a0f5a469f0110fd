/** Cuts text into stretches, each with all the marks that cover it. Offsets are UTF-16, as in the record. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** What is marked: `evidence` of a line, `residue`, or a part of the line that is looked at. */
  readonly kind: string;
  /** Id of the line; the language of a residue. */
  readonly of: string;
}

export interface Segment {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Marks that end with this stretch. */
  readonly ending: readonly Mark[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The stretches of one paragraph, in order, without gap or overlap. Marks may overlap each other and reach beyond the
 * paragraph; empty ones are left out. Takes as long as sorting the marks and writing out the result.
 */
export function segmentsOf(paragraph: Stretch, marks: readonly Mark[]): Segment[] {
  const inside = marks.filter(
    ({ start, end }) => start < end && start < paragraph.end && end > paragraph.start,
  );
  const starts = [...inside].sort((a, b) => a.start - b.start);
  const cuts = new Set([paragraph.start, paragraph.end]);
  for (const { start, end } of inside) {
    if (start > paragraph.start) cuts.add(start);
    if (end < paragraph.end) cuts.add(end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (let index = 0; index + 1 < places.length; index++) {
    const [from, to] = [places[index] as number, places[index + 1] as number];
    while (next < starts.length && (starts[next] as Mark).start <= from) open.push(starts[next++] as Mark);
    open = open.filter(({ end }) => end > from);
    segments.push({
      start: from,
      text: paragraph.text.slice(from - paragraph.start, to - paragraph.start),
      marks: [...open],
      ending: open.filter(({ end }) => end === to),
    });
  }
  return segments;
}

/** The marks of each paragraph, in step with `paragraphs`, which stand in the order of the text. */
export function marksByParagraph(paragraphs: readonly Stretch[], marks: readonly Mark[]): Mark[][] {
  const found: Mark[][] = paragraphs.map(() => []);
  for (const mark of marks) {
    for (let at = firstEndingAfter(paragraphs, mark.start); at < paragraphs.length; at++) {
      if ((paragraphs[at] as Stretch).start >= mark.end) break;
      found[at]?.push(mark);
    }
  }
  return found;
}

function firstEndingAfter(paragraphs: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle] as Stretch).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
