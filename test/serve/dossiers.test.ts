import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { italian, RECORDS, talks } from './records.ts';
import { type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve(RECORDS.filter((record) => record !== italian));
});
afterAll(() => served.stop());

async function ask<Answer>(method: string, path: string, body?: object) {
  const answer = await fetch(served.address + path, {
    method,
    headers: { 'x-truceline': '1', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json()) as Answer };
}
interface Page {
  items: { id: string; article: { id: string }; name: string; articles: number }[];
}
interface Counts {
  articles: number;
  events: number;
  newestArticles: { title: string }[];
  newestEvents: object[];
}

describe('dossiers', () => {
  it.each([
    [{ parties: ['AZE'] }, 3],
    [{ parties: ['azerbaijan', 'RUS'], partiesNeeded: 2 }, 1],
    [{ parties: ['RUS'], places: ['VILLAGE'] }, 3],
    [{ parties: ['RUS'], places: ['VILLAGE'], match: 'all' }, 0],
    [{ places: ['village'], since: '2023-03-07' }, 1],
    [{ words: ['delegations'] }, 1],
    [{ sources: ['valley herald'] }, 2],
    [{ sources: ['news.example'], places: ['village'] }, 2],
  ])('%j takes in %i articles', async (definition, count) => {
    const { json } = await ask<Counts>('POST', '/api/dossiers/preview', definition);
    expect(json.articles).toBe(count);
    expect(json.newestArticles).toHaveLength(count);
  });

  it('is refused without any criterion', async () => {
    expect((await ask('POST', '/api/dossiers/preview', {})).status).toBe(400);
  });

  it('narrows every list, and takes in what is added later', async () => {
    const draft = { name: 'Shots and words', definition: { places: ['Village'], words: ['negoziati'] } };
    const made = await ask<{ id: string; articles: number }>('POST', '/api/dossiers', draft);
    expect(made.json.articles).toBe(2);
    const list = async (path: string) =>
      (await ask<Page>('GET', `${path}${path.includes('?') ? '&' : '?'}dossier=${made.json.id}`)).json.items;
    expect(await list('/api/articles')).toHaveLength(2);
    expect(await list('/api/events')).toHaveLength(2);
    expect(await list('/api/claims')).toHaveLength(4);
    expect(await list('/api/timeline')).toHaveLength(1);
    expect(await list('/api/search?q=clash%20or%20fire')).toHaveLength(2);
    expect((await list('/api/actors')).map(({ name, articles }) => [name, articles])).toEqual([
      ['Armenia', 2],
      ['Azerbaijan', 2],
    ]);
    expect((await ask<Counts>('GET', `/api/facets?dossier=${made.json.id}`)).json.events).toBe(2);

    await served.store.addMany([{ record: italian }, { record: talks, again: true }]);
    expect((await list('/api/articles')).map(({ id }) => id)).toContain(italian.article.id);
    expect(await list('/api/articles')).toHaveLength(3);

    const changed = { name: 'Words', definition: { words: ['negoziati'] } };
    await ask('PUT', `/api/dossiers/${made.json.id}`, changed);
    expect(await list('/api/articles')).toHaveLength(1);
    expect(await list('/api/actors')).toEqual([]);
    expect((await ask<Page>('GET', '/api/dossiers')).json.items).toMatchObject([
      { name: 'Words', articles: 1 },
    ]);

    await served.store.removeArticles([italian.article.id]);
    expect((await ask<Counts>('GET', `/api/dossiers/${made.json.id}`)).json.articles).toBe(0);
    expect((await ask('DELETE', `/api/dossiers/${made.json.id}`)).status).toBe(200);
    expect((await ask('GET', `/api/dossiers/${made.json.id}`)).status).toBe(404);
  });

  it('totals of actors stay true when articles are read again and removed', async () => {
    const actors = async () => (await ask<Page>('GET', '/api/actors')).json.items;
    const before = await actors();
    await served.store.addMany(RECORDS.slice(0, 3).map((record) => ({ record, again: true })));
    expect(await actors()).toEqual(before);
    await served.store.removeArticles(RECORDS.map(({ article }) => article.id));
    expect(await actors()).toEqual([]);
  });
});
