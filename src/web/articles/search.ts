import { dayOf, oneOf, present, textOf } from '../shared/search-params.ts';

export const ORDERS = ['newest', 'oldest', 'added'] as const;

/** What the address of the list of articles can hold. */
export function articlesSearch(given: Record<string, unknown>) {
  return present({
    q: textOf(given.q),
    language: textOf(given.language),
    outlet: textOf(given.outlet),
    since: dayOf(given.since),
    until: dayOf(given.until),
    order: oneOf(given.order, ORDERS),
  });
}
export type ArticlesSearch = ReturnType<typeof articlesSearch>;
