import { z } from 'zod';
import { Edtf } from './edtf.ts';
import { PloverContext, PloverMode, PloverSector, PloverType, Quad } from './plover.ts';
import { Span } from './span.ts';

const id = z.string().min(1).max(512);

/** How a removed piece came to be removed: a closed list. */
export const RemovalReason = z
  .enum([
    'navigation',
    'breadcrumb',
    'repeated-title',
    'byline',
    'dateline',
    'caption',
    'injected-link',
    'related-stories',
    'subscription',
    'share',
    'comment-form',
    'comment',
    'cookie-notice',
    'spam-notice',
    'advertisement',
    'copyright',
    'author-box',
    'hidden',
    'markup',
    'boilerplate',
    'other-story',
  ])
  .meta({ id: 'RemovalReason', description: 'Why a piece of the page is not part of the article' });
export type RemovalReason = z.infer<typeof RemovalReason>;

/** Where a piece stands in the source: byte offsets in plain text, a node path (`/html/body/div[2]/p[1]`) in HTML. */
export const SourcePlace = z
  .union([
    z.object({ bytes: z.tuple([z.int().nonnegative(), z.int().nonnegative()]) }),
    z.object({ path: z.string() }),
  ])
  .meta({ id: 'SourcePlace' });
export type SourcePlace = z.infer<typeof SourcePlace>;

export const Removed = z
  .object({ text: z.string(), reason: RemovalReason, source: SourcePlace.optional() })
  .meta({ id: 'Removed', description: 'A piece taken away, with the reason' });
export type Removed = z.infer<typeof Removed>;

export const Residue = Span.and(z.object({ language: z.string() })).meta({
  id: 'Residue',
  description: 'A passage left in another language; ISO 639-1 where there is one, else 639-3',
});
export type Residue = z.infer<typeof Residue>;

export const PublishedBasis = z
  .enum(['given', 'json-ld', 'meta', 'time-element', 'url', 'visible-text', 'http-header'])
  .meta({
    id: 'PublishedBasis',
    description: 'How the date of publication, or of the last change, is known',
  });
export type PublishedBasis = z.infer<typeof PublishedBasis>;

export const Article = z
  .object({
    id,
    url: z.string().optional(),
    title: z.string(),
    byline: z.string().optional(),
    outlet: z.string().optional(),
    published: Edtf.optional(),
    publishedBasis: PublishedBasis.optional(),
    modified: Edtf.optional(),
    modifiedBasis: PublishedBasis.optional(),
    language: z.string().meta({ description: 'ISO 639-1 where there is one, else 639-3; und if unknown' }),
    areas: z.array(z.string()),
    caption: z.string().optional(),
    credits: z.array(z.string()).optional().meta({ description: 'Agencies credited, as written' }),
    text: z.string(),
    paragraphs: z.array(Span),
    removed: z.array(Removed),
    residue: z.array(Residue),
    related: z.array(z.object({ title: z.string(), url: z.string().optional() })),
    sources: z
      .array(SourcePlace)
      .optional()
      .meta({ description: 'Source place of each paragraph, in step with paragraphs' }),
  })
  .meta({ id: 'Article' });
export type Article = z.infer<typeof Article>;

export const ActorKind = z
  .enum([
    'person',
    'state',
    'government',
    'organization',
    'armed-force',
    'armed-group',
    'group',
    'outlet',
    'place',
    'unknown',
  ])
  .meta({ id: 'ActorKind' });
export type ActorKind = z.infer<typeof ActorKind>;

export const Actor = z
  .object({
    id,
    name: z.string(),
    kind: ActorKind,
    country: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional()
      .meta({ description: 'ISO 3166-1 alpha-3' }),
    sector: PloverSector.optional(),
    role: z.string().optional(),
    affiliation: id.optional().meta({ description: 'Actor id' }),
    wikidata: z
      .string()
      .regex(/^Q\d+$/)
      .optional(),
    mentions: z.array(Span),
  })
  .meta({ id: 'Actor' });
export type Actor = z.infer<typeof Actor>;

export const Casualties = z
  .object({
    count: z.int().nonnegative(),
    atLeast: z.boolean().optional(),
    atMost: z.boolean().optional(),
    actor: id.optional().meta({ description: 'Actor id of the side that lost them' }),
  })
  .meta({ id: 'Casualties' });
export type Casualties = z.infer<typeof Casualties>;

export const Place = z
  .object({
    name: z.string(),
    country: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    geonames: z.int().positive().optional(),
    precision: z.enum(['exact', 'near', 'district', 'region', 'country']).optional(),
  })
  .meta({ id: 'Place' });
export type Place = z.infer<typeof Place>;

/** How an event's date is known. */
export const DateBasis = z.enum(['expression', 'relative', 'same-day', 'published', 'context', 'none']).meta({
  id: 'DateBasis',
  description:
    'expression: written out; relative: counted from the article or another date; same-day: from the event it follows; published: the article’s date; context: from the passage; none: not known',
});
export type DateBasis = z.infer<typeof DateBasis>;

