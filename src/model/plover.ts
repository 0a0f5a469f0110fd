import { z } from 'zod';

/**
 * The sixteen event types of PLOVER (Open Event Data Alliance, PLOVER codebook of 2021, as used for POLECAT),
 * each with its quad class.
 */
export const QUAD_OF_TYPE = {
  AGREE: 'verbal-cooperation',
  CONSULT: 'verbal-cooperation',
  SUPPORT: 'verbal-cooperation',
  CONCEDE: 'verbal-cooperation',
  COOPERATE: 'material-cooperation',
  AID: 'material-cooperation',
  RETREAT: 'material-cooperation',
  REQUEST: 'verbal-conflict',
  ACCUSE: 'verbal-conflict',
  REJECT: 'verbal-conflict',
  THREATEN: 'verbal-conflict',
  PROTEST: 'material-conflict',
  SANCTION: 'material-conflict',
  MOBILIZE: 'material-conflict',
  COERCE: 'material-conflict',
  ASSAULT: 'material-conflict',
} as const;

export const PloverType = z
  .enum(Object.keys(QUAD_OF_TYPE) as [keyof typeof QUAD_OF_TYPE, ...(keyof typeof QUAD_OF_TYPE)[]])
  .meta({ id: 'PloverType', description: 'Event type of PLOVER' });
export type PloverType = z.infer<typeof PloverType>;

export const Quad = z
  .enum(['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict'])
  .meta({ id: 'Quad', description: 'Quad class of PLOVER' });
export type Quad = z.infer<typeof Quad>;

/** Modes of PLOVER, by the types that carry them. Types that are not listed have none. */
export const MODES_OF_TYPE = {
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
} as const satisfies Partial<Record<PloverType, readonly string[]>>;

const modes = [...new Set(Object.values(MODES_OF_TYPE).flat())] as [string, ...string[]];
export const PloverMode = z
  .enum(modes)
  .meta({ id: 'PloverMode', description: 'Mode of a PLOVER event type' });
export type PloverMode = z.infer<typeof PloverMode>;

/** Contexts of PLOVER (manual 0.8 and its CAMEO table): the topics an event is about, any number of them. */
export const PloverContext = z
  .enum([
    'military',
    'intelligence',
    'executive',
    'legislative',
    'election',
    'political_institutions',
    'legal',
    'rights_freedoms',
    'diplomatic',
    'territory',
    'economic',
    'resource',
    'terrorism',
    'crime',
    'cyber',
    'health',
    'pro_autocracy',
    'pro_democracy',
    'misinformation',
    'asylum',
    'migration',
    'corruption',
    'environment',
    'education',
    'cbrn',
    'lgbt',
    'gender',
    'religious',
    'reparations',
    'historic',
    'disaster',
    'inequality',
    'business',
    'peacekeeping',
    'humanitarian',
  ])
  .meta({ id: 'PloverContext', description: 'Context of a PLOVER event' });
export type PloverContext = z.infer<typeof PloverContext>;

/** Primary sectors of PLOVER actors. */
export const PloverSector = z
  .enum([
    'GOV',
    'MIL',
    'COP',
    'JUD',
    'LEG',
    'OPP',
    'REB',
    'PAR',
    'PRM',
    'SEP',
    'INS',
    'SPY',
    'UAF',
    'CVL',
    'BUS',
    'MED',
    'EDU',
    'REL',
    'JRN',
    'NGO',
    'IGO',
    'AGR',
    'LAB',
    'REF',
    'CRM',
    'ELI',
    'SOC',
    'TOP',
    'UNS',
  ])
  .meta({ id: 'PloverSector', description: 'Sector of a PLOVER actor' });
export type PloverSector = z.infer<typeof PloverSector>;

/** The quad class of an event type. */
export function quadOf(type: PloverType): Quad {
  return QUAD_OF_TYPE[type];
}

/** Does PLOVER know this mode for this type? */
export function isModeOf(type: PloverType, mode: string): boolean {
  const modes: readonly string[] | undefined = (
    MODES_OF_TYPE as Partial<Record<PloverType, readonly string[]>>
  )[type];
  return modes?.includes(mode) ?? false;
}
