import { z } from 'zod';
import {
  Actor,
  ActorKind,
  Claim,
  Condition,
  Edtf,
  Event,
  EventStatus,
  Place,
  PloverSector,
  PloverType,
} from '../../model/index.ts';

/** What the lists of the API give: the store's lines, as zod schemas for the OpenAPI document. */

export const ArticleRef = z
  .object({
    id: z.string(),
    title: z.string(),
    outlet: z.string().optional(),
    url: z.string().optional(),
    language: z.string(),
    published: Edtf.optional(),
    origin: z.string().meta({ description: 'Path or address the page came from' }),
  })
  .meta({ id: 'ArticleRef', description: 'The article that a line comes from, in brief' });

export const ArticleLine = ArticleRef.extend({
  addedAt: z.string().meta({ description: 'ISO 8601, UTC' }),
  counts: z.object({ events: z.int(), claims: z.int(), conditions: z.int(), actors: z.int() }),
}).meta({ id: 'ArticleLine', description: 'An article as a list shows it' });

export const ActorRef = Actor.omit({ mentions: true }).meta({
  id: 'ActorRef',
  description: 'An actor without its mentions',
});

const lineOf = {
  article: ArticleRef,
  actors: z
    .array(ActorRef)
    .meta({ description: 'Every actor whose id the line uses, and their affiliations' }),
  review: z
    .enum(['confirmed', 'corrected'])
    .optional()
    .meta({ description: 'What a person decided about the line, where somebody has' }),
};

export const EventLine = z.object({ ...lineOf, event: Event }).meta({ id: 'EventLine' });
export const ClaimLine = z.object({ ...lineOf, claim: Claim }).meta({ id: 'ClaimLine' });
export const ConditionLine = z.object({ ...lineOf, condition: Condition }).meta({ id: 'ConditionLine' });

export const ActorLine = z
  .object({
    name: z.string(),
    kind: ActorKind,
    country: z.string().optional(),
    sector: PloverSector.optional(),
    articles: z.int(),
    mentions: z.int(),
  })
  .meta({ id: 'ActorLine', description: 'One name over all articles' });

const Snippet = z
  .array(z.object({ text: z.string(), isHit: z.boolean() }))
  .meta({ id: 'Snippet', description: 'Text cut where words were found; nothing in it is markup' });

export const SearchHit = z
  .object({ article: ArticleLine, title: Snippet, snippet: Snippet, rank: z.number() })
  .meta({ id: 'SearchHit' });

export const TimelineEntry = z
  .object({
    type: PloverType,
    date: z.string().meta({ description: 'EDTF' }),
    place: Place.optional(),
    statuses: z.array(EventStatus).meta({
      description: 'Statuses that the tellings give it, each once; more than one means it is contested',
    }),
    tellings: z.array(EventLine).min(1).meta({ description: 'The lines that tell of it, one an article' }),
  })
  .meta({ id: 'TimelineEntry', description: 'One event, put together from the lines of all articles' });

const Counts = z
  .array(z.object({ value: z.string(), count: z.int() }))
  .meta({ id: 'Counts', description: 'Most frequent first' });

export const Facets = z
  .object({
    articles: z.int(),
    languages: Counts,
    outlets: Counts,
    events: z.int(),
    eventTypes: Counts,
    eventStatuses: Counts,
    countries: Counts,
    claims: z.int(),
    stances: Counts,
    conditions: z.int(),
    conditionKinds: Counts,
    failures: z.int(),
    days: z.object({ first: z.string().nullable(), last: z.string().nullable() }),
  })
  .meta({ id: 'Facets', description: 'How many there are of what' });

/** A page of a list: `next` is the cursor to go on from, null at the end. */
export function pageOf<Item extends z.ZodType>(id: string, item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() }).meta({ id });
}
