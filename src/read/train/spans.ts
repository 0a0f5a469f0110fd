/** Words with their tags (IOB2). */
export interface TaggedSentence {
  readonly forms: readonly string[];
  readonly tags: readonly string[];
}

/** A tagged stretch of words [first, end). */
export interface TaggedSpan {
  readonly type: string;
  readonly first: number;
  readonly end: number;
}

/** Spans of an IOB2 or BIOES sequence, read as conlleval does: a change of type or an opening tag begins a new one. */
export function spansOf(tags: readonly string[]): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  let open: { type: string; first: number } | null = null;
  tags.forEach((tag, index) => {
    const [place, type] = [tag[0] as string, tag.slice(2)];
    const goesOn = open !== null && (place === 'I' || place === 'E') && open.type === type;
    if (open && !goesOn) {
      spans.push({ ...open, end: index });
      open = null;
    }
    if (tag !== 'O' && !goesOn) open = { type, first: index };
  });
  const last = open as { type: string; first: number } | null;
  if (last) spans.push({ ...last, end: tags.length });
  return spans;
}

/** Span-level precision, recall and F1, exact boundaries and type, micro-averaged (conlleval). */
export function scoreSpans(gold: readonly TaggedSpan[][], found: readonly TaggedSpan[][]) {
  const counts = new Map<string, { gold: number; found: number; right: number }>();
  const count = (type: string, what: 'gold' | 'found' | 'right') => {
    const tally = counts.get(type) ?? { gold: 0, found: 0, right: 0 };
    tally[what]++;
    counts.set(type, tally);
  };
  const key = (span: TaggedSpan) => `${span.type} ${span.first} ${span.end}`;
  gold.forEach((spans, index) => {
    const right = new Set(spans.map(key));
    for (const span of spans) count(span.type, 'gold');
    for (const span of found[index] ?? []) {
      count(span.type, 'found');
      if (right.has(key(span))) count(span.type, 'right');
    }
  });
  const all = { gold: 0, found: 0, right: 0 };
  for (const tally of counts.values()) {
    all.gold += tally.gold;
    all.found += tally.found;
    all.right += tally.right;
  }
  const byType = Object.fromEntries(
    [...counts].map(([type, tally]) => [type, Number((100 * f1(tally)).toFixed(1))]),
  );
  return { precision: all.right / all.found, recall: all.right / all.gold, f1: f1(all), byType };
}

function f1({ gold, found, right }: { gold: number; found: number; right: number }): number {
  return gold + found === 0 ? 0 : (2 * right) / (gold + found);
}
