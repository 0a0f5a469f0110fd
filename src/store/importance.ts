import type { Claim, Condition, Event, Quad } from '../model/index.ts';

/** What makes a line worth a person's look; the review queue tells them with each line. */
export type Reason =
  | 'casualties'
  | 'contested'
  | 'unsure'
  | 'date-unknown'
  | 'date-of-article'
  | 'no-actor'
  | 'no-speaker'
  | 'deadline'
  | 'disputed'
  | 'no-start';

export interface Importance {
  /** Importance times doubt, 0 to about 10. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const WEIGHT_OF_QUAD: { readonly [quad in Quad]: number } = {
  'material-conflict': 3,
  'material-cooperation': 2,
  'verbal-conflict': 1.5,
  'verbal-cooperation': 1.5,
};
/** Doubt that a reason adds to what the reader's own confidence leaves. */
const DOUBT: { readonly [reason in Reason]: number } = {
  casualties: 0.1,
  contested: 0.4,
  unsure: 0,
  'date-unknown': 0.2,
  'date-of-article': 0.1,
  'no-actor': 0.2,
  'no-speaker': 0.3,
  deadline: 0.2,
  disputed: 0.4,
  'no-start': 0.2,
};
const UNSURE_BELOW = 0.6;

function scored(importance: number, doubt: number, reasons: readonly Reason[]): Importance {
  return { score: importance * reasons.reduce((sum, reason) => sum + DOUBT[reason], 0.1 + doubt), reasons };
}

export function importanceOfEvent(event: Event): Importance {
  const dead = sum(event.killed) + sum(event.injured) / 4;
  const reasons: Reason[] = [];
  if (dead > 0) reasons.push('casualties');
  if (event.status === 'alleged' || event.status === 'denied') reasons.push('contested');
  if (event.confidence < UNSURE_BELOW) reasons.push('unsure');
  if (event.date.basis === 'none') reasons.push('date-unknown');
  if (event.date.basis === 'published') reasons.push('date-of-article');
  if (event.actors.length === 0) reasons.push('no-actor');
  return scored(WEIGHT_OF_QUAD[event.quad] + Math.min(4, Math.log2(1 + dead)), 1 - event.confidence, reasons);
}

const HARD_STANCES: ReadonlySet<Claim['stance']> = new Set(['accuses', 'denies', 'threatens', 'demands']);

export function importanceOfClaim(claim: Claim): Importance {
  const reasons: Reason[] = [];
  if (claim.stance === 'denies') reasons.push('contested');
  if (claim.speaker === null) reasons.push('no-speaker');
  if (claim.deadline !== undefined) reasons.push('deadline');
  return scored(HARD_STANCES.has(claim.stance) ? 2 : 1, claim.quoted ? 0.1 : 0.2, reasons);
}

export function importanceOfCondition(condition: Condition): Importance {
  const reasons: Reason[] = [];
  if (condition.status === 'disputed') reasons.push('disputed');
  if (condition.since === undefined) reasons.push('no-start');
  if (!condition.by?.length) reasons.push('no-actor');
  return scored(3, 0.2, reasons);
}

function sum(casualties: readonly { readonly count: number }[]): number {
  return casualties.reduce((total, { count }) => total + count, 0);
}
