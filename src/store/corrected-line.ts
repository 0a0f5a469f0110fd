import {
  type Actor,
  type ArticleRecord,
  Claim,
  Condition,
  Event,
  idMaker,
  quadOf,
  TrucelineError,
} from '../model/index.ts';
import { actorIdsOf } from './line-actors.ts';
import type { CasualtiesChange, LineChanges, LineTable, NamedActor } from './reviews.ts';
import type { ActorRef } from './store.ts';
import { nameKey } from './text.ts';

type Line = Event | Claim | Condition;

/** What each table lets a person change. */
const FIELDS: { readonly [table in LineTable]: ReadonlySet<keyof LineChanges> } = {
  events: new Set([
    'type',
    'mode',
    'status',
    'date',
    'place',
    'actors',
    'recipients',
    'overseers',
    'killed',
    'injured',
    'topics',
  ]),
  claims: new Set(['stance', 'speaker', 'addressee', 'deadline', 'topics']),
  conditions: new Set([
    'kind',
    'status',
    'since',
    'until',
    'days',
    'onPlace',
    'onThing',
    'onActor',
    'by',
    'exceptions',
  ]),
};

/**
 * A line with a person's changes, checked by the model's schema, and the actors that it then names. Actors are found
 * in the record by name; others are made. Throws E_QUERY.
 */
export function correctedLine(
  record: ArticleRecord,
  table: LineTable,
  line: Line,
  changes: LineChanges,
): { line: Line; actors: readonly ActorRef[] } {
  const wrong = Object.keys(changes).filter((key) => !FIELDS[table].has(key as keyof LineChanges));
  if (wrong.length > 0)
    throw new TrucelineError('E_QUERY', { detail: `changes: ${table} have no ${wrong[0]}` });
  const cast = new Cast(record);
  const changed = table === 'events' ? ofEvent(line as Event, changes, cast) : ofOther(line, changes, cast);
  const schema = { events: Event, claims: Claim, conditions: Condition }[table];
  const result = schema.safeParse(withoutNulls(changed));
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new TrucelineError('E_QUERY', { detail: `changes: ${issue?.path.join('.')}: ${issue?.message}` });
  }
  return { line: result.data, actors: cast.named(result.data) };
}

function ofEvent(event: Event, changes: LineChanges, cast: Cast): object {
  const { date, actors, recipients, overseers, killed, injured, ...plain } = changes;
  const type = changes.type ?? event.type;
  return {
    ...event,
    // A mode belongs to its type.
    ...(changes.type !== undefined && changes.type !== event.type && { mode: undefined }),
    ...plain,
    quad: quadOf(type),
    ...(date !== undefined && { date: { edtf: date, basis: 'expression' } }),
    ...(actors && { actors: cast.ids(actors) }),
    ...(recipients && { recipients: cast.ids(recipients) }),
    ...(overseers && { overseers: cast.ids(overseers) }),
    ...(killed && { killed: killed.map((one) => casualties(one, cast)) }),
    ...(injured && { injured: injured.map((one) => casualties(one, cast)) }),
  };
}

function ofOther(line: Line, changes: LineChanges, cast: Cast): object {
  const { speaker, addressee, onPlace, onThing, onActor, by, ...plain } = changes;
  const on =
    'on' in line ? { on: { ...line.on } as { place?: unknown; thing?: unknown; actor?: unknown } } : {};
  if (on.on) {
    if (onPlace !== undefined) on.on.place = onPlace;
    if (onThing !== undefined) on.on.thing = onThing;
    if (onActor !== undefined) on.on.actor = onActor && cast.id(onActor);
  }
  return {
    ...line,
    ...plain,
    ...on,
    ...(speaker !== undefined && { speaker: speaker && cast.id(speaker) }),
    ...(addressee !== undefined && { addressee: addressee && cast.id(addressee) }),
    ...(by && { by: cast.ids(by) }),
  };
}

function casualties({ actor, ...rest }: CasualtiesChange, cast: Cast): object {
  return { ...rest, ...(actor && { actor: cast.id(actor) }) };
}

/** Null means "take it away", but where the record itself says null it stays: a claim without a speaker. */
function withoutNulls(line: object): object {
  const kept = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(kept);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, inner]) => inner !== null || key === 'speaker' || key === 'speakerText')
        .map(([key, inner]) => [key, kept(inner)]),
    );
  };
  return kept(line) as object;
}

/** The actors of a record, and those that a correction adds. */
class Cast {
  readonly #actors: Map<string, ActorRef>;
  readonly #newId: (name: string) => string;

  constructor({ article, actors }: ArticleRecord) {
    this.#actors = new Map(actors.map((actor) => [actor.id, withoutMentions(actor)]));
    this.#newId = (name) => idMaker(article.id)('actor', 'review', name);
  }

  id({ name, kind = 'unknown', country }: NamedActor): string {
    if (this.#actors.has(name)) return name;
    const key = nameKey(name);
    const known = [...this.#actors.values()].find((actor) => nameKey(actor.name) === key);
    if (known) return known.id;
    const id = this.#newId(key);
    this.#actors.set(id, { id, name: name.trim(), kind, ...(country && { country }) });
    return id;
  }

  ids(actors: readonly NamedActor[]): string[] {
    return [...new Set(actors.map((actor) => this.id(actor)))];
  }

  /** The actors that a line names, and what they belong to. */
  named(line: Line): ActorRef[] {
    const ids = new Set(actorIdsOf(line));
    for (const id of [...ids]) {
      const affiliation = this.#actors.get(id)?.affiliation;
      if (affiliation) ids.add(affiliation);
    }
    return [...ids].flatMap((id) => this.#actors.get(id) ?? []);
  }
}

function withoutMentions({ mentions: _, ...actor }: Actor): ActorRef {
  return actor;
}

/** The actors of a record that a line names. */
export function actorsNamed(record: ArticleRecord, line: Line): ActorRef[] {
  return new Cast(record).named(line);
}
