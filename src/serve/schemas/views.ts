import { z } from 'zod';
import { ActorKind, EventStatus, Place, PloverType, Quad } from '../../model/index.ts';
import { LANES } from '../../store/index.ts';
import {
  ActorLine,
  ArticleLine,
  ClaimLine,
  ConditionLine,
  EventLine,
  SearchHit,
  TimelineEntry,
} from './lines.ts';

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
    total: z.int().meta({ description: 'All ties from one to another; those given are the strongest' }),
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
  .object({
    items: z.array(
      z.object({
        from: day,
        to: day.optional().meta({ description: 'Last day, of events of which no single day is known' }),
        lane: z.enum(LANES),
        quad: Quad,
        events: z.int(),
      }),
    ),
  })
  .meta({ id: 'DensityList', description: 'Lines of events in each stretch of time' });

export const PlaceList = z
  .object({
    items: z.array(
      z
        .object({
          name: z.string(),
          country: z.string().optional(),
          lat: z.number(),
          lon: z.number(),
          precision: Place.shape.precision,
          quad: Quad.meta({ description: 'The class of most of its events' }),
          events: z.int().meta({ description: 'Tellings of one type, day and place count as one event' }),
          lines: z.int(),
          killed: z.int().meta({ description: 'The highest number told of each event, together' }),
        })
        .meta({ id: 'PlaceCount' }),
    ),
    withoutPlace: z.int().meta({ description: 'Lines of events without coordinates' }),
  })
  .meta({ id: 'PlaceList', description: 'What happened where, most first' });

export const ConditionSpans = z
  .object({
    items: z.array(
      z
        .object({
          line: ConditionLine.meta({ description: 'The earliest line that speaks of it' }),
          since: day.nullable(),
          isSinceTold: z
            .boolean()
            .meta({ description: 'Says a line since when, or is it the first day that one speaks of?' }),
          until: day.nullable(),
          confirmed: day.nullable().meta({ description: 'Day of the latest article that speaks of it' }),
          lines: z.int(),
        })
        .meta({ id: 'ConditionSpan' }),
    ),
    total: z.int(),
  })
  .meta({ id: 'ConditionSpans', description: 'From when to when conditions stood; most spoken of first' });

export const Sides = z
  .object({
    columns: z.array(
      z
        .object({
          key: z.string().meta({
            description: 'Country, else name; `others` for all who have no column of their own',
          }),
          party: z.object({ name: z.string(), country: z.string().optional() }),
          count: z.int().meta({ description: 'All its claims' }),
          denials: z.int(),
          since: day.nullable().meta({ description: 'Day of the first article with one' }),
          claims: z.array(ClaimLine).meta({ description: 'The newest, newest first' }),
        })
        .meta({ id: 'Side' }),
    ),
    total: z.int(),
    casualties: z
      .array(
        z.object({
          source: z.string().meta({ description: 'The side the figure is known from, else the outlet' }),
          isOutlet: z.boolean(),
          line: EventLine,
        }),
      )
      .meta({ description: 'Of events asked about, the figures as each side reports them' }),
  })
  .meta({ id: 'Sides', description: 'Who says what, a column for each party; nothing is settled' });

const counts = z.array(z.object({ value: z.string(), count: z.int() }));
export const Subjects = z
  .object({
    topics: counts,
    kinds: counts.meta({ description: 'Kinds of conditions' }),
    events: z
      .array(z.object({ entry: TimelineEntry, claims: z.int() }))
      .meta({ description: 'Events that the newest claims are about' }),
  })
  .meta({ id: 'Subjects', description: 'What claims can be about' });

export const Roles = z
  .object({
    items: z.array(
      z
        .object({
          role: z.string().optional(),
          affiliation: z.string().optional().meta({ description: 'Name of whom they belong to' }),
          first: day.nullable().meta({ description: 'Of the articles that give it, the first day' }),
          last: day.nullable(),
          articles: z.int(),
        })
        .meta({ id: 'RoleInTime' }),
    ),
  })
  .meta({ id: 'Roles', description: 'Roles of a name over time, the latest first' });

export const TieLines = z
  .object({ items: z.array(z.union([EventLine, ClaimLine])), next: z.string().nullable() })
  .meta({ id: 'TieLines', description: 'The lines behind a tie; a page holds those of some articles' });

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
