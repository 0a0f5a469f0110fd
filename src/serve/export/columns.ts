import { boundsOfEdtf, type Casualties, type Edtf } from '../../model/index.ts';
import type {
  ActorLine,
  ActorRef,
  ArticleLine,
  Change,
  ClaimLine,
  ConditionLine,
  EventLine,
} from '../../store/index.ts';

/** A value of a cell; lists are joined with "; ", nothing gives an empty cell. */
type Cell = string | number | boolean | undefined | null | readonly (string | undefined)[];

/** Column names with the value of a row, in the order of the file. */
export type Columns<Row> = { readonly [name: string]: (row: Row) => Cell };

/** Names follow ACLED's codebook where the meaning is the same. docs: src/store/README.md. */
export const EVENT_COLUMNS: Columns<EventLine> = {
  event_id: ({ event }) => event.id,
  event_date: ({ event }) => event.date.edtf,
  first_day: ({ event }) => boundsOfEdtf(event.date.edtf).first,
  last_day: ({ event }) => boundsOfEdtf(event.date.edtf).last,
  year: ({ event }) => yearOf(event.date.edtf),
  time_precision: ({ event }) => timePrecision(event.date.edtf),
  event_type: ({ event }) => event.type,
  sub_event_type: ({ event }) => event.mode,
  quad: ({ event }) => event.quad,
  status: ({ event }) => event.status,
  actor1: (line) => namesOf(line, line.event.actors),
  country1: (line) => countriesOf(line, line.event.actors),
  actor2: (line) => namesOf(line, line.event.recipients),
  country2: (line) => countriesOf(line, line.event.recipients),
  overseers: (line) => namesOf(line, line.event.overseers ?? []),
  location: ({ event }) => event.place?.name,
  country: ({ event }) => event.place?.country,
  latitude: ({ event }) => event.place?.lat,
  longitude: ({ event }) => event.place?.lon,
  geo_precision: ({ event }) => event.place?.precision,
  fatalities: ({ event }) => total(event.killed),
  fatalities_by_side: (line) => bySide(line, line.event.killed),
  injuries: ({ event }) => total(event.injured),
  injuries_by_side: (line) => bySide(line, line.event.injured),
  contexts: ({ event }) => event.contexts,
  topics: ({ event }) => event.topics,
  known_from: (line) => namesOf(line, line.event.source === undefined ? [] : [line.event.source]),
  confidence: ({ event }) => event.confidence,
  notes: ({ event }) => event.evidence.map(({ text }) => text).join(' '),
  ...articleColumns<EventLine>(),
};

export const CLAIM_COLUMNS: Columns<ClaimLine> = {
  claim_id: ({ claim }) => claim.id,
  stance: ({ claim }) => claim.stance,
  speaker: (line) =>
    line.claim.speaker === null ? line.claim.speakerText?.text : namesOf(line, [line.claim.speaker]),
  speaker_country: (line) => countriesOf(line, line.claim.speaker === null ? [] : [line.claim.speaker]),
  addressee: (line) => namesOf(line, line.claim.addressee === undefined ? [] : [line.claim.addressee]),
  content: ({ claim }) => claim.content.text,
  quoted: ({ claim }) => claim.quoted,
  topics: ({ claim }) => claim.topics,
  about: ({ claim }) => claim.about,
  notes: ({ claim }) => claim.evidence.text,
  ...articleColumns<ClaimLine>(),
};

export const CONDITION_COLUMNS: Columns<ConditionLine> = {
  condition_id: ({ condition }) => condition.id,
  kind: ({ condition }) => condition.kind,
  status: ({ condition }) => condition.status,
  location: ({ condition }) => condition.on.place,
  thing: ({ condition }) => condition.on.thing,
  on_actor: (line) => namesOf(line, line.condition.on.actor === undefined ? [] : [line.condition.on.actor]),
  by: (line) => namesOf(line, line.condition.by ?? []),
  by_country: (line) => countriesOf(line, line.condition.by ?? []),
  since: ({ condition }) => condition.since,
  until: ({ condition }) => condition.until,
  days: ({ condition }) => condition.days,
  as_of: ({ condition }) => condition.asOf,
  exceptions: ({ condition }) => condition.exceptions,
  notes: ({ condition }) => condition.evidence.map(({ text }) => text).join(' '),
  ...articleColumns<ConditionLine>(),
};

