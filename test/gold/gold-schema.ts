import { z } from 'zod';
import { ConditionKind, Edtf, EventStatus, PloverType, Stance } from '../../src/model/index.ts';

/** Words that stand in the article's text, close enough together to be found by a plain search. */
const Phrase = z.string().min(1);
const oneOrMore = z.union([Phrase, z.array(Phrase).min(1)]).transform((value) => [value].flat());

/** True, but a second telling or a matter of taste: counted neither as missed nor as wrong. */
const optional = z.boolean().default(false);

const GoldCasualties = z.strictObject({
  count: z.int().nonnegative(),
  atLeast: z.boolean().optional(),
  /** The side that lost them, in a word of its name. */
  actor: z.string().optional(),
});

export const GoldEvent = z.strictObject({
  type: PloverType,
  /** Trigger words with enough around them to be found once. */
  trigger: Phrase,
  actors: z.array(z.string()).default([]),
  recipients: z.array(z.string()).default([]),
  overseers: z.array(z.string()).default([]),
  /** Left out where the page does not say it. */
  date: Edtf.optional(),
  place: z.string().optional(),
  killed: z.array(GoldCasualties).default([]),
  injured: z.array(GoldCasualties).default([]),
  status: EventStatus,
  optional,
});
export type GoldEvent = z.infer<typeof GoldEvent>;

export const GoldClaim = z.strictObject({
  /** A word or words of the speaker's name; any one of several will do. */
  speaker: oneOrMore,
  stance: Stance,
  /** The first words of the content, or its head where the content is short. */
  content: Phrase,
  about: z.string().optional(),
  optional,
});
export type GoldClaim = z.infer<typeof GoldClaim>;

export const GoldCondition = z.strictObject({
  kind: ConditionKind,
  /** What it lies on; any one of these words will do. */
  on: z.array(Phrase).min(1),
  since: Edtf.optional(),
  until: Edtf.optional(),
  days: z.int().nonnegative().optional(),
  status: z.enum(['stands', 'ended', 'disputed']),
  exceptions: z.array(z.string()).default([]),
  /** Words of the sentence that says it, or of any of several. */
  in: oneOrMore,
  optional,
});
export type GoldCondition = z.infer<typeof GoldCondition>;

/** What a careful reader takes from one page. */
export const GoldRecord = z.strictObject({
  /** File name in examples/lachin. */
  page: z.string(),
  title: z.string(),
  /** Left out where the page does not say it. */
  published: Edtf.optional(),
  areas: z.array(z.string()),
  /** Pieces of the page that must not stand in the article's text. */
  removed: z.array(Phrase),
  events: z.array(GoldEvent),
  claims: z.array(GoldClaim),
  conditions: z.array(GoldCondition),
});
export type GoldRecord = z.infer<typeof GoldRecord>;
