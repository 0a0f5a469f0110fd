import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArticleRecord } from '../../src/model/index.ts';
import type { PageOf, Store } from '../../src/store/index.ts';
import { describeBackends, type Place } from './backends.ts';
import { type Made, made } from './record.ts';

/** All items of a paged list, with a small page so that every list crosses several cursors. */
async function all<Item>(list: (paging: { limit: number; cursor: string | null }) => Promise<PageOf<Item>>) {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: PageOf<Item> = await list({ limit: 3, cursor });
    expect(page.items.length).toBeLessThanOrEqual(3);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

const add = (store: Store, { record, page }: Made) => store.addRecord(record, page);
const idOf = ({ record }: Made) => record.article.id;

describeBackends('what goes in comes out', (newPlace) => {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await newPlace();
    store = await place.open();
  });
  afterAll(() => store.close());

  it('a record, byte for byte, and its page, also after the store was closed', async () => {
    const one = made(1, { published: '2023-03-06', outlet: 'Example Wire', on: '2023-03-05' });
    expect(await add(store, one)).toEqual({
      id: idOf(one),
      title: one.record.article.title,
      outcome: 'added',
    });
    await store.close();
    store = await place.open();
    expect(JSON.stringify(await store.getRecord(idOf(one)))).toBe(JSON.stringify(one.record));
    const page = await store.getPage(idOf(one));
    expect(Buffer.from(page?.bytes ?? []).equals(one.page.bytes)).toBe(true);
    expect(page?.origin).toBe('pages/1.txt');
  });

  it('what PostgreSQL cannot hold as text: NUL and half a surrogate pair', async () => {
    const odd = made(2, {
      title: 'NUL \u0000 and \ud800 half',
      text: 'The envoys met\u0000 in \udfff Varda. They denied it. It stands.',
    });
    await add(store, odd);
    expect(JSON.stringify(await store.getRecord(idOf(odd)))).toBe(JSON.stringify(odd.record));
    const found = await store.searchArticles('envoys varda');
    expect(found.items.map(({ article }) => article.id)).toContain(idOf(odd));
    const events = await store.listEvents({ articleId: idOf(odd) });
    expect(events.items[0]?.event).toEqual(odd.record.events[0]);
  });

  it('a record that came without a page', async () => {
    const bare = made(3);
    await store.addRecord(bare.record);
    expect(await store.getPage(idOf(bare))).toBeNull();
  });

  it('a text of several megabytes, found by its beginning', async () => {
    const long = made(4, {
      text: `Zeppelins met. ${'They denied it again and again in Varda. '.repeat(50_000)}`,
    });
    await add(store, long);
    const found = await store.searchArticles('zeppelins');
    expect(found.items.map(({ article }) => article.id)).toEqual([idOf(long)]);
  });

  it('an article that is not there is E_NO_ARTICLE', async () => {
    for (const ask of [store.getRecord, store.getArticle, store.getPage]) {
      await expect(ask('nothing')).rejects.toMatchObject({ code: 'E_NO_ARTICLE' });
    }
  });
});

