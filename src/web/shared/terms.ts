import type { ConditionKind, EventStatus, PloverType, Quad } from '../api/client.ts';

/** PLOVER's types by quad class, in the order in which people read them: from talk to violence. */
export const TYPES_OF_QUAD = {
  'verbal-cooperation': ['CONSULT', 'AGREE', 'SUPPORT', 'CONCEDE'],
  'material-cooperation': ['COOPERATE', 'AID', 'RETREAT'],
  'verbal-conflict': ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'],
  'material-conflict': ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'],
} as const satisfies Record<Quad, readonly PloverType[]>;

// Object.keys forgets which keys they are; the record above has all of them.
export const QUADS = Object.keys(TYPES_OF_QUAD) as Quad[];
export const TYPES: readonly PloverType[] = QUADS.flatMap(
  (quad): readonly PloverType[] => TYPES_OF_QUAD[quad],
);

export const STATUSES: readonly EventStatus[] = [
  'reported',
  'alleged',
  'denied',
  'planned',
  'threatened',
  'conditional',
  'negated',
  'ended',
];

export function quadOfType(type: PloverType): Quad {
  return QUADS.find((quad) => (TYPES_OF_QUAD[quad] as readonly PloverType[]).includes(type)) as Quad;
}

export const KINDS: readonly ConditionKind[] = [
  'blockade',
  'ceasefire',
  'outage',
  'siege',
  'occupation',
  'sanction',
  'detention',
  'closure',
  'deployment',
  'talks',
];
