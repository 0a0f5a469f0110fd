import type { MessageKey } from '../messages/index.ts';
import { dayOf, present } from '../shared/search-params.ts';

/** The places that one can go to: their address, their word, and the letter that leads there after `g`. */
export interface View {
  readonly to:
    | '/'
    | '/timeline'
    | '/claims'
    | '/map'
    | '/people'
    | '/articles'
    | '/search'
    | '/review'
    | '/add'
    | '/dossiers'
    | '/accounts';
  readonly name: MessageKey;
  readonly letter: string;
  /** Path of a 24 × 24 icon, drawn as lines. */
  readonly icon: string;
  readonly group: 'look' | 'work';
  /** Only where there are accounts. */
  readonly isForAccounts?: boolean;
}

export const VIEWS: readonly View[] = [
  {
    to: '/',
    name: 'nav.overview',
    letter: 'o',
    icon: 'M4 20V11M10 20V5M16 20v-7M21 20H3',
    group: 'look',
  },
  {
    to: '/timeline',
    name: 'nav.timeline',
    letter: 't',
    icon: 'M3 7h7M14 7h3M6 12h12M4 17h4M12 17h9',
    group: 'look',
  },
  {
    to: '/claims',
    name: 'nav.claims',
    letter: 'c',
    icon: 'M4 5h7v10H7l-3 3zM20 9h-6M20 13h-6M20 17h-8',
    group: 'look',
  },
  {
    to: '/map',
    name: 'nav.map',
    letter: 'm',
    icon: 'M12 21s-6-6.5-6-11a6 6 0 0 1 12 0c0 4.500-6 11-6 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
    group: 'look',
  },
  {
    to: '/people',
    name: 'nav.actors',
    letter: 'p',
    icon: 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM3 20c0-4 3-6 6-6s6 2 6 6M16 4.500a3 3 0 0 1 0 6M17.500 14.500c2 .6 3.500 2.500 3.500 5.500',
    group: 'look',
  },
  {
    to: '/articles',
    name: 'nav.articles',
    letter: 'a',
    icon: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7M9 7h3',
    group: 'look',
  },
  {
    to: '/search',
    name: 'nav.search',
    letter: 's',
    icon: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500 21 21',
    group: 'work',
  },
  {
    to: '/review',
    name: 'nav.review',
    letter: 'r',
    icon: 'M4 12l5 5L20 6M4 5h8M4 20h12',
    group: 'work',
  },
  {
    to: '/add',
    name: 'nav.add',
    letter: 'n',
    icon: 'M12 5v14M5 12h14',
    group: 'work',
  },
  {
    to: '/dossiers',
    name: 'nav.dossiers',
    letter: 'd',
    icon: 'M3 6h7l2 3h9v10H3z',
    group: 'work',
  },
  {
    to: '/accounts',
    name: 'nav.accounts',
    letter: 'u',
    icon: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4.500 4-6 8-6s8 1.500 8 6',
    group: 'work',
    isForAccounts: true,
  },
];

/** What goes along to another view: between timeline and map, the time that is looked at. */
export function carried(to: View['to'], before: Record<string, unknown>): { since?: string; until?: string } {
  if (to !== '/timeline' && to !== '/map') return {};
  return present({ since: dayOf(before.since), until: dayOf(before.until) });
}