export const EventDate = z
  .object({ edtf: Edtf, text: z.string().optional(), basis: DateBasis })
  .meta({ id: 'EventDate' });
export type EventDate = z.infer<typeof EventDate>;

export const EventStatus = z
  .enum(['reported', 'alleged', 'denied', 'planned', 'threatened', 'conditional', 'negated', 'ended'])
  .meta({ id: 'EventStatus' });
export type EventStatus = z.infer<typeof EventStatus>;

export const Event = z
  .object({
    id,
    type: PloverType,
    mode: PloverMode.optional(),
    contexts: z.array(PloverContext),
    actors: z.array(id),
    recipients: z.array(id),
    overseers: z.array(id).optional(),
    date: EventDate,
    place: Place.optional(),
    topics: z.array(z.string()),
    killed: z.array(Casualties),
    injured: z.array(Casualties),
    status: EventStatus,
    source: id.optional().meta({ description: 'Actor id of the side the event is known from' }),
    quad: Quad,
    evidence: z.array(Span).min(1),
    trigger: Span,
    confidence: z.number().min(0).max(1),
  })
  .meta({ id: 'Event' });
export type Event = z.infer<typeof Event>;

export const Stance = z
  .enum([
    'states',
    'accuses',
    'denies',
    'demands',
    'threatens',
    'offers',
    'refuses',
    'assesses',
    'predicts',
    'supports',
  ])
  .meta({ id: 'Stance' });
export type Stance = z.infer<typeof Stance>;

export const Claim = z
  .object({
    id,
    speaker: id.nullable(),
    speakerText: Span.nullable().meta({ description: 'null where the sentence names no speaker' }),
    addressee: id.optional(),
    stance: Stance,
    cue: Span,
    content: Span,
    parts: z
      .array(Span)
      .optional()
      .meta({ description: 'The pieces of a content that the cue interrupts, in text order' }),
    items: z
      .array(Span)
      .optional()
      .meta({ description: 'Each thing demanded, offered or refused, where the content lists several' }),
    deadline: Edtf.optional().meta({ description: 'Until when a demand is to be met' }),
    quoted: z.boolean(),
    topics: z.array(z.string()),
    about: z.array(id).meta({ description: 'Event or condition ids' }),
    answers: id
      .optional()
      .meta({ description: 'The claim of another party that this denial or counter-accusation answers' }),
    evidence: Span,
    confidence: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .meta({ description: 'How often a line like this is right (docs/confidence.md)' }),
  })
  .meta({ id: 'Claim' });
export type Claim = z.infer<typeof Claim>;

export const ConditionKind = z
  .enum([
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
  ])
  .meta({ id: 'ConditionKind' });
export type ConditionKind = z.infer<typeof ConditionKind>;

export const Condition = z
  .object({
    id,
    kind: ConditionKind,
    on: z.object({ place: z.string().optional(), actor: id.optional(), thing: z.string().optional() }),
    by: z.array(id).optional(),
    since: Edtf.optional(),
    until: Edtf.optional(),
    days: z.int().nonnegative().optional(),
    asOf: Edtf.optional(),
    exceptions: z.array(z.string()),
    status: z.enum(['stands', 'ended', 'disputed']),
    evidence: z.array(Span).min(1),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .meta({ description: 'How often a line like this is right (docs/confidence.md)' }),
  })
  .meta({ id: 'Condition' });
export type Condition = z.infer<typeof Condition>;

export const Note = z
  .object({
    kind: z.enum([
      'language',
      'dates',
      'encoding',
      'cleaning',
      'translation',
      'reading',
      'extraction',
      'limits',
    ]),
    message: z.string(),
    span: Span.optional(),
  })
  .meta({ id: 'Note', description: 'Something a reader of the record should know about how it was made' });
export type Note = z.infer<typeof Note>;

export const DateExpression = Span.and(z.object({ edtf: Edtf, basis: DateBasis })).meta({
  id: 'DateExpression',
  description: 'Words of the text that mean a date or a stretch of time that begins at one, and which',
});
export type DateExpression = z.infer<typeof DateExpression>;

export const ArticleRecord = z
  .object({
    article: Article,
    actors: z.array(Actor),
    events: z.array(Event),
    claims: z.array(Claim),
    conditions: z.array(Condition),
    dates: z.array(DateExpression).optional().meta({
      description: 'The dates that the text speaks of, in its order; those that cannot be told are left out',
    }),
    notes: z.array(Note),
  })
  .meta({ id: 'Record', description: 'What Truceline knows from one article' });

/** What one article gives: the public contract of DESIGN.md. Named `ArticleRecord` in code, `Record` to the world. */
export type ArticleRecord = z.infer<typeof ArticleRecord>;
