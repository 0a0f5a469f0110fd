import { dayOf, oneOf, present, textOf } from '../shared/search-params.ts';

export const PARTS = ['articles', 'events', 'claims', 'conditions', 'actors'] as const;
export type Part = (typeof PARTS)[number];

/** What the address of the search can hold: the words, where to look, and between which days. */
export function searchSearch(given: Record<string, unknown>) {
  return present({
    dossier: textOf(given.dossier),
    show: textOf(given.show),
    q: textOf(given.q),
    part: oneOf(given.part, PARTS),
    language: textOf(given.language),
    since: dayOf(given.since),
    until: dayOf(given.until),
  });
}
export type SearchSearch = ReturnType<typeof searchSearch>;
