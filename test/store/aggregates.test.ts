import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeUpRecord } from '../../bench/web-store.ts';
import {
  type ArticleRecord,
  boundsOfEdtf,
  type Claim,
  type Condition,
  type Event,
} from '../../src/model/index.ts';
import { openFolder } from '../../src/store/folder.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { fillCounted } from '../../src/store/queries/counted/index.ts';

/**
 * What the desk's views count in SQL, counted once more in plain code over the same records: the whole store and a
 * dossier, with lines that people rejected and merged, and events of whose day only the month is known.
 */
const RECORDS = Array.from({ length: 160 }, (_, nr) => madeUpRecord(nr * 9));
const ada = { id: null, name: 'Ada' };

let folder: string;
let store: Store;
let dossier: string;
const hidden = new Set<string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'truceline-aggregates-'));
  store = await openStore({ data: join(folder, 'store'), create: true });
  await store.addMany(RECORDS.map((record) => ({ record })));
  const parties = { parties: ['ARM', 'AZE'], partiesNeeded: 2, places: [], words: [], sources: [] };
  dossier = (await store.dossiers.create('Two', parties, 'Ada')).id;
  for (const nr of [3, 40, 77, 110, 159]) {
    const { article, events, claims } = RECORDS[nr] as ArticleRecord;
    const at = { articleId: article.id };
    const [event, other, third] = events as [Event, Event, Event];
    const [claim] = claims as [Claim];
    await store.reviews.decide({ ...at, table: 'events', lineId: event.id, action: 'reject' }, ada);
    const into = { ...at, lineId: third.id };
    await store.reviews.decide({ ...at, table: 'events', lineId: other.id, action: 'merge', into }, ada);
    await store.reviews.decide({ ...at, table: 'claims', lineId: claim.id, action: 'reject' }, ada);
    for (const id of [event.id, other.id, claim.id]) hidden.add(`${article.id} ${id}`);
  }
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const isIn = (record: ArticleRecord, inDossier: boolean) =>
  !inDossier || ['ARM', 'AZE'].every((code) => record.actors.some(({ country }) => country === code));
const recordsOf = (inDossier: boolean) => RECORDS.filter((record) => isIn(record, inDossier));
function linesOf<Line extends { readonly id: string }>(
  inDossier: boolean,
  pick: (record: ArticleRecord) => readonly Line[],
) {
  return recordsOf(inDossier).flatMap((record) =>
    pick(record)
      .filter(({ id }) => !hidden.has(`${record.article.id} ${id}`))
      .map((line) => ({ record, line })),
  );
}
const eventsOf = (inDossier: boolean) =>
  linesOf<Event>(inDossier, ({ events }) => events).map(({ record, line }) => {
    const { first, last } = boundsOfEdtf(line.date.edtf);
    return { record, event: line, first: first ?? '', last: last ?? '' };
  });
const newestDay = (inDossier: boolean) =>
  recordsOf(inDossier).reduce(
    (day, { article }) => ((article.published ?? '') > day ? `${article.published}` : day),
    '',
  );

