import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ArticleRecord } from '../../src/model/index.ts';
import type { Decision, LineTable, Store } from '../../src/store/index.ts';
import { describeBackends } from './backends.ts';
import { type Made, made } from './record.ts';

const ada = { id: null, name: 'Ada' };
const ben = { id: null, name: 'Ben' };

describeBackends('what people decide about lines', (newPlace) => {
  let store: Store;
  const url = 'https://news.example/one';
  const one = made(1, { published: '2023-03-06', on: '2023-03-05', type: 'ASSAULT', outlet: 'Wire', url });
  const two = made(2, { published: '2023-03-07', on: '2023-03-05', type: 'ASSAULT', outlet: 'Herald' });
  beforeAll(async () => {
    store = await (await newPlace()).open();
    await store.addMany([one, two]);
  });
  afterAll(() => store.close());

  const ref = ({ record }: Made, table: LineTable = 'events') => {
    const lineId = record[table][0]?.id ?? '';
    return { table, articleId: record.article.id, lineId };
  };
  const correct = (entry: Made, changes: Decision['changes'], who = ada) =>
    store.reviews.decide({ ...ref(entry), action: 'correct', ...(changes && { changes }) }, who);
  const eventOf = async (entry: Made) =>
    (await store.listEvents({ articleId: entry.record.article.id })).items[0];

  it('wait in a queue, the most important and doubtful first', async () => {
    const { items } = await store.reviews.queue();
    expect(items).toHaveLength(6);
    expect(items.map(({ score }) => score)).toEqual(
      items.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    expect(items[0]).toMatchObject({ table: 'events', reasons: ['casualties'] });
    const pages = [];
    for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
      const page = await store.reviews.queue({}, { limit: 2, cursor });
      pages.push(...page.items.map(({ table, article }) => [table, article.id]));
      cursor = page.next;
    }
    expect(pages).toEqual(items.map(({ table, article }) => [table, article.id]));
    expect((await store.reviews.queue({ table: 'claims' })).items).toHaveLength(2);
  });

  it('corrections show in lists and in the record, with what stood before', async () => {
    const change = await correct(one, {
      type: 'CONSULT',
      date: '2023-03-04',
      actors: [{ name: 'ardan ministry' }, { name: 'Goris Council', kind: 'organization', country: 'ARM' }],
      killed: [{ count: 7, atLeast: true, actor: { name: 'Armenia' } }],
      status: 'alleged',
    });
    expect(change).toMatchObject({ action: 'correct', who: 'Ada', before: { status: 'open' } });
    expect(change.before.line).toEqual(one.record.events[0]);
    const line = await eventOf(one);
    expect(line).toMatchObject({
      review: 'corrected',
      event: { type: 'CONSULT', quad: 'verbal-cooperation', status: 'alleged', killed: [{ count: 7 }] },
    });
    expect(line?.actors.map(({ name }) => name)).toContain('Goris Council');
    expect((await store.listActors({ name: 'goris' })).items).toMatchObject([{ articles: 1 }]);
    expect((await store.listEvents({ actor: 'Goris Council', since: '2023-03-04' })).items).toHaveLength(1);
    const record = await store.getRecord(one.record.article.id);
    expect(record.events[0]).toEqual(line?.event);
    expect(record.claims).toEqual(one.record.claims);
    expect((await store.reviews.queue({ table: 'events' })).items).toHaveLength(1);
  });

  it('stay when the article is read again, as long as it is', async () => {
    const before = await eventOf(one);
    await store.addMany([{ ...one, again: true }]);
    expect(await eventOf(one)).toEqual(before);

    const renamed = structuredClone(one.record) as ArticleRecord;
    for (const event of renamed.events)
      Object.assign(event, { id: 'e-other', type: 'ACCUSE', quad: 'verbal-conflict' });
    for (const claim of renamed.claims) claim.about = ['e-other'];
    await store.addMany([{ ...one, record: renamed, again: true }]);
    expect(await eventOf(one)).toEqual(before);
    expect((await store.getRecord(one.record.article.id)).claims[0]?.about).toEqual([before?.event.id]);

    const emptied = { ...one.record, events: [], claims: [], actors: [] };
    await store.addMany([{ ...one, record: emptied, again: true }]);
    expect((await eventOf(one))?.event).toEqual(before?.event);
    expect((await store.getRecord(one.record.article.id)).events).toEqual([before?.event]);
    await store.addMany([{ ...one, again: true }]);
    expect(await eventOf(one)).toEqual(before);
  });

  it('follow the article to a newer page of its address', async () => {
    const before = await eventOf(one);
    const text = `Corrected later. ${one.record.article.text}`;
    const newer = made(3, { published: '2023-03-06', on: '2023-03-05', type: 'ASSAULT', url, text });
    // The sentence has moved, and with its article its id is another.
    const shift = text.length - one.record.article.text.length;
    const record = JSON.parse(JSON.stringify(one.record), (_, value) =>
      typeof value?.start === 'number'
        ? { ...value, start: value.start + shift, end: value.end + shift }
        : value,
    ) as ArticleRecord;
    record.article = newer.record.article;
    for (const event of record.events) event.id = 'e-newer';
    const added = await store.addRecord(record, newer.page);
    expect(added.supersedes).toBe(one.record.article.id);
    const line = (await store.listEvents({ articleId: record.article.id })).items[0];
    expect(line).toMatchObject({
      review: 'corrected',
      event: { type: 'CONSULT', date: { edtf: '2023-03-04' } },
    });
    const evidence = line?.event.evidence[0];
    expect(text.slice(evidence?.start, evidence?.end)).toBe(before?.event.evidence[0]?.text);
    const { items } = await store.reviews.changes({ articleId: record.article.id });
    expect(items).toMatchObject([{ action: 'carry', who: 'Ada' }]);
    await store.removeArticles([record.article.id]);
    await store.addMany([one]);
  });

  it('are undone one by one, and redone', async () => {
    const confirmed = await store.reviews.decide({ ...ref(two), action: 'confirm' }, ben);
    const corrected = await correct(two, { place: { name: 'Goris' }, mode: null }, ben);
    await expect(store.reviews.undo(confirmed.id, ada)).rejects.toMatchObject({ code: 'E_CONFLICT' });
    const undone = await store.reviews.undo(corrected.id, ada);
    expect(undone).toMatchObject({ action: 'undo', undoes: corrected.id, after: { status: 'confirmed' } });
    expect(await eventOf(two)).toMatchObject({ review: 'confirmed', event: { place: { name: 'Varda' } } });
    const redone = await store.reviews.undo(undone.id, ada);
    expect(await eventOf(two)).toMatchObject({ review: 'corrected', event: { place: { name: 'Goris' } } });
    await store.reviews.undo(redone.id, ada);
    await store.reviews.undo((await latest(two)) ?? 0, ada);
    const { items } = await store.reviews.changes({ lineId: ref(two).lineId });
    expect(items.map(({ action, who }) => [action, who])).toEqual([
      ['undo', 'Ada'],
      ['undo', 'Ada'],
      ['undo', 'Ada'],
      ['undo', 'Ada'],
      ['correct', 'Ben'],
      ['confirm', 'Ben'],
    ]);
    expect(items.find(({ id }) => id === corrected.id)?.undoneBy).toBe(undone.id);
  });
  const latest = async (entry: Made) =>
    (await store.reviews.changes({ lineId: ref(entry).lineId }, { limit: 1 })).items[0]?.id;

  it('rejected lines leave the lists, and come back when reopened', async () => {
    await store.reviews.decide({ ...ref(two, 'claims'), action: 'reject', note: 'a headline' }, ben);
    expect((await store.listClaims({ articleId: two.record.article.id })).items).toEqual([]);
    expect((await store.getRecord(two.record.article.id)).claims).toEqual([]);
    expect((await store.getArticle(two.record.article.id)).counts.claims).toBe(0);
    await store.addMany([{ ...two, again: true }]);
    expect((await store.listClaims({ articleId: two.record.article.id })).items).toEqual([]);
    expect(await store.reviews.verdicts(two.record.article.id)).toMatchObject([
      { lineId: expect.any(String) },
      { table: 'claims', state: { status: 'rejected', note: 'a headline' } },
    ]);
    await store.reviews.decide({ ...ref(two, 'claims'), action: 'reopen' }, ada);
    expect((await store.listClaims({ articleId: two.record.article.id })).items).toHaveLength(1);
  });

  it('merged lines are told beside the one they were merged into', async () => {
    const { table: _, ...into } = ref(one);
    await store.reviews.decide({ ...ref(two), action: 'merge', into }, ada);
    expect((await store.listEvents({})).items.map(({ article }) => article.id)).toEqual([into.articleId]);
    expect(await store.reviews.mergedInto([into])).toMatchObject([
      { into, line: { article: { id: two.record.article.id } } },
    ]);
    const { table: __, ...back } = ref(two);
    const circle = { ...ref(one), action: 'merge', into: back } as const;
    await expect(store.reviews.decide(circle, ada)).rejects.toMatchObject({ code: 'E_CONFLICT' });
  });

  it('place, mode and topics can be corrected, and stay so when the article is read again', async () => {
    const three = made(3, { published: '2023-03-08', on: '2023-03-05', type: 'ASSAULT' });
    await store.addMany([three]);
    await correct(three, {
      mode: 'abduct',
      place: { name: 'Lachin', country: 'AZE', lat: 39.64, lon: 46.55 },
      topics: ['prisoners', 'roads'],
    });
    const stands = {
      review: 'corrected',
      event: { mode: 'abduct', place: { name: 'Lachin', country: 'AZE' }, topics: ['prisoners', 'roads'] },
    };
    expect(await eventOf(three)).toMatchObject(stands);
    const reread = structuredClone(three.record);
    for (const event of reread.events) Object.assign(event, { topics: ['gas'], place: { name: 'Varda' } });
    await store.addMany([{ record: reread, page: three.page, again: true }]);
    expect(await eventOf(three)).toMatchObject(stands);
    expect((await store.listEvents({ place: 'lachin' })).items).toHaveLength(1);
    await expect(correct(three, { mode: 'no such mode' as never })).rejects.toMatchObject({
      code: 'E_QUERY',
    });
    await store.removeArticles([three.record.article.id]);
  });

  it('of two who decide at once on what they saw, one is told of the other, and nothing is lost', async () => {
    const four = made(4, { published: '2023-03-08', on: '2023-03-05', type: 'ASSAULT' });
    await store.addMany([four]);
    const cleo = { id: 'p-cleo', name: 'Cleo' };
    const dan = { id: 'p-dan', name: 'Dan' };
    const decisions = [
      store.reviews.decide({ ...ref(four), action: 'reject', seen: null }, cleo),
      store.reviews.decide(
        { ...ref(four), action: 'correct', changes: { topics: ['gas'] }, seen: null },
        dan,
      ),
    ];
    const [first, second] = await Promise.allSettled(decisions);
    const [won, lost] = first?.status === 'fulfilled' ? [first, second] : [second, first];
    if (won?.status !== 'fulfilled' || lost?.status !== 'rejected')
      throw new Error('one of each was expected');
    const { id, who, at, action } = won.value;
    expect(lost.reason).toMatchObject({ code: 'E_CONFLICT', latest: { id, who, at, action } });
    expect(String(lost.reason)).toContain(who);
    const { articleId, lineId } = ref(four);
    expect((await store.reviews.changes({ articleId, lineId })).items).toHaveLength(1);

    const [winner, other] = who === 'Cleo' ? [cleo, dan] : [dan, cleo];
    // One's own later decision is no conflict, whatever one saw before it; another's is, until it was seen.
    const noted = await store.reviews.decide(
      { ...ref(four), action: 'note', note: 'sure', seen: null },
      winner,
    );
    await expect(
      store.reviews.decide({ ...ref(four), action: 'confirm', seen: id }, other),
    ).rejects.toMatchObject({ latest: { id: noted.id, who, action: 'note' } });
    const agreed = await store.reviews.decide({ ...ref(four), action: 'reopen', seen: noted.id }, other);
    await expect(store.reviews.undo(noted.id, winner)).rejects.toMatchObject({
      code: 'E_CONFLICT',
      latest: { id: agreed.id, who: other.name },
    });
    expect((await store.reviews.changes({ articleId, lineId })).items.map(({ who }) => who)).toEqual([
      other.name,
      winner.name,
      winner.name,
    ]);
    await store.removeArticles([articleId]);
  });

  it.each<[Partial<Decision>, string]>([
    [{ action: 'correct' }, 'E_QUERY'],
    [{ action: 'correct', changes: { status: 'stands' } }, 'E_QUERY'],
    [{ action: 'correct', changes: { stance: 'denies' } }, 'E_QUERY'],
    [{ action: 'correct', changes: { place: { name: 'Varda', lat: 91 } } }, 'E_QUERY'],
    [{ action: 'merge' }, 'E_QUERY'],
    [{ action: 'note' }, 'E_QUERY'],
    [{ action: 'confirm', lineId: 'nothing' }, 'E_NO_SUCH'],
    [{ action: 'confirm', articleId: 'nothing' }, 'E_NO_ARTICLE'],
    [{ action: 'confirm', seen: null }, 'E_CONFLICT'],
  ])('%j is %s', async (decision, code) => {
    const whole = { ...ref(one), action: 'confirm', ...decision } as Decision;
    await expect(store.reviews.decide(whole, ada)).rejects.toMatchObject({ code });
  });
});
