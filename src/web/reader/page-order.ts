import type { Article, Removed, SourcePlace } from '../api/client.ts';

/** A piece of the page in its place: a paragraph of the story by its number, or what was taken away. */
export type Piece = { readonly paragraph: number } | { readonly removed: Removed };

/**
 * Story and removed pieces woven together as they stood on the page. Each list is in the order of the page; paths in
 * the page (or bytes of the file) say between which paragraphs a removed piece stood, where they can be compared.
 */
export function pageOrder({ paragraphs, sources = [], removed }: Article): Piece[] {
  const before: Removed[][] = paragraphs.map(() => []);
  const end: Removed[] = [];
  let at = 0;
  for (const piece of removed) {
    const next = piece.source
      ? sources.findIndex((one, index) => index >= at && comes(piece.source, one) < 0)
      : at;
    const after = piece.source ? lastBefore(sources, piece.source) + 1 : at;
    at = next >= 0 ? Math.max(at, Math.min(next, paragraphs.length)) : Math.max(at, after);
    (before[at] ?? end).push(piece);
  }
  return [
    ...paragraphs.flatMap((_, index) => [
      ...(before[index] ?? []).map((one) => ({ removed: one })),
      { paragraph: index },
    ]),
    ...end.map((one) => ({ removed: one })),
  ];
}

function lastBefore(sources: readonly SourcePlace[], place: SourcePlace): number {
  return sources.findLastIndex((one) => comes(one, place) < 0);
}

/** Below 0 where `one` stands before `other`, above where after; 0 where that cannot be told. */
export function comes(one: SourcePlace | undefined, other: SourcePlace | undefined): number {
  if (!one || !other) return 0;
  if ('bytes' in one && 'bytes' in other) return (one.bytes[0] ?? 0) - (other.bytes[0] ?? 0);
  if (!('path' in one) || !('path' in other)) return 0;
  const [here, there] = [one.path.split('/'), other.path.split('/')];
  const step = here.findIndex((name, index) => name !== there[index]);
  const [a, b] = [/^(.*)\[(\d+)\]$/.exec(here[step] ?? ''), /^(.*)\[(\d+)\]$/.exec(there[step] ?? '')];
  if (!a || !b) return 0;
  if (a[1] === b[1]) return Number(a[2]) - Number(b[2]);
  return Math.sign(rank(a[1] ?? '') - rank(b[1] ?? ''));
}

/** Where elements of different names stand in one parent cannot be told from the path, but for those of a page's frame. */
function rank(name: string): number {
  if (name === 'head' || name === 'header' || name === 'nav' || name === 'h1') return -1;
  return name === 'footer' || name === 'aside' || name === 'form' ? 1 : 0;
}
