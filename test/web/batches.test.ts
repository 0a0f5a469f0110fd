import { describe, expect, it } from 'vitest';
import { batchesOf } from '../../src/web/add/batches.ts';
import { inputsToRetry, keepInputs } from '../../src/web/add/kept-inputs.ts';
import type { Job, JobInput } from '../../src/web/api/client.ts';

const file = (name: string, size: number): JobInput => ({ kind: 'file', name, base64: 'A'.repeat(size) });
const names = (batches: readonly JobInput[][]) =>
  batches.map((batch) => batch.map((one) => (one.kind === 'file' ? one.name : one.kind)));

describe('what is sent', () => {
  it('goes in as few requests as the size allows, in its order', () => {
    expect(names(batchesOf([file('a', 6), file('b', 4), file('c', 1), file('d', 30)], 10))).toEqual([
      ['a', 'b'],
      ['c'],
      ['d'],
    ]);
    expect(batchesOf([])).toEqual([]);
  });

  it('has no more inputs than a request may hold', () => {
    const many = Array.from({ length: 450 }, (_, nr) => ({
      kind: 'url' as const,
      url: `https://a.example/${nr}`,
    }));
    expect(batchesOf(many).map(({ length }) => length)).toEqual([200, 200, 50]);
    expect(batchesOf(many).flat()).toEqual(many);
  });
});

describe('what failed', () => {
  const job = (id: string, ...items: Job['items']): Job => ({
    id,
    by: 'Ada',
    startedAt: '2023-01-01T00:00:00Z',
    state: 'done',
    done: items.length,
    total: items.length,
    items,
  });

  it('can be sent again as long as it is kept; an address always', () => {
    const inputs = [file('a.html', 3), file('b.html', 3)];
    keepInputs('one', inputs);
    const items: Job['items'] = [
      { origin: 'a.html', outcome: 'added' },
      { origin: 'b.html', outcome: 'failed' },
    ];
    expect(inputsToRetry(job('one', ...items))).toEqual([inputs[1]]);
    expect(inputsToRetry(job('of another visit', ...items))).toEqual([]);
    const url = 'https://news.example/a';
    expect(inputsToRetry(job('of another visit', { origin: url, outcome: 'failed' }))).toEqual([
      { kind: 'url', url },
    ]);
    const problem = { code: 'E_BINARY', message: 'a PDF', remedy: '' };
    expect(
      inputsToRetry(job('one', { ...items[0], outcome: 'failed', problem } as Job['items'][number])),
    ).toEqual([]);
    for (let nr = 0; nr < 10; nr++) keepInputs(`later ${nr}`, []);
    expect(inputsToRetry(job('one', ...items))).toEqual([]);
  });
});
