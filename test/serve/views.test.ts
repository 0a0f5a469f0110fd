import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORTS } from '../../src/serve/export/tables.ts';
import type { Store } from '../../src/store/index.ts';
import { RECORDS, talks, written } from './records.ts';
import { type Served, serve } from './server.ts';

let served: Served;
const formula = written({
  key: 'formula',
  title: '=HYPERLINK("http://elsewhere.example")',
  paragraphs: ['Nothing was agreed.'],
  article: { outlet: '@outlet', published: '2023-02-01' },
});
beforeAll(async () => {
  served = await serve([...RECORDS, formula]);
});
afterAll(() => served.stop());

async function get<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(served.address + path);
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as Answer;
}
const clashes = RECORDS.slice(1, 3).map(({ article }) => article.id);

describe('the overview', () => {
  interface Overview {
    asOf: string;
    lastMeeting: { day: string; daysAgo: number } | null;
    weeks: { week: string; meetings: number; incidents: number; killed: { low: number; high: number } }[];
    conditions: { since: string; days: number; lines: number }[];
    contested: object[];
    newest: object[];
  }

  it('counts from a day; tellings of one event count once, with their lowest and highest figures', async () => {
    const view = await get<Overview>('/api/overview?asOf=2023-03-08&weeks=3');
    expect(view.asOf).toBe('2023-03-08');
    expect(view.lastMeeting).toMatchObject({ day: '2023-03-01', daysAgo: 7 });
    expect(view.weeks).toEqual([
      { week: '2023-02-20', meetings: 0, incidents: 0, killed: { low: 0, high: 0 } },
      { week: '2023-02-27', meetings: 1, incidents: 1, killed: { low: 2, high: 5 } },
      { week: '2023-03-06', meetings: 0, incidents: 0, killed: { low: 0, high: 0 } },
    ]);
    expect(view.contested).toHaveLength(1);
  });

  it('tells since when a condition stands, and who said so last', async () => {
    const { conditions } = await get<Overview>('/api/overview?asOf=2023-03-08');
    const condition = talks.conditions[0];
    expect(conditions).toMatchObject([{ lines: 1, confirmed: '2023-03-02', line: { condition } }]);
  });

  it('begins with the newest article where no day is asked for, and is empty where the store is', async () => {
    expect((await get<Overview>('/api/overview')).asOf).toBe('2023-05-31');
    expect(await get<Overview>('/api/overview?dossier=none')).toMatchObject({
      lastMeeting: null,
      newest: [],
    });
  });
});

