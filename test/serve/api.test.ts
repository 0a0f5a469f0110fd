import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArticleRecord } from '../../src/model/index.ts';
import { startServer } from '../../src/serve/index.ts';
import { hostile, RECORDS, talks } from './records.ts';
import { type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve(RECORDS);
});
afterAll(() => served.stop());

const get = (path: string, init?: RequestInit) => fetch(served.address + path, init);
async function json<Item>(path: string) {
  const answer = await get(path);
  expect(answer.status, path).toBe(200);
  expect(answer.headers.get('content-type')).toContain('application/json');
  return (await answer.json()) as { items: Item[]; next: string | null };
}

describe('lists', () => {
  it('gives every article once over all pages', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { id: string }[]; next: string | null } = await json<{ id: string }>(
        `/api/articles?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(seen.toSorted()).toEqual(RECORDS.map(({ article }) => article.id).toSorted());
  });

  it.each([
    ['/api/articles?language=it', 1],
    ['/api/articles?outlet=Valley%20Herald', 2],
    ['/api/articles?since=2023-03-06&until=2023-03-31', 2],
    ['/api/search?q=delegations', 1],
    ['/api/search?q=nosuchword', 0],
    ['/api/events?type=ASSAULT', 2],
    ['/api/events?type=ASSAULT&type=CONSULT', 3],
    ['/api/events?type=ASSAULT&status=alleged', 1],
    ['/api/events?quad=verbal-cooperation', 1],
    ['/api/events?country=rus', 1],
    ['/api/events?actor=Peacekeepers', 1],
    ['/api/events?place=village', 2],
    ['/api/claims?stance=denies', 2],
    ['/api/claims?quoted=true', 2],
    ['/api/conditions?kind=blockade', 1],
    ['/api/conditions?status=ended', 0],
    ['/api/actors?name=azer', 1],
  ])('%s gives %i', async (path, count) => {
    expect((await json(path)).items).toHaveLength(count);
  });

  it('gives the whole record, true to the contract', async () => {
    const answer = await get(`/api/articles/${talks.article.id}`);
    expect(ArticleRecord.parse(await answer.json())).toEqual(talks);
  });

  it('puts what two articles tell of one clash together, and settles nothing', async () => {
    const { items } = await json<{
      statuses: string[];
      tellings: { event: { killed: { count: number }[] } }[];
    }>('/api/timeline?type=ASSAULT');
    expect(items).toHaveLength(1);
    expect(items[0]?.statuses.toSorted()).toEqual(['alleged', 'reported']);
    expect(items[0]?.tellings.map(({ event }) => event.killed[0]?.count).toSorted()).toEqual([2, 5]);
  });

  it('never cuts a day of the timeline, however small the page', async () => {
    const first = await json<{ tellings: unknown[] }>('/api/timeline?limit=1');
    expect(first.items).toHaveLength(1);
    expect(first.items[0]?.tellings).toHaveLength(2);
    const second = await json<{ type: string }>(`/api/timeline?limit=1&cursor=${first.next}`);
    expect(second.items.map(({ type }) => type)).toEqual(['CONSULT']);
  });
});

describe('wrong requests', () => {
  it.each([
    ['/api/events?type=FIGHT', 400, 'E_QUERY'],
    ['/api/events?limit=0', 400, 'E_QUERY'],
    ['/api/events?limit=many', 400, 'E_QUERY'],
    ['/api/events?since=yesterday', 400, 'E_QUERY'],
    ['/api/events?colour=red', 400, 'E_QUERY'],
    ['/api/events?text=%00', 400, 'E_QUERY'],
    ['/api/search', 400, 'E_QUERY'],
    ['/api/articles?cursor=nonsense', 400, 'E_USAGE'],
    ['/api/articles/nobody', 404, 'E_NO_ARTICLE'],
    ['/api/articles/nobody/page', 404, 'E_NO_ARTICLE'],
    ['/api/nowhere', 404, 'E_ROUTE'],
    ['/assets/nothing.js', 404, 'E_ROUTE'],
    [`/api/articles/${'x'.repeat(5000)}`, 400, 'E_QUERY'],
  ])('%.60s is %i %s', async (path, status, code) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ code, message: expect.any(String), remedy: expect.any(String) });
  });

  it('takes nothing but GET', async () => {
    expect((await get('/api/articles', { method: 'POST', body: '{}' })).status).toBe(404);
  });
});

describe('what goes out with an answer', () => {
  it('lets an unchanged answer be asked for again for nothing', async () => {
    const etag = (await get('/api/facets')).headers.get('etag');
    expect(etag).toBeTruthy();
    const again = await get('/api/facets', { headers: { 'if-none-match': etag as string } });
    expect(again.status).toBe(304);
  });

  it('allows no inline script, no frame, and nothing from elsewhere', async () => {
    const { headers } = await get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('shows an article by itself without any of its markup, in a sandbox', async () => {
    const answer = await get(`/api/articles/${hostile.article.id}/page`);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
    const page = await answer.text();
    expect(page).toContain('&lt;script&gt;window.hacked = true&lt;/script&gt; Nobody met');
    expect(page).not.toMatch(/<script|<img|<svg|onerror="/);
  });
});

describe('the OpenAPI document', () => {
  it('describes every operation, and every reference in it leads somewhere', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, unknown>;
      components: { schemas: Record<string, unknown> };
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/api/articles/{id}');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, to]) => to as string,
    );
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) {
      const name = reference.replace('#/components/schemas/', '');
      expect(document.components.schemas, reference).toHaveProperty(name);
    }
  });

  it('has a page for people that needs no script', async () => {
    const answer = await get('/api');
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('GET /api/timeline');
    expect(page).not.toContain('<script');
  });
});

describe('starting and ending', () => {
  it('says which port is taken', async () => {
    const port = Number(new URL(served.address).port);
    await expect(startServer({ store: served.store, port })).rejects.toMatchObject({
      code: 'E_PORT',
      exitCode: 5,
    });
  });

  it('slows down who asks too much', async () => {
    const server = await startServer({ store: served.store, port: 0, noAuth: true, requestsPerMinute: 2 });
    try {
      const ask = () => fetch(`${server.address}/api/health`);
      expect((await ask()).status).toBe(200);
      expect((await ask()).status).toBe(200);
      const refused = await ask();
      expect(refused.status).toBe(429);
      expect(await refused.json()).toMatchObject({ code: 'E_TOO_MANY' });
    } finally {
      await server.close();
    }
  });
});