describeBackends('adding again', (newPlace) => {
  let store: Store;
  beforeAll(async () => {
    store = await (await newPlace()).open();
  });
  afterAll(() => store.close());

  it('leaves alone what is there, also within one transaction', async () => {
    const [one, other] = [made(1), made(2)];
    const first = await store.addMany([one, one, other]);
    expect(first.map(({ outcome }) => outcome)).toEqual(['added', 'unchanged', 'added']);
    expect((await add(store, one)).outcome).toBe('unchanged');
    expect((await store.facets()).articles).toBe(2);
  });

  it('reads anew where something else is given, and keeps what was given before', async () => {
    const plain = made(3);
    await add(store, plain);
    const dated = made(3, { published: '2023-03-06' });
    const given = { ...dated.page, published: '2023-03-06' };
    expect((await store.addRecord(dated.record, given)).outcome).toBe('updated');
    expect((await store.getArticle(idOf(plain))).published).toBe('2023-03-06');
    expect((await store.addRecord(plain.record, plain.page)).outcome).toBe('unchanged');
    expect((await store.known([idOf(plain)])).get(idOf(plain))?.given).toEqual({ published: '2023-03-06' });
    expect(await all((paging) => store.listEvents({ articleId: idOf(plain) }, paging))).toHaveLength(1);
  });

  it('writes the same again where that is asked for', async () => {
    const one = made(4);
    await add(store, one);
    const [outcome] = await store.addMany([{ ...one, again: true }]);
    expect(outcome?.outcome).toBe('updated');
  });

  it('a new page of an address takes the place of the old one, which stays readable', async () => {
    const url = 'https://example.org/news/1';
    const [older, newer] = [made(10, { url }), made(11, { url })];
    await add(store, older);
    expect(await add(store, newer)).toMatchObject({ outcome: 'updated', supersedes: idOf(older) });
    const listed = (await all((paging) => store.listArticles({}, paging))).map(({ id }) => id);
    expect(listed).toContain(idOf(newer));
    expect(listed).not.toContain(idOf(older));
    expect(await store.getRecord(idOf(older))).toEqual(older.record);
    expect((await store.listEvents({ articleId: idOf(older) })).items).toEqual([]);
    expect((await store.searchArticles('"day 10"')).items).toEqual([]);

    // The old page comes back: it is current again.
    expect(await add(store, older)).toMatchObject({ outcome: 'updated', supersedes: idOf(newer) });
    expect((await store.listEvents({ articleId: idOf(older) })).items).toHaveLength(1);
    expect((await store.listEvents({ articleId: idOf(newer) })).items).toEqual([]);

    expect(await store.removeArticles([idOf(older)])).toEqual([idOf(older)]);
    expect((await store.known([idOf(older), idOf(newer)])).size).toBe(0);
  });

  it('all of a transaction or nothing', async () => {
    const good = made(20);
    const bad = made(21);
    const broken = {
      ...bad.record,
      events: [...bad.record.events, { ...bad.record.events[0], confidence: 'x' }],
    };
    // A record that no schema let through: the database refuses it.
    const entries = [good, { record: broken as unknown as ArticleRecord, page: bad.page }];
    await expect(store.addMany(entries)).rejects.toMatchObject({ code: 'E_STORE_REFUSED' });
    expect((await store.known([idOf(good), idOf(bad)])).size).toBe(0);
    expect((await add(store, good)).outcome).toBe('added');
  });

  it('many at once, from several callers', async () => {
    const entries = Array.from({ length: 24 }, (_, index) => made(100 + (index % 12)));
    const outcomes = await Promise.all(entries.map((entry) => add(store, entry)));
    expect(outcomes.filter(({ outcome }) => outcome === 'added')).toHaveLength(12);
    expect(outcomes.filter(({ outcome }) => outcome === 'unchanged')).toHaveLength(12);
  });
});