export const ARTICLE_COLUMNS: Columns<ArticleLine> = {
  article_id: ({ id }) => id,
  title: ({ title }) => title,
  published: ({ published }) => published,
  source: ({ outlet }) => outlet,
  source_url: ({ url }) => url,
  language: ({ language }) => language,
  events: ({ counts }) => counts.events,
  claims: ({ counts }) => counts.claims,
  conditions: ({ counts }) => counts.conditions,
  actors: ({ counts }) => counts.actors,
  origin: ({ origin }) => origin,
  timestamp: ({ addedAt }) => addedAt,
};

export const ACTOR_COLUMNS: Columns<ActorLine> = {
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  country: ({ country }) => country,
  sector: ({ sector }) => sector,
  articles: ({ articles }) => articles,
  mentions: ({ mentions }) => mentions,
};

export const CHANGE_COLUMNS: Columns<Change> = {
  change_id: ({ id }) => id,
  timestamp: ({ at }) => at,
  who: ({ who }) => who,
  action: ({ action }) => action,
  table: ({ table }) => table,
  article_id: ({ articleId }) => articleId,
  line_id: ({ lineId }) => lineId,
  status_before: ({ before }) => before.status,
  status_after: ({ after }) => after.status,
  line_before: ({ before }) => JSON.stringify(before.line),
  line_after: ({ after }) => JSON.stringify(after.line),
  note: ({ note }) => note,
  undoes: ({ undoes }) => undoes,
};

function articleColumns<Line extends Pick<EventLine, 'article'>>(): Columns<Line> {
  return {
    article_id: ({ article }) => article.id,
    article_title: ({ article }) => article.title,
    published: ({ article }) => article.published,
    source: ({ article }) => article.outlet,
    source_url: ({ article }) => article.url,
    language: ({ article }) => article.language,
  };
}

interface WithActors {
  readonly actors: readonly ActorRef[];
}

function namesOf({ actors }: WithActors, ids: readonly string[]): string[] {
  return ids.map((id) => actors.find((actor) => actor.id === id)?.name ?? id);
}

/** The actor's own country, or that of what it belongs to. */
function countriesOf({ actors }: WithActors, ids: readonly string[]): string[] {
  const find = (id: string | undefined) => actors.find((actor) => actor.id === id);
  const countries = ids.map((id) => find(id)?.country ?? find(find(id)?.affiliation)?.country);
  return [...new Set(countries.filter((country) => country !== undefined))];
}

function bySide(line: WithActors, casualties: readonly Casualties[]): string[] {
  return casualties.map(({ count, atLeast, atMost, actor }) => {
    const bound = atLeast ? 'at least ' : atMost ? 'at most ' : '';
    const side = actor === undefined ? '' : `${namesOf(line, [actor])[0]}: `;
    return `${side}${bound}${count}`;
  });
}

function total(casualties: readonly Casualties[]): number | undefined {
  return casualties.length === 0 ? undefined : casualties.reduce((sum, { count }) => sum + count, 0);
}

function yearOf(date: Edtf): string | undefined {
  return boundsOfEdtf(date).first?.slice(0, 4);
}

/** As ACLED has it: 1 the day is known, 2 the week (here: up to seven days), 3 the month; empty where less is known. */
function timePrecision(date: Edtf): number | undefined {
  const { first, last } = boundsOfEdtf(date);
  if (first === null || last === null) return undefined;
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  return days <= 1 ? 1 : days <= 7 ? 2 : days <= 31 ? 3 : undefined;
}
