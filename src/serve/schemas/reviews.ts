import { z } from 'zod';
import {
  ActorKind,
  Claim,
  Condition,
  ConditionKind,
  Edtf,
  Event,
  EventStatus,
  Place,
  PloverMode,
  PloverType,
  Stance,
} from '../../model/index.ts';
import { ACTIONS, LINE_TABLES, REVIEW_STATUSES } from '../../store/index.ts';
import { ActorRef, ArticleRef, ClaimLine, ConditionLine, EventLine } from './lines.ts';
import { hasNoNul, id, words } from './query.ts';

export const LineTable = z.enum(LINE_TABLES).meta({ id: 'LineTable' });

const NamedActor = z
  .strictObject({
    name: words.meta({
      description: 'Name or id of an actor of the article; any other name makes a new one',
    }),
    kind: ActorKind.optional(),
    country: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
  })
  .meta({ id: 'NamedActor' });
const named = z.array(NamedActor).max(50).optional();
const casualties = z
  .array(
    z.strictObject({
      count: z.int().nonnegative().max(10_000_000),
      atLeast: z.boolean().optional(),
      atMost: z.boolean().optional(),
      actor: NamedActor.optional(),
    }),
  )
  .max(20)
  .optional();
const texts = z.array(words).max(50).optional();
const textOrNone = words.nullable().optional();
const dateOrNone = Edtf.nullable().optional();

export const LineChanges = z
  .strictObject({
    type: PloverType.optional(),
    mode: PloverMode.nullable().optional(),
    status: z.union([EventStatus, Condition.shape.status]).optional(),
    date: Edtf.optional(),
    place: Place.nullable().optional(),
    actors: named,
    recipients: named,
    overseers: named,
    killed: casualties,
    injured: casualties,
    topics: texts,
    stance: Stance.optional(),
    speaker: NamedActor.nullable().optional(),
    addressee: NamedActor.nullable().optional(),
    deadline: dateOrNone,
    kind: ConditionKind.optional(),
    since: dateOrNone,
    until: dateOrNone,
    days: z.int().nonnegative().nullable().optional(),
    onPlace: textOrNone,
    onThing: textOrNone,
    onActor: NamedActor.nullable().optional(),
    by: named,
    exceptions: texts,
  })
  .meta({ id: 'LineChanges', description: 'What a correction changes; null takes a value away' });

const lineRef = { table: LineTable, articleId: id, lineId: id };
const into = z.object({ articleId: id, lineId: id });
const note = z
  .string()
  .trim()
  .max(5000)
  .refine(...hasNoNul)
  .optional();

export const Decision = z
  .object({
    ...lineRef,
    action: z.enum(ACTIONS),
    changes: LineChanges.optional().meta({ description: 'For correct' }),
    into: into
      .optional()
      .meta({ description: 'For merge: the line that tells of the same, of the same table' }),
    note,
    seen: z.int().nullable().optional().meta({
      description:
        'The latest change of the line that you saw, null for none. A later one of another person is a conflict (409)',
    }),
  })
  .meta({ id: 'Decision' });

export const LineState = z
  .object({
    status: z.enum(REVIEW_STATUSES),
    line: z.union([Event, Claim, Condition]),
    actors: z.array(ActorRef),
    into: into.optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'LineState', description: 'What stands of a line after a decision' });

export const Change = z
  .object({
    id: z.int(),
    ...lineRef,
    at: z.string().meta({ description: 'ISO 8601, UTC' }),
    who: z.string(),
    action: z
      .enum([...ACTIONS, 'undo', 'carry'])
      .meta({ description: 'carry: the decision followed its article to a newer page' }),
    before: LineState,
    after: LineState,
    note: z.string().optional(),
    undoes: z.int().optional(),
    undoneBy: z.int().optional(),
    article: ArticleRef.nullable(),
  })
  .meta({ id: 'Change', description: 'A decision, with what stood before it and after' });

export const Verdict = z
  .object({ ...lineRef, changeId: z.int(), state: LineState })
  .meta({ id: 'Verdict', description: 'What stands of a line that somebody decided about' });

const weighed = {
  score: z.number().meta({ description: 'Importance times doubt' }),
  reasons: z.array(
    z.enum([
      'casualties',
      'contested',
      'unsure',
      'date-unknown',
      'date-of-article',
      'no-actor',
      'no-speaker',
      'deadline',
      'disputed',
      'no-start',
    ]),
  ),
  seen: z.int().nullable().meta({
    description: 'The latest change of the line, null for none; what a decision gives back as `seen`',
  }),
};

export const QueueItem = z
  .discriminatedUnion('table', [
    EventLine.extend({ table: z.literal('events'), ...weighed }).meta({ id: 'QueuedEvent' }),
    ClaimLine.extend({ table: z.literal('claims'), ...weighed }).meta({ id: 'QueuedClaim' }),
    ConditionLine.extend({ table: z.literal('conditions'), ...weighed }).meta({ id: 'QueuedCondition' }),
  ])
  .meta({ id: 'QueueItem', description: 'A line that waits for a person' });