describe('views of many events', () => {
  it('gives marks and densities within days', async () => {
    const marks = await get<{ items: { from: string; killed?: number }[]; isAll: boolean }>(
      '/api/marks?since=2023-03-05&until=2023-03-05',
    );
    expect(marks).toMatchObject({ isAll: true });
    expect(marks.items.map(({ from, killed }) => [from, killed]).toSorted()).toEqual([
      ['2023-03-05', 2],
      ['2023-03-05', 5],
    ]);
    expect((await get<{ isAll: boolean }>('/api/marks?limit=1')).isAll).toBe(false);
    expect(await get('/api/density?by=month')).toEqual({
      items: [
        { from: '2023-03-01', lane: 'incidents', quad: 'material-conflict', events: 2 },
        { from: '2023-03-01', lane: 'talks', quad: 'verbal-cooperation', events: 1 },
      ],
    });
  });

  it('counts each lane under the filters of events; the list behind a stretch is as long', async () => {
    interface Density {
      items: { from: string; lane: string; events: number }[];
    }
    const sides = 'sides=GEO';
    const { items } = await get<Density>(`/api/density?by=day&type=ASSAULT&${sides}`);
    expect(items).toMatchObject([{ from: '2023-03-05', lane: 'third', events: 2 }]);
    const list = await get<{ items: object[] }>(
      `/api/events?lane=third&exact=true&${sides}&type=ASSAULT&since=2023-03-05&until=2023-03-05`,
    );
    expect(list.items).toHaveLength(2);
    expect((await get<Density>('/api/density?by=day&type=ASSAULT&sides=AZE')).items[0]?.lane).toBe(
      'incidents',
    );
  });

  it('counts places; two tellings of one event are one, with the highest number of dead', async () => {
    const { items, withoutPlace } = await get<{
      items: { name: string; events: number; lines: number; killed: number }[];
      withoutPlace: number;
    }>('/api/places');
    const all = await get<{ events: number }>('/api/facets');
    expect(items.reduce((sum, { lines }) => sum + lines, 0) + withoutPlace).toBe(all.events);
    for (const { name, lines } of items) {
      const list = await get<{ items: object[] }>(`/api/events?at=${encodeURIComponent(name)}`);
      expect(list.items).toHaveLength(lines);
    }
  });

  it('narrows events down to those with dead or injured', async () => {
    const { items } = await get<{ items: { event: { killed: object[]; injured: object[] } }[] }>(
      '/api/events?casualties=true',
    );
    expect(items).toHaveLength(2);
    expect(items.every(({ event }) => event.killed.length + event.injured.length > 0)).toBe(true);
  });

  it('puts what each party says in a column of its own, and figures beside who reports them', async () => {
    const about = clashes.map((id) => `about=${id}/e-clash`).join('&');
    const sides = await get<{
      columns: { party: { name: string }; claims: { claim: { stance: string } }[] }[];
      casualties: { source: string; line: { event: { killed: { count: number }[] } } }[];
    }>(`/api/sides?${about}`);
    expect(
      sides.columns.map(({ party, claims }) => [party.name, claims.map(({ claim }) => claim.stance)]),
    ).toEqual([
      ['Azerbaijan', ['accuses', 'accuses']],
      ['others', ['denies', 'denies']],
    ]);
    expect(sides.casualties.map(({ source, line }) => [source, line.event.killed[0]?.count])).toEqual([
      ['Valley Herald', 2],
      ['Morning Post', 5],
    ]);
    const all = await get<{ total: number; columns: { key: string; count: number; claims: object[] }[] }>(
      '/api/sides?limit=1',
    );
    const facets = await get<{ claims: number }>('/api/facets');
    expect(all.total).toBe(facets.claims);
    expect(all.columns.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
    expect(all.columns.every(({ claims }) => claims.length === 1)).toBe(true);
    const first = all.columns[0];
    const one = await get<typeof all>(`/api/sides?column=${first?.key}`);
    expect(one.columns.map(({ key, claims }) => [key, claims.length])).toEqual([[first?.key, first?.count]]);
    expect((await fetch(`${served.address}/api/sides?about=x`)).status).toBe(400);
  });

  it('ties actors that act against or with each other', async () => {
    const { ties, actors } = await get<{
      ties: { from: string; to: string; cooperation: number; conflict: number; articles: number }[];
      actors: { key: string }[];
    }>('/api/network');
    expect(ties).toContainEqual({
      from: 'azerbaijan',
      to: 'armenia',
      cooperation: expect.any(Number),
      conflict: 2,
      articles: expect.any(Number),
    });
    const behind = await get<{ items: object[]; next: null }>(
      '/api/ties?one=Armenia&other=Azerbaijan&kind=conflict',
    );
    expect(behind).toMatchObject({ items: [{}, {}], next: null });
    const ends = new Set(ties.flatMap(({ from, to }) => [from, to]));
    expect(new Set(actors.map(({ key }) => key))).toEqual(ends);
  });

  it('finds words in everything at once', async () => {
    const found = await get<{ [part: string]: { items: object[]; more: boolean } }>('/api/find?q=ministry');
    expect(found.claims?.items).toHaveLength(4);
    expect(found.articles?.items).toHaveLength(2);
    expect(found.conditions).toEqual({ items: [], more: false });
  });
});

describe('export', () => {
  const file = async (path: string) => {
    const answer = await fetch(`${served.address}/api/export/${path}`);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };

  it('writes every table as CSV, JSON and JSON lines, under the filters of its list', async () => {
    for (const table of ['articles', 'events', 'claims', 'conditions', 'actors', 'changes']) {
      const csv = await file(`${table}.csv`);
      expect(csv.headers.get('content-type')).toContain('text/csv');
      expect(csv.headers.get('content-disposition')).toContain(`${table}.csv`);
      const items = JSON.parse((await file(`${table}.json`)).text) as unknown[];
      const lines = (await file(`${table}.jsonl`)).text.split('\n').filter(Boolean);
      expect(lines.map((line) => JSON.parse(line))).toEqual(items);
    }
    const { text } = await file('events.csv?type=ASSAULT&order=oldest');
    expect(text.trim().split('\n')).toHaveLength(3);
    expect((await file('articles.csv?q=delegations')).text.trim().split('\n')).toHaveLength(2);
    expect((await file('events.csv?colour=red')).status).toBe(400);
    expect((await file('events.xml')).status).toBe(404);
    expect((await file('accounts.csv')).status).toBe(404);
  });

  it('takes the very filters of the list, words among them', async () => {
    const same = async (table: string, filters: string) => {
      const list = await get<{ items: object[]; next: string | null }>(`/api/${table}?limit=500&${filters}`);
      expect(list.next).toBeNull();
      expect(JSON.parse((await file(`${table}.json?${filters}`)).text)).toEqual(list.items);
      return list.items.length;
    };
    expect(await same('articles', 'q=ministry&order=oldest')).toBe(2);
    expect(await same('articles', 'q=minist*&language=en')).toBeGreaterThan(0);
    expect(await same('articles', 'q=zeppelin')).toBe(0);
    expect(await same('claims', 'text=ministry&stance=denies')).toBeGreaterThan(0);
    expect(await same('events', 'country=AZE&since=2023-01-01')).toBeGreaterThan(0);
    for (const [table, route] of Object.entries(EXPORTS))
      expect(Object.keys(route.query.shape), table).not.toContain('cursor');
  });

  it('reads no further than somebody takes, a page at a time', async () => {
    let pages = 0;
    const store = {
      async listActors(_: object, { limit }: { limit: number }) {
        pages++;
        const line = { name: `Actor ${pages}`, kind: 'person', articles: 1, mentions: 1 };
        return { items: Array.from({ length: limit }, () => line), next: 'on' };
      },
    } as unknown as Store;
    const rows = EXPORTS.actors?.rows(store, {}, 'csv') as AsyncGenerator<string>;
    for (let turn = 0; turn < 40; turn++) {
      const { value } = await rows.next();
      expect(pages).toBeLessThanOrEqual(turn + 1);
      expect(value.length).toBeLessThan(20_000);
    }
    await rows.return(undefined);
  });

  it('makes no formulas for spreadsheets', async () => {
    const { text } = await file('articles.csv?outlet=%40outlet');
    expect(text).toContain(`"'=HYPERLINK(""http://elsewhere.example"")"`);
    expect(text).toContain(`,'@outlet,`);
  });
});
