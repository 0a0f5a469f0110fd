import type { ConditionKind, EventStatus, PloverMode, PloverType, Quad } from '../api/client.ts';

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
  'emergency',
  'talks',
];

/** PLOVER's modes, by the types that carry them. */
export const MODES_OF_TYPE: Readonly<Partial<Record<PloverType, readonly PloverMode[]>>> = {
  CONSULT: ['visit', 'third-party', 'multilateral', 'phone'],
  RETREAT: ['withdraw', 'release', 'return', 'disarm', 'ceasefire', 'access', 'resign', 'ease'],
  REQUEST: ['assist', 'change', 'yield', 'meet'],
  ACCUSE: ['disapprove', 'investigate', 'allege'],
  REJECT: ['assist', 'change', 'yield', 'meet'],
  THREATEN: ['restrict', 'ban', 'arrest', 'relations', 'expel', 'territory', 'political', 'violence'],
  PROTEST: ['demo', 'riot', 'strike', 'hunger', 'boycott', 'obstruct'],
  SANCTION: ['convict', 'expel', 'withdraw', 'discontinue'],
  MOBILIZE: ['troops', 'weapons', 'police', 'militia'],
  COERCE: [
    'seize',
    'restrict',
    'ban',
    'censor',
    'curfew',
    'martial-law',
    'arrest',
    'deport',
    'withhold',
    'cyber',
  ],
  ASSAULT: [
    'beat',
    'torture',
    'execute',
    'sexual',
    'assassinate',
    'abduct',
    'seize',
    'primitive',
    'firearms',
    'explosives',
    'suicide-attack',
    'heavy-weapons',
    'aerial',
    'drone',
    'unconventional',
    'massacre',
    'cleansing',
  ],
};