describeBackends('lists', (newPlace) => {
  let store: Store;
  const articles = [
    made(1, { published: '2023-03-06', on: '2023-03-05', type: 'ASSAULT', outlet: 'Wire' }),
    made(2, { published: '2023-03', on: '2023-03', outlet: 'wire' }),
    made(3, { published: 'XXXX-04-01', on: 'XXXX-03-01', outlet: 'Herald' }),
    made(4, { on: '2022-12-12/..' }),
    made(5, { published: '2021', on: '2021-05', language: 'it', type: 'ASSAULT' }),
    made(6, { published: '2023-03-06', on: '2023-09-19', language: 'ru' }),
    made(7, { published: '2020-07-01', on: '2020-11-10' }),
  ];
  const numberOf = new Map(articles.map((entry, index) => [idOf(entry), index + 1]));
  const numbers = (lines: readonly { id: string }[]) => lines.map(({ id }) => numberOf.get(id));
  beforeAll(async () => {
    store = await (await newPlace()).open();
    for (const entry of articles) await add(store, entry);
  });
  afterAll(() => store.close());

  const listed = async (
    filter: Parameters<Store['listArticles']>[0],
    order?: 'newest' | 'oldest' | 'added',
  ) => numbers(await all((paging) => store.listArticles(filter, { ...paging, ...(order && { order }) })));
  const events = async (filter: Parameters<Store['listEvents']>[0], order?: 'newest' | 'oldest') =>
    numbers(
      (await all((paging) => store.listEvents(filter, { ...paging, ...(order && { order }) }))).map(
        ({ article }) => article,
      ),
    );

  it('articles by date, unknown years last either way', async () => {
    const newest = await listed({});
    expect(new Set(newest.slice(0, 2))).toEqual(new Set([1, 6]));
    expect(newest.slice(2)).toEqual([2, 7, 5, 3, 4].sort(byDay));
    const oldest = await listed({}, 'oldest');
    expect(oldest.slice(0, 3)).toEqual([7, 5, 2]);
    expect(oldest.slice(5)).toEqual([3, 4]);
    expect(await listed({}, 'added')).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  /** 2023-03 before 2021 before 2020-07, then the unknown years. */
  function byDay(a: number, b: number): number {
    const rank = [2, 5, 7, 3, 4];
    return rank.indexOf(a) - rank.indexOf(b);
  }

  it('articles by language, outlet in any case, and dates that can fall into a range', async () => {
    expect(await listed({ language: 'it' })).toEqual([5]);
    expect(new Set(await listed({ outlet: 'WIRE' }))).toEqual(new Set([1, 2]));
    expect(new Set(await listed({ since: '2023-03-15', until: '2023-03-20' }))).toEqual(new Set([2]));
    expect(await listed({ until: '2021-06-30' })).toEqual([5, 7]);
  });

  it('events by date, type, status, country, actor, place and words', async () => {
    expect(await events({})).toEqual([6, 1, 2, 4, 5, 7, 3]);
    expect(await events({}, 'oldest')).toEqual([7, 5, 4, 2, 1, 6, 3]);
    expect(await events({ type: 'ASSAULT' })).toEqual([1, 5]);
    expect(await events({ type: ['ASSAULT', 'CONSULT'], language: 'ru' })).toEqual([6]);
    expect(await events({ status: 'denied' })).toEqual([]);
    expect(await events({ country: 'arm', since: '2023-03-05', until: '2023-03-05' })).toEqual([1, 2, 4]);
    expect(await events({ country: 'AZE' })).toEqual([]);
    expect(await events({ actor: 'ARMENIA' })).toHaveLength(7);
    expect(await events({ place: 'ARD' })).toHaveLength(7);
    expect(await events({ text: 'on DAY 3' })).toEqual([3]);
    expect(await events({ text: '%' })).toEqual([]);
  });

  it('lines bring their article and the actors they name, with what these belong to', async () => {
    const { items } = await store.listClaims({ articleId: idOf(articles[0] as Made) });
    expect(items[0]?.article).toMatchObject({ outlet: 'Wire', published: '2023-03-06' });
    expect(items[0]?.actors.map(({ name }) => name).sort()).toEqual(['Ardan Ministry', 'Armenia']);
    expect(items[0]?.claim).toEqual(articles[0]?.record.claims[0]);
  });

  it('claims by stance and speaker, conditions by kind and status', async () => {
    expect(
      await all((paging) => store.listClaims({ stance: 'denies', speaker: 'ardan ministry' }, paging)),
    ).toHaveLength(7);
    expect((await store.listClaims({ speaker: 'Armenia' })).items).toEqual([]);
    expect((await store.listClaims({ quoted: true })).items).toEqual([]);
    expect(
      await all((paging) => store.listConditions({ kind: ['blockade', 'siege'], status: 'stands' }, paging)),
    ).toHaveLength(7);
    expect((await store.listConditions({ kind: 'siege' })).items).toEqual([]);
  });

  it('actors over all articles', async () => {
    expect(await all((paging) => store.listActors({}, paging))).toEqual([
      { name: 'Ardan Ministry', kind: 'government', articles: 7, mentions: 7 },
      { name: 'Armenia', kind: 'state', country: 'ARM', articles: 7, mentions: 7 },
    ]);
    expect((await store.listActors({ name: 'MINI' })).items).toHaveLength(1);
    expect((await store.listActors({ country: 'AZE' })).items).toEqual([]);
  });

  it('counts for filters', async () => {
    expect(await store.facets()).toMatchObject({
      articles: 7,
      events: 7,
      claims: 7,
      conditions: 7,
      failures: 0,
      eventTypes: [
        { value: 'CONSULT', count: 5 },
        { value: 'ASSAULT', count: 2 },
      ],
      countries: [{ value: 'ARM', count: 7 }],
      days: { first: '2020-11-10', last: '2023-09-19' },
    });
  });

  it('all records for export, in the order of their addition', async () => {
    const ids = [];
    for await (const record of store.records()) ids.push(record.article);
    expect(numbers(ids)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('refuses a limit, a day or a cursor that is none', async () => {
    await expect(store.listArticles({}, { limit: 0 })).rejects.toMatchObject({ code: 'E_USAGE' });
    await expect(store.listEvents({ since: '2023' })).rejects.toMatchObject({ code: 'E_DATE' });
    await expect(store.listEvents({}, { cursor: 'bm8' })).rejects.toMatchObject({ code: 'E_USAGE' });
    const { next } = await store.listArticles({}, { limit: 1 });
    await expect(store.listEvents({}, { cursor: next })).rejects.toMatchObject({ code: 'E_USAGE' });
  });
});

describeBackends('search', (newPlace) => {
  let store: Store;
  const english = made(1, {
    title: 'Corridor blocked',
    text: 'The soldiers were blocking <b>the road</b>. They denied it. It stands.',
  });
  const italian = made(2, {
    language: 'it',
    title: 'I negoziati',
    text: 'I negoziatori si sono incontrati. Hanno negato. Resta.',
  });
  const russian = made(3, {
    language: 'ru',
    title: 'ЛАЧИНСКИЙ коридор',
    text: 'Дороги перекрыты. Они отрицают. Стоит.',
  });
  const unknown = made(4, {
    language: 'und',
    title: 'Blocked',
    text: 'Blockade of bridges. Denied. Stands.',
  });
  beforeAll(async () => {
    store = await (await newPlace()).open();
    for (const entry of [english, italian, russian, unknown]) await add(store, entry);
  });
  afterAll(() => store.close());
  const found = async (words: string) =>
    (await store.searchArticles(words)).items.map(({ article }) => article.id);

  it('finds other forms of a word in the language of the article', async () => {
    expect(await found('soldier block')).toEqual([idOf(english)]);
    expect(await found('negoziatore')).toEqual([idOf(italian)]);
    expect(await found('дорога')).toEqual([idOf(russian)]);
    expect(await found('лачинский')).toEqual([idOf(russian)]);
    expect(new Set(await found('blocked'))).toEqual(new Set([idOf(english), idOf(unknown)]));
  });

  it('knows phrases, alternatives and exclusions', async () => {
    expect(await found('"blocking the road"')).toEqual([idOf(english)]);
    expect(await found('"road blocking"')).toEqual([]);
    expect(new Set(await found('soldiers or bridges'))).toEqual(new Set([idOf(english), idOf(unknown)]));
    expect(await found('blocked -soldiers')).toEqual([idOf(unknown)]);
    expect(await found('')).toEqual([]);
    expect(await found('!!! & ( <->')).toEqual([]);
  });

  it('marks the hits, and hands on the text as text', async () => {
    const [hit] = (await store.searchArticles('corridor block')).items;
    expect(hit?.title).toEqual([
      { text: 'Corridor', isHit: true },
      { text: ' ', isHit: false },
      { text: 'blocked', isHit: true },
    ]);
    expect(hit?.snippet.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['blocking']);
    expect(hit?.snippet.map(({ text }) => text).join('')).toContain('road');
  });

  it('pages through many hits without loss or repetition', async () => {
    for (let number = 100; number < 120; number++) await add(store, made(number));
    const hits = await all((paging) => store.searchArticles('delegations', {}, paging));
    expect(new Set(hits.map(({ article }) => article.id)).size).toBe(20);
    expect(hits).toHaveLength(20);
    const ranks = hits.map(({ rank }) => rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
  });
});

describeBackends('failures', (newPlace) => {
  let store: Store;
  beforeAll(async () => {
    store = await (await newPlace()).open();
  });
  afterAll(() => store.close());
  const failure = { code: 'E_NO_TEXT', message: 'x: no article text was found', remedy: 'Look.' };

  it('are kept with their bytes, counted, and forgotten once the input is good', async () => {
    const { record, page } = made(1);
    await store.addFailure({ ...failure, origin: page.origin, page });
    await store.addFailure({ ...failure, origin: page.origin, page });
    await store.addFailure({ ...failure, origin: 'other' });
    const { items } = await store.listFailures();
    expect(items.map(({ origin, attempts }) => [origin, attempts])).toEqual([
      ['other', 1],
      [page.origin, 2],
    ]);
    expect(items[1]?.hash).toBe(page.hash);
    await store.addRecord(record, page);
    expect((await store.listFailures()).items.map(({ origin }) => origin)).toEqual(['other']);
  });
});

describe('the made records', () => {
  it('keep the contract', () => {
    expect(ArticleRecord.safeParse(made(1).record).success).toBe(true);
  });
});
