import { dayOf, oneOf, present, someOf, textOf } from '../shared/search-params.ts';
import { STATUSES, TYPES } from '../shared/terms.ts';

/** What the address of the timeline can hold; the names are those of the API. */
export function timelineSearch(given: Record<string, unknown>) {
  return present({
    dossier: textOf(given.dossier),
    type: someOf(given.type, TYPES),
    status: someOf(given.status, STATUSES),
    country: /^[A-Z]{3}$/.test(textOf(given.country) ?? '') ? textOf(given.country) : undefined,
    actor: textOf(given.actor),
    since: dayOf(given.since),
    until: dayOf(given.until),
    text: textOf(given.text),
    order: oneOf(given.order, ['newest', 'oldest'] as const),
  });
}
export type TimelineSearch = ReturnType<typeof timelineSearch>;
