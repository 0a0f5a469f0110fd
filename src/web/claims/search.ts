import type { Stance } from '../api/client.ts';
import { dayOf, present, someOf, textOf } from '../shared/search-params.ts';

export const STANCES: readonly Stance[] = [
  'states',
  'accuses',
  'denies',
  'demands',
  'threatens',
  'offers',
  'refuses',
  'assesses',
  'predicts',
  'supports',
];

/** What the address of the claims can hold: what they are about, and which of them. */
export function claimsSearch(given: Record<string, unknown>) {
  return present({
    dossier: textOf(given.dossier),
    show: textOf(given.show),
    about: textOf(given.about),
    text: textOf(given.text),
    stance: someOf(given.stance, STANCES),
    since: dayOf(given.since),
    until: dayOf(given.until),
  });
}
export type ClaimsSearch = ReturnType<typeof claimsSearch>;