function tally(keys: readonly string[]): { [key: string]: number } {
  const counts: { [key: string]: number } = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
function mondayOf(day: string): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

describe.each([
  ['the whole store', false],
  ['a dossier', true],
])('%s, counted in plain code', (_, inDossier) => {
  const scope = () => (inDossier ? { dossier } : {});

  it('has enough of everything to count', () => {
    expect(recordsOf(inDossier).length).toBeGreaterThan(2);
    expect(eventsOf(false).some(({ first, last }) => first !== last)).toBe(true);
    expect(hidden.size).toBe(15);
  });

  it('overview: meetings, incidents and dead of each week, tellings of one event once', async () => {
    const overview = await store.views.overview({ ...scope(), weeks: 200 });
    const asOf = newestDay(inDossier);
    expect(overview.asOf).toBe(asOf);
    const happened = eventsOf(inDossier).filter(
      ({ event: { type, quad, status }, first, last }) =>
        first === last &&
        first <= asOf &&
        (type === 'CONSULT' || quad === 'material-conflict') &&
        ['reported', 'alleged', 'ended'].includes(status),
    );
    const told = new Map<string, { day: string; isMeeting: boolean; dead: number[] }>();
    for (const { event, first } of happened) {
      const key = JSON.stringify([first, event.type, event.place?.name.toLowerCase()]);
      const known = told.get(key) ?? { day: first, isMeeting: event.type === 'CONSULT', dead: [] };
      if (event.killed.length > 0) known.dead.push(event.killed.reduce((sum, { count }) => sum + count, 0));
      told.set(key, known);
    }
    const expected = tally(
      [...told.values()].map(
        ({ day, isMeeting }) => `${mondayOf(day)} ${isMeeting ? 'meeting' : 'incident'}`,
      ),
    );
    for (const { week, meetings, incidents } of overview.weeks) {
      expect([week, meetings, incidents]).toEqual([
        week,
        expected[`${week} meeting`] ?? 0,
        expected[`${week} incident`] ?? 0,
      ]);
    }
    const sum = (of: (dead: number[]) => number) =>
      [...told.values()].reduce((total, { dead }) => total + (dead.length > 0 ? of(dead) : 0), 0);
    expect(overview.weeks.reduce((total, { killed }) => total + killed.low, 0)).toBe(
      sum((dead) => Math.min(...dead)),
    );
    expect(overview.weeks.reduce((total, { killed }) => total + killed.high, 0)).toBe(
      sum((dead) => Math.max(...dead)),
    );
  });

  it('overview: what is contested, and what was rejected is not there', async () => {
    const { contested, lastMeeting } = await store.views.overview(scope());
    const expected = eventsOf(inDossier)
      .filter(({ event: { status } }) => status === 'alleged' || status === 'denied')
      .filter(({ first }) => first <= newestDay(inDossier))
      .map(({ first }) => first)
      .sort()
      .reverse();
    expect(contested.map(({ event }) => boundsOfEdtf(event.date.edtf).first)).toEqual(expected.slice(0, 8));
    for (const { article, event } of contested) expect(hidden.has(`${article.id} ${event.id}`)).toBe(false);
    const meetings = eventsOf(inDossier)
      .filter(
        ({ event: { type, status }, first, last }) =>
          type === 'CONSULT' && status === 'reported' && first === last,
      )
      .map(({ first }) => first)
      .sort();
    expect(lastMeeting?.day).toBe(meetings.at(-1));
  });

  it('overview: demands and ultimatums, those whose time runs out first before all others', async () => {
    const asOf = '2021-01-20';
    const { demands } = await store.views.overview({ ...scope(), asOf });
    const open = linesOf<Claim>(inDossier, ({ claims }) => claims)
      .filter(({ line }) => line.stance === 'demands' || line.stance === 'threatens')
      .filter(({ record }) => (record.article.published ?? '') <= asOf);
    const due = open
      .flatMap(({ line: { deadline } }) => (deadline && deadline >= asOf ? [deadline] : []))
      .sort();
    expect(due.length).toBeGreaterThan(inDossier ? -1 : 0);
    expect(demands.flatMap(({ claim }) => claim.deadline ?? [])).toEqual(due.slice(0, 8));
    const others = open
      .filter(({ line }) => line.deadline === undefined)
      .map(({ record }) => `${record.article.published}`);
    const newest = others.sort().reverse();
    const shown = demands.filter(({ claim }) => claim.deadline === undefined);
    expect(shown.map(({ article }) => article.published)).toEqual(newest.slice(0, shown.length));
    expect(demands.length).toBe(Math.min(8, due.length + newest.length));
  });

  it('overview: what stands, since when, and in how many lines', async () => {
    const { conditions, asOf } = await store.views.overview(scope());
    const all = linesOf<Condition>(inDossier, (record) => record.conditions);
    expect(conditions.length).toBeGreaterThan(0);
    for (const { line, since, days, confirmed, lines } of conditions) {
      const same = all.filter(
        (one) => one.line.kind === line.condition.kind && one.line.on.place === line.condition.on.place,
      );
      const standing = same.filter((one) => one.line.status !== 'ended');
      const days_ = standing.map((one) => `${one.line.since}`).sort();
      expect(lines).toBe(same.length);
      expect(since).toBe(days_[0]);
      expect(confirmed).toBe(days_.at(-1));
      expect(days).toBe(Math.round((Date.parse(asOf) - Date.parse(days_[0] ?? '')) / 86_400_000));
      expect(line.condition.status).not.toBe('ended');
    }
  });

  it('marks: every event with a day, in order', async () => {
    const { items, isAll } = await store.views.marks({ ...scope(), limit: 5000 });
    expect(isAll).toBe(true);
    const key = (articleId: string, event: string, from: string, to: string) =>
      `${from} ${to} ${articleId} ${event}`;
    expect(items.map(({ articleId, eventId, from, to }) => key(articleId, eventId, from, to)).sort()).toEqual(
      eventsOf(inDossier)
        .map(({ record, event, first, last }) => key(record.article.id, event.id, first, last))
        .sort(),
    );
    expect(items.map(({ from }) => from)).toEqual(items.map(({ from }) => from).toSorted());
    const some = await store.views.marks({ ...scope(), limit: 3 });
    expect(some.isAll).toBe(false);
    expect(some.items).toEqual(items.slice(0, 3));
  });

  it.each(['day', 'week', 'month'] as const)('density by %s: every event in one stretch', async (by) => {
    const laneOf = ({ type, quad }: Event) =>
      ['CONSULT', 'AGREE', 'COOPERATE', 'CONCEDE'].includes(type)
        ? 'talks'
        : quad === 'material-conflict' || type === 'RETREAT'
          ? 'incidents'
          : 'statements';
    const startOf = (day: string) =>
      by === 'day' ? day : by === 'week' ? mondayOf(day) : `${day.slice(0, 7)}-01`;
    const items = await store.views.density({ ...scope(), by });
    const expected = tally(
      eventsOf(inDossier).map(({ event, first, last }) =>
        [first === last ? startOf(first) : `${first}/${last}`, laneOf(event), event.quad].join(' '),
      ),
    );
    const found = Object.fromEntries(
      items.map(({ from, to, lane, quad, events }) => [
        [to === undefined ? from : `${from}/${to}`, lane, quad].join(' '),
        events,
      ]),
    );
    expect(found).toEqual(expected);
  });

  it('density: what is of no side is of third parties; types, statuses and countries narrow it down', async () => {
    const countriesOf = ({ record, event }: ReturnType<typeof eventsOf>[number]) =>
      [...event.actors, ...event.recipients].flatMap(
        (id) => record.actors.find((actor) => actor.id === id)?.country ?? [],
      );
    const sides = ['ARM', 'TUR'];
    const filter = { type: ['ASSAULT', 'CONSULT'], status: 'reported', country: 'RUS' } as const;
    for (const asked of [{}, filter, { text: 'prisoners' }]) {
      const items = await store.views.density({ ...scope(), ...asked, by: 'month', sides });
      const expected = eventsOf(inDossier)
        .filter(({ event }) => !('type' in asked) || asked.type.some((type) => type === event.type))
        .filter(({ event }) => !('status' in asked) || asked.status === event.status)
        .filter((one) => !('country' in asked) || countriesOf(one).includes(asked.country))
        .filter(({ event }) => !('text' in asked) || /\bprisoners\b/.test(event.evidence[0]?.text ?? ''));
      const thirds = expected.filter((one) => !countriesOf(one).some((code) => sides.includes(code)));
      const sum = (lines: typeof items) => lines.reduce((total, { events }) => total + events, 0);
      expect(sum(items), JSON.stringify(asked)).toBe(expected.length);
      expect(sum(items.filter(({ lane }) => lane === 'third'))).toBe(thirds.length);
    }
  });

  it('places: events, lines and dead of each, of all time and of stretches that cut months', async () => {
    const stretches = [
      {},
      { since: '2021-02-11' },
      { until: '2021-03-17' },
      { since: '2021-01-05', until: '2021-01-20' },
      { since: '2021-01-13', until: '2021-03-07' },
      { since: '2021-02-01', until: '2021-02-28' },
      { since: '2021-01-01', until: '2021-12-31', status: 'reported' },
    ] as const;
    for (const stretch of stretches) {
      const { items, withoutPlace } = await store.views.places({ ...scope(), ...stretch });
      const expected = new Map<string, Map<string, { lines: number; killed: number }>>();
      for (const { event, first, last } of eventsOf(inDossier)) {
        if ('since' in stretch && last < stretch.since) continue;
        if ('until' in stretch && first > stretch.until) continue;
        if ('status' in stretch && event.status !== stretch.status) continue;
        const place = `${event.place?.name}`;
        const told = expected.get(place) ?? new Map<string, { lines: number; killed: number }>();
        expected.set(place, told);
        const key = `${event.type} ${first}`;
        const killed = event.killed.reduce((sum, { count }) => sum + count, 0);
        const known = told.get(key) ?? { lines: 0, killed: 0 };
        told.set(key, { lines: known.lines + 1, killed: Math.max(known.killed, killed) });
      }
      const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
      const found = items.map(({ name, events, lines, killed }) => [name, events, lines, killed]);
      expect(found.sort(), JSON.stringify(stretch)).toEqual(
        [...expected]
          .map(([name, told]) => [
            name,
            told.size,
            sum([...told.values()].map(({ lines }) => lines)),
            sum([...told.values()].map(({ killed }) => killed)),
          ])
          .sort(),
      );
      expect(withoutPlace).toBe(0);
    }
  });

  it('subjects: topics and kinds with all their lines, and events that claims are about', async () => {
    const { topics, kinds, events } = await store.views.subjects(scope());
    const claims = linesOf<Claim>(inDossier, (record) => record.claims);
    const counts = (given: readonly { value: string; count: number }[]) =>
      Object.fromEntries(given.map(({ value, count }) => [value, count]));
    expect(counts(topics)).toEqual(tally(claims.flatMap(({ line }) => line.topics)));
    expect(counts(kinds)).toEqual(
      tally(linesOf<Condition>(inDossier, (record) => record.conditions).map(({ line }) => line.kind)),
    );
    expect(events.length).toBeGreaterThan(2);
    for (const { line, claims: count } of events) {
      expect(hidden.has(`${line.article.id} ${line.event.id}`)).toBe(false);
      expect(count).toBe(claims.filter((one) => one.line.about.includes(line.event.id)).length);
    }
  });

  it('spans of conditions: lines, first and last day of each kind, subject and status', async () => {
    const { items, total } = await store.views.conditionSpans(scope());
    const keyOf = ({ kind, on, status }: Condition) => `${kind} ${on.place} ${status}`;
    const all = linesOf<Condition>(inDossier, (record) => record.conditions);
    expect(total).toBe(new Set(all.map(({ line }) => keyOf(line))).size);
    expect(items).toHaveLength(Math.min(total, 100));
    for (const { line, since, isSinceTold, confirmed, lines } of items) {
      const same = all.filter((one) => keyOf(one.line) === keyOf(line.condition));
      const days = same.map((one) => `${one.line.since}`).sort();
      expect([lines, since, isSinceTold]).toEqual([same.length, days[0], true]);
      expect(confirmed).toBe(
        same
          .map(({ record }) => `${record.article.published}`)
          .sort()
          .at(-1),
      );
    }
  });

  it('roles: whom a person belongs to, from the first to the last article', async () => {
    const people = new Map<string, Map<string, string[]>>();
    for (const { article, actors } of recordsOf(inDossier))
      for (const { name, affiliation } of actors) {
        const house = actors.find(({ id }) => id === affiliation)?.name;
        if (house === undefined) continue;
        const own = people.get(name) ?? new Map<string, string[]>();
        people.set(name, own.set(house, [...(own.get(house) ?? []), `${article.published}`].sort()));
      }
    expect(people.size).toBeGreaterThan(2);
    const most = [...people].sort(([, one], [, other]) => other.size - one.size).slice(0, 5);
    for (const [name, houses] of most) {
      const found = await store.views.roles({ ...scope(), name: name.toUpperCase() });
      expect(
        found.map(({ affiliation, first, last, articles }) => [affiliation, first, last, articles]).sort(),
      ).toEqual([...houses].map(([house, days]) => [house, days[0], days.at(-1), days.length]).sort());
    }
  });

  it('sides: all claims of each party, and how many deny', async () => {
    const topic = 'gas';
    const { columns, total } = await store.views.sides({ ...scope(), topic });
    const claims = linesOf<Claim>(inDossier, (record) => record.claims).filter(({ line }) =>
      line.topics.includes(topic),
    );
    expect(total).toBe(claims.length);
    const party = ({ record, line }: (typeof claims)[number]) =>
      `${record.actors.find(({ id }) => id === line.speaker)?.country}`;
    const counts = tally(claims.map(party));
    const denials = tally(claims.filter(({ line }) => line.stance === 'denies').map(party));
    for (const { key, count, denials: denied } of columns.filter(({ key }) => key !== 'others'))
      expect([key, count, denied]).toEqual([key, counts[key], denials[key] ?? 0]);
    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(claims.length);
    const own = columns.filter(({ key }) => key !== 'others').map(({ count }) => count);
    expect(own).toEqual(
      Object.values(counts)
        .sort((a, b) => b - a)
        .slice(0, 5),
    );
  });

  it('network: who is with or against whom, in how many articles', async () => {
    const { ties, total } = await store.views.network({ ...scope(), limit: 500 });
    const expected = new Map<string, { cooperation: number; conflict: number; articles: Set<string> }>();
    const note = (
      record: ArticleRecord,
      ids: readonly (string | null | undefined)[],
      kind: 'cooperation' | 'conflict',
    ) => {
      const [from, to] = ids.map((id) => record.actors.find((actor) => actor.id === id)?.name.toLowerCase());
      if (from === undefined || to === undefined || from === to) return;
      const key = `${from} > ${to}`;
      const tie = expected.get(key) ?? { cooperation: 0, conflict: 0, articles: new Set() };
      tie[kind]++;
      tie.articles.add(record.article.id);
      expected.set(key, tie);
    };
    for (const { record, event } of eventsOf(inDossier))
      note(
        record,
        [event.actors[0], event.recipients[0]],
        event.quad.endsWith('conflict') ? 'conflict' : 'cooperation',
      );
    for (const { record, line } of linesOf<Claim>(inDossier, ({ claims }) => claims)) {
      if (['accuses', 'denies', 'demands', 'threatens'].includes(line.stance))
        note(record, [line.speaker, line.addressee], 'conflict');
      if (['supports', 'offers'].includes(line.stance))
        note(record, [line.speaker, line.addressee], 'cooperation');
    }
    expect(total).toBe(expected.size);
    expect(ties).toHaveLength(Math.min(500, expected.size));
    for (const { from, to, cooperation, conflict, articles } of ties) {
      const tie = expected.get(`${from} > ${to}`);
      expect([from, to, cooperation, conflict, articles]).toEqual([
        from,
        to,
        tie?.cooperation,
        tie?.conflict,
        tie?.articles.size,
      ]);
    }
  });

  it('facets: how many have which value, also after articles were read again and removed', async () => {
    const check = async (records: readonly ArticleRecord[]) => {
      const facets = await store.facets(scope());
      const shown = eventsOf(inDossier).filter(({ record }) => records.includes(record));
      const partiesOf = ({ record, event }: (typeof shown)[number]) =>
        new Set(
          [...event.actors, ...event.recipients].flatMap(
            (id) => record.actors.find((actor) => actor.id === id)?.country ?? [],
          ),
        );
      const counts = (given: readonly { value: string; count: number }[]) =>
        Object.fromEntries(given.map(({ value, count }) => [value, count]));
      expect(facets.articles).toBe(records.length);
      expect(facets.events).toBe(shown.length);
      expect(counts(facets.eventTypes)).toEqual(tally(shown.map(({ event }) => event.type)));
      expect(counts(facets.eventStatuses)).toEqual(tally(shown.map(({ event }) => event.status)));
      expect(counts(facets.countries)).toEqual(tally(shown.flatMap((one) => [...partiesOf(one)])));
      expect(counts(facets.languages)).toEqual(tally(records.map(({ article }) => article.language)));
      expect(counts(facets.outlets)).toEqual(tally(records.map(({ article }) => `${article.outlet}`)));
      expect(counts(facets.stances)).toEqual(
        tally(
          linesOf<Claim>(inDossier, ({ claims }) => claims)
            .filter(({ record }) => records.includes(record))
            .map(({ line }) => line.stance),
        ),
      );
      expect(facets.conditions).toBe(records.length);
      const days = shown.flatMap(({ first, last }) => [first, last]).sort();
      expect(facets.days).toEqual({ first: days[0], last: days.at(-1) });
    };
    const all = recordsOf(inDossier);
    await check(all);
    const [one, two] = all as [ArticleRecord, ArticleRecord];
    await store.addMany([
      { record: one, again: true },
      { record: two, again: true },
    ]);
    await check(all);
    await store.removeArticles([one.article.id]);
    await check(all.slice(1));
    await store.addMany([{ record: one }]);
    await check(all);
  });

  it('lists of articles with words give what a plain look into the texts gives', async () => {
    for (const word of ['prisoners', 'teshka', 'council', 'nowhere']) {
      const expected = recordsOf(inDossier)
        .filter(({ article }) => new RegExp(`\\b${word}\\b`, 'i').test(`${article.title} ${article.text}`))
        .map(({ article }) => article.id)
        .sort();
      for (const order of ['newest', 'oldest', 'added'] as const) {
        const found: string[] = [];
        let cursor: string | null = null;
        do {
          const page: Awaited<ReturnType<Store['listArticles']>> = await store.listArticles(
            { ...scope(), q: word },
            { order, limit: 23, cursor },
          );
          found.push(...page.items.map(({ id }) => id));
          cursor = page.next;
        } while (cursor !== null);
        expect(found.toSorted(), `${word}, ${order}`).toEqual(expected);
      }
    }
  });
});

it('counts the same in a store from before it kept counts', async () => {
  const asked = (one: Store) =>
    Promise.all([
      one.views.places(),
      one.views.places({ since: '2021-01-13', until: '2021-03-07' }),
      one.views.density({ by: 'day', sides: ['ARM', 'AZE'] }),
      one.views.overview(),
      one.views.sides({ topic: 'gas' }),
      one.views.subjects(),
      one.views.conditionSpans(),
    ]);
  const data = join(folder, 'earlier');
  let earlier = await openStore({ data, create: true });
  await earlier.addMany(RECORDS.slice(0, 60).map((record) => ({ record })));
  await earlier.addMany(RECORDS.slice(3, 5).map((record) => ({ record, again: true })));
  await earlier.removeArticles(RECORDS.slice(50, 53).map(({ article }) => article.id));
  const expected = await asked(earlier);
  await earlier.close();
  const { db, close } = await openFolder(data, false);
  await sql`truncate counted_events, counted_claims, counted_conditions, counted_places, counted_countries,
    place_months`.execute(db);
  await db.transaction().execute(fillCounted);
  await close();
  earlier = await openStore({ data });
  const found = await asked(earlier);
  for (const [nr, answer] of expected.entries()) expect(found[nr]).toEqual(answer);
  await earlier.close();
});
