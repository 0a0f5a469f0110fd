import { z } from 'zod';
import { ActorKind, EventStatus, Place, PloverType, Quad } from '../../model/index.ts';
import { ActorLine, ArticleLine, ClaimLine, ConditionLine, EventLine, SearchHit } from './lines.ts';

const day = z.string().meta({ description: 'YYYY-MM-DD' });

export const Overview = z
  .object({
    asOf: day.meta({
      description: 'The day that everything is counted from: the newest article’s, unless asked otherwise',
    }),
    lastMeeting: z.object({ day, daysAgo: z.int(), line: EventLine }).nullable(),
    weeks: z
      .array(
        z.object({
          week: day.meta({ description: 'Its Monday' }),
          meetings: z.int(),
          incidents: z.int(),
          killed: z
            .object({ low: z.int(), high: z.int() })
            .meta({ description: 'Where tellings of one event differ, the lowest and the highest' }),
        }),
      )
      .meta({ description: 'Oldest first. Tellings of one type, day and place count as one event' }),
    conditions: z.array(
      z.object({
        line: ConditionLine.meta({ description: 'The latest line that speaks of it' }),
        since: day.nullable(),
        days: z.int().nullable(),
        confirmed: day.nullable().meta({ description: 'Day of the latest article that says it stands' }),
        lines: z.int(),
      }),
    ),
    demands: z.array(ClaimLine).meta({
      description: 'Those whose deadline has not passed, nearest first; then the newest without one',
    }),
    contested: z.array(EventLine).meta({ description: 'The newest events that are alleged or denied' }),
    newest: z.array(ArticleLine),
  })
  .meta({ id: 'Overview' });

export const Network = z
  .object({
    actors: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        kind: ActorKind,
        country: z.string().optional(),
        articles: z.int(),
      }),
    ),
    ties: z.array(
      z.object({
        from: z.string().meta({ description: 'Key of an actor' }),
        to: z.string(),
        cooperation: z.int(),
        conflict: z.int(),
        articles: z.int(),
      }),
    ),
  })
  .meta({ id: 'Network', description: 'Who speaks or acts with or against whom' });

export const Marks = z
  .object({
    items: z.array(
      z.object({
        articleId: z.string(),
        eventId: z.string(),
        type: PloverType,
        quad: Quad,
        status: EventStatus,
        from: day.meta({ description: 'First day that its date can mean' }),
        to: day,
        place: z.string().optional(),
        lat: z.number().optional(),
        lon: z.number().optional(),
        precision: Place.shape.precision,
        killed: z.int().optional(),
      }),
    ),
    isAll: z.boolean(),
  })
  .meta({ id: 'Marks', description: 'Events in as few bytes as a timeline or a map of thousands needs' });

export const DensityList = z
  .object({ items: z.array(z.object({ from: day, quad: Quad, events: z.int() })) })
  .meta({ id: 'DensityList', description: 'Events in each stretch of time' });

export const Sides = z
  .object({
    columns: z.array(
      z.object({
        party: z.object({
          name: z.string(),
          country: z.string().optional(),
        }),
        claims: z.array(ClaimLine).meta({ description: 'Oldest first' }),
      }),
    ),
    casualties: z
      .array(
        z.object({
          source: z.string().meta({ description: 'The side the figure is known from, else the outlet' }),
          isOutlet: z.boolean(),
          line: EventLine,
        }),
      )
      .meta({ description: 'Figures as each side reports them' }),
  })
  .meta({ id: 'Sides', description: 'Who says what, a column for each party; nothing is settled' });

const more = z.boolean().meta({ description: 'Are there more than these?' });
export const Found = z
  .object({
    articles: z.object({ items: z.array(SearchHit), more }),
    events: z.object({ items: z.array(EventLine), more }),
    claims: z.object({ items: z.array(ClaimLine), more }),
    conditions: z.object({ items: z.array(ConditionLine), more }),
    actors: z.object({ items: z.array(ActorLine), more }),
  })
  .meta({ id: 'Found', description: 'The first finds in everything' });
