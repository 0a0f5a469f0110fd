import type { Actor, ArticleRecord, Casualties, Span } from '../model/index.ts';
import { daysOf } from './days.ts';
import { importanceOfClaim, importanceOfCondition, importanceOfEvent } from './importance.ts';
import { searchConfigOf } from './languages.ts';
import type { SourcePage } from './store.ts';
import type {
  ActorsTable,
  ArticlesTable,
  ClaimsTable,
  ConditionsTable,
  EventsTable,
  LinesTable,
  TiesTable,
} from './tables.ts';
import { nameKey, storableText } from './text.ts';
import { tiesOf } from './ties.ts';

/** A row of articles before the database adds its own columns; `search_text` is what `search` is made of. */
export type ArticleRow = Omit<ArticlesTable, 'seq' | 'added_at' | 'superseded_by' | 'search' | 'given'> & {
  search_text: string;
  given: string;
};

export interface RecordRows {
  readonly article: ArticleRow;
  readonly actors: readonly ActorsTable[];
  readonly events: readonly EventsTable[];
  readonly claims: readonly ClaimsTable[];
  readonly conditions: readonly ConditionsTable[];
  readonly ties: readonly TiesTable[];
}

/** A tsvector holds at most 1 MB; what lies beyond this many characters of a text is kept but not found by search. */
const SEARCHED_CHARACTERS = 200_000;

/** What people decided about the lines of a record: by line id; none for lines that nobody looked at. */
export type Marks = ReadonlyMap<string, 'confirmed' | 'corrected' | 'rejected' | 'merged'>;

/**
 * Takes a record apart into the rows of the tables. `marks` has what people decided about its lines. Pure.
 */
export function rowsOf(
  record: ArticleRecord,
  page: SourcePage | undefined,
  given: string,
  marks: Marks = new Map(),
): RecordRows {
  const isShown = ({ id }: { id: string }) => !isHidden(marks.get(id));
  const { article } = record;
  const partiesOf = partiesIn(record);
  const published = daysOf(article.published);
  const line = (
    nr: number,
    id: string,
    ids: readonly (string | null | undefined)[],
    evidence: Span | undefined,
  ) => ({
    article_id: article.id,
    nr,
    id,
    language: article.language,
    parties: partiesOf(ids),
    sentence: storableText(evidence?.text ?? ''),
    review: marks.get(id) ?? null,
    hidden: isHidden(marks.get(id)),
  });
  return {
    article: {
      id: article.id,
      hash: page?.hash ?? null,
      origin: storableText(page?.origin ?? article.url ?? article.id),
      source_url: page?.url === undefined ? null : storableText(page.url),
      given,
      title: storableText(article.title),
      outlet: article.outlet === undefined ? null : storableText(article.outlet),
      url: storableOrNull(article.url ?? page?.url),
      language: article.language,
      published: article.published ?? null,
      ...published,
      event_count: record.events.filter(isShown).length,
      claim_count: record.claims.filter(isShown).length,
      condition_count: record.conditions.filter(isShown).length,
      actor_count: record.actors.length,
      search_config: searchConfigOf(article.language),
      search_text: storableText(article.text.slice(0, SEARCHED_CHARACTERS)),
      record: JSON.stringify(record),
    },
    actors: record.actors.map((actor) => actorRow(article.id, actor)),
    events: record.events.map((event, nr) => ({
      ...line(
        nr,
        event.id,
        [...event.actors, ...event.recipients, ...(event.overseers ?? []), event.source],
        event.evidence[0],
      ),
      ...daysOf(event.date.edtf),
      type: event.type,
      mode: event.mode ?? null,
      status: event.status,
      quad: event.quad,
      place: storableOrNull(event.place?.name),
      place_country: event.place?.country ?? null,
      killed: total(event.killed),
      injured: total(event.injured),
      confidence: event.confidence,
      score: importanceOfEvent(event).score,
      lat: event.place?.lat ?? null,
      lon: event.place?.lon ?? null,
      precision: event.place?.precision ?? null,
      topics: event.topics.map(nameKey),
      body: JSON.stringify(event),
    })),
    claims: record.claims.map((claim, nr) => ({
      ...line(nr, claim.id, [claim.speaker, claim.addressee], claim.evidence),
      ...published,
      stance: claim.stance,
      speaker: storableOrNull(record.actors.find(({ id }) => id === claim.speaker)?.name),
      quoted: claim.quoted,
      score: importanceOfClaim(claim).score,
      topics: claim.topics.map(nameKey),
      deadline: claim.deadline ?? null,
      body: JSON.stringify(claim),
    })),
    conditions: record.conditions.map((condition, nr) => ({
      ...line(nr, condition.id, [condition.on.actor, ...(condition.by ?? [])], condition.evidence[0]),
      ...conditionDays(condition),
      kind: condition.kind,
      status: condition.status,
      place: storableOrNull(condition.on.place),
      score: importanceOfCondition(condition).score,
      subject: subjectOf(record, condition),
      body: JSON.stringify(condition),
    })),
    ties: tiesOf(shownOf(record, marks), published.first_day),
  } satisfies { [table: string]: unknown } & { events: LinesTable[] };
}

function isHidden(mark: string | undefined): boolean {
  return mark === 'rejected' || mark === 'merged';
}

/** The record without the lines that people rejected or merged into others. */
export function shownOf(record: ArticleRecord, marks: Marks): ArticleRecord {
  if (marks.size === 0) return record;
  const isShown = ({ id }: { id: string }) => !isHidden(marks.get(id));
  return {
    ...record,
    events: record.events.filter(isShown),
    claims: record.claims.filter(isShown),
    conditions: record.conditions.filter(isShown),
  };
}

/** What a condition is on, in words that other articles use too: its place, else its thing, else its actor. */
function subjectOf({ actors }: ArticleRecord, { on }: ArticleRecord['conditions'][number]): string {
  const actor = actors.find(({ id }) => id === on.actor)?.name;
  return nameKey(on.place ?? on.thing ?? actor ?? '');
}

function actorRow(articleId: string, actor: Actor): ActorsTable {
  return {
    article_id: articleId,
    id: actor.id,
    name: storableText(actor.name),
    name_key: nameKey(actor.name),
    kind: actor.kind,
    country: actor.country ?? null,
    sector: actor.sector ?? null,
    role: storableOrNull(actor.role),
    affiliation: actor.affiliation ?? null,
    wikidata: actor.wikidata ?? null,
    mention_count: actor.mentions.length,
  };
}

/** Names, countries and ids by which a line is found, of its actors and of those they belong to. */
function partiesIn({ actors }: ArticleRecord): (ids: readonly (string | null | undefined)[]) => string[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return (ids) => {
    const parties = new Set<string>();
    for (const id of ids) {
      const actor = id ? byId.get(id) : undefined;
      if (!actor) continue;
      for (const one of [actor, actor.affiliation ? byId.get(actor.affiliation) : undefined]) {
        if (!one) continue;
        parties.add(one.id).add(nameKey(one.name));
        if (one.country) parties.add(one.country);
      }
    }
    return [...parties];
  };
}

function conditionDays({ since, until, asOf }: ArticleRecord['conditions'][number]) {
  const from = daysOf(since ?? asOf);
  if (from.first_day === null) return until ? daysOf(until) : from;
  return { ...from, last_day: until ? daysOf(until).last_day : '9999-12-31' };
}

function total(casualties: readonly Casualties[]): number | null {
  return casualties.length === 0 ? null : casualties.reduce((sum, { count }) => sum + count, 0);
}

function storableOrNull(text: string | undefined): string | null {
  return text === undefined ? null : storableText(text);
}
