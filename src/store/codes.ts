import type { EventStatus, PloverType, Quad } from '../model/index.ts';
import type { Lane } from './lanes.ts';

/**
 * Numbers that stand for words in the tables of what views count. They are kept in stores: a word keeps its number, and
 * a new word takes the next one.
 */
export const TYPE_CODES = {
  AGREE: 0,
  CONSULT: 1,
  SUPPORT: 2,
  CONCEDE: 3,
  COOPERATE: 4,
  AID: 5,
  RETREAT: 6,
  REQUEST: 7,
  ACCUSE: 8,
  REJECT: 9,
  THREATEN: 10,
  PROTEST: 11,
  SANCTION: 12,
  MOBILIZE: 13,
  COERCE: 14,
  ASSAULT: 15,
} as const satisfies Record<PloverType, number>;

export const STATUS_CODES = {
  reported: 0,
  alleged: 1,
  denied: 2,
  planned: 3,
  threatened: 4,
  conditional: 5,
  negated: 6,
  ended: 7,
} as const satisfies Record<EventStatus, number>;

/** Of what took place, or is said to have. */
export const HAPPENED = [STATUS_CODES.reported, STATUS_CODES.alleged, STATUS_CODES.ended] as const;

export const QUAD_CODES = {
  'verbal-cooperation': 0,
  'material-cooperation': 1,
  'verbal-conflict': 2,
  'material-conflict': 3,
} as const satisfies Record<Quad, number>;

/** Lanes but the one of third parties, which follows from who asks. */
export const LANE_CODES = { talks: 0, incidents: 1, statements: 2 } as const satisfies Record<
  Exclude<Lane, 'third'>,
  number
>;

const QUADS = Object.keys(QUAD_CODES) as Quad[];
const OWN_LANES = Object.keys(LANE_CODES) as (keyof typeof LANE_CODES)[];

export function quadOfCode(code: number): Quad {
  return QUADS[code] as Quad;
}

/** What a `kind` says: lane * 4 + quad class. */
export function laneAndQuadOf(kind: number): { lane: keyof typeof LANE_CODES; quad: Quad } {
  return { lane: OWN_LANES[kind >> 2] as keyof typeof LANE_CODES, quad: quadOfCode(kind & 3) };
}

const DAY_MS = 86_400_000;

/** A day, YYYY-MM-DD, as a number that a day column of these tables compares with; days without a year are before all. */
export function dayNumber(day: string): number {
  if (day < '0001') return FIRST_NUMBER;
  // A day that no month has, such as 31 April, is the one that follows.
  const date = new Date(0);
  date.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  return date.getTime() / DAY_MS;
}

/** What an open beginning is kept as. */
export const FIRST_NUMBER = -1_000_000;
/** The day of a number; null for an open beginning or end. */
export function dayOfNumber(number: number): string | null {
  if (number <= FIRST_NUMBER || number >= LAST_NUMBER) return null;
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
/** 9999-12-31, which an open end is kept as. */
export const LAST_NUMBER = 2_932_896;

/** The month of a day, counted from the year 0. */
export function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
