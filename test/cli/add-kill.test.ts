import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArticleRecord } from '../../src/model/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { PROGRAM, truceline } from './program.ts';

const ARTICLES = 600;
/** Killed while the store is being made; while articles are added; while they are written anew. */
const KILLS = { making: 2, adding: 12, again: 8 };
/** After every so many kills the whole store is looked at; in between, the next run tells what it misses. */
const LOOKS = 5;

let folder: string;
let pages: string;
let data: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truceline-kill-'));
  pages = join(folder, 'pages');
  data = join(folder, 'data');
  mkdirSync(pages);
  for (let number = 0; number < ARTICLES; number++) {
    const text = `Envoys of Armenia and Azerbaijan met in Goris for round ${number}. The ministry said that the road was blocked.`;
    writeFileSync(
      join(pages, `${number}.html`),
      `<title>Round ${number}</title><article><p>${text}</p></article>`,
    );
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly outcome: string;
  readonly id: string;
}

/**
 * Starts `truceline add` and kills it (SIGKILL), `delay` milliseconds after its start or after its first report of a
 * change. Gives what it had reported by then, and whether it was still running.
 */
async function killed(args: readonly string[], from: 'start' | 'report', delay: number) {
  const child = spawn(
    process.execPath,
    [PROGRAM, 'add', pages, '--data', data, '--workers', '1', '--json', ...args],
    {
      env: { ...process.env, DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const reported: Outcome[] = [];
  let tellFirst = () => {};
  const first = new Promise<void>((done) => {
    tellFirst = done;
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const outcome = JSON.parse(line) as Outcome;
    reported.push(outcome);
    if (outcome.outcome !== 'unchanged') tellFirst();
  });
  const ended = new Promise<NodeJS.Signals | null>((done) => child.on('close', (_, signal) => done(signal)));
  if (from === 'report') await Promise.race([first, ended]);
  await wait(delay);
  child.kill('SIGKILL');
  const signal = await ended;
  return { reported, wasRunning: signal === 'SIGKILL', complaints };
}

/** Every article that the store has is whole: its record keeps the contract and its lines are all there. */
async function expectWhole(store: Store, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const record = await store.getRecord(id);
    expect(ArticleRecord.safeParse(record).success, id).toBe(true);
    const filter = { articleId: id };
    const [events, claims, conditions, page] = await Promise.all([
      store.listEvents(filter),
      store.listClaims(filter),
      store.listConditions(filter),
      store.getPage(id),
    ]);
    expect(byId(events.items.map(({ event }) => event))).toEqual(byId(record.events));
    expect(byId(claims.items.map(({ claim }) => claim))).toEqual(byId(record.claims));
    expect(byId(conditions.items.map(({ condition }) => condition))).toEqual(byId(record.conditions));
    expect(Buffer.from(page?.bytes ?? []).toString()).toContain(record.article.title);
  }
}

/** Lists go by date, records by place in the text. */
function byId<Line extends { readonly id: string }>(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function idsIn(store: Store): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['listArticles']>> = await store.listArticles(
      {},
      { limit: 1000, cursor },
    );
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}

describe('truceline add, killed at any point', () => {
  it('loses nothing that it reported and leaves nothing half-written', { timeout: 900_000 }, async () => {
    const promised = new Set<string>();
    const unseen: Outcome[] = [];
    let kills = 0;
    const check = async ({ reported, wasRunning, complaints }: Awaited<ReturnType<typeof killed>>) => {
      expect(complaints).toBe('');
      if (wasRunning) kills++;
      // What an earlier run reported is known to this one; an article added twice was lost in between.
      expect(reported.filter(({ id, outcome }) => outcome === 'added' && promised.has(id))).toEqual([]);
      for (const { id } of reported) promised.add(id);
      unseen.push(...reported);
    };
    const look = async () => {
      const store = await openStore({ data, create: true });
      try {
        const there = await idsIn(store);
        expect(there).toEqual(expect.arrayContaining([...promised]));
        const changed = unseen
          .splice(0)
          .filter(({ outcome }) => outcome !== 'unchanged')
          .map(({ id }) => id);
        const unreported = there.filter((id) => !promised.has(id));
        await expectWhole(store, [...changed.slice(-16), ...unreported.slice(0, 16)]);
        const facets = await store.facets();
        expect(facets.articles).toBe(there.length);
      } finally {
        await store.close();
      }
    };
    const random = numbers(20230305);
    for (let turn = 0; turn < KILLS.making; turn++) {
      rmSync(data, { recursive: true, force: true });
      promised.clear();
      unseen.length = 0;
      await check(await killed([], 'start', 150 + random() * 900));
      await look();
    }
    for (let turn = 1; turn <= KILLS.adding; turn++) {
      await check(await killed([], 'report', random() * 40));
      if (turn % LOOKS === 0) await look();
    }
    for (let turn = 1; turn <= KILLS.again; turn++) {
      await check(await killed(['--again'], 'report', random() * 80));
      if (turn % LOOKS === 0) await look();
    }
    await look();
    expect(kills).toBeGreaterThanOrEqual(20);

    const last = await truceline(['add', pages, '--data', data, '--json']);
    expect(last.code).toBe(0);
    const outcomes = last.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Outcome);
    expect(outcomes).toHaveLength(ARTICLES);
    for (const { id, outcome } of outcomes) if (promised.has(id)) expect(outcome).toBe('unchanged');
    const store = await openStore({ data });
    const ids = await idsIn(store);
    expect(ids).toHaveLength(ARTICLES);
    await expectWhole(store, ids.slice(0, 40));
    await store.close();
  });
});

/** Numbers from 0 to 1, the same on every run (a linear congruential generator, MINSTD). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
