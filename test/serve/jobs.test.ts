import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RECORDS } from './records.ts';
import { type Served, serve } from './server.ts';

interface Job {
  id: string;
  state: string;
  done: number;
  items: { outcome: string; origin: string; articleId?: string; problem?: { code: string } }[];
}

let served: Served;
let inside: Server;
let asked = 0;
beforeAll(async () => {
  inside = createServer((_, response) => {
    asked++;
    response.end('<p>secret</p>');
  });
  await new Promise<void>((done) => inside.listen(0, '127.0.0.1', done));
  served = await serve(RECORDS.slice(0, 1));
});
afterAll(async () => {
  inside.close();
  await served.stop();
});

async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const answer = await fetch(served.address + path, {
    method: body ? 'POST' : 'GET',
    headers: { 'x-truceline': '1', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Answer;
}

/** Events of the stream, as they come. */
async function* stream(lastId?: string): AsyncGenerator<{ id: string; type: string; data: string }> {
  const abort = new AbortController();
  const answer = await fetch(`${served.address}/api/stream`, {
    signal: abort.signal,
    headers: lastId === undefined ? {} : { 'last-event-id': lastId },
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  try {
    let text = '';
    for await (const piece of answer.body ?? []) {
      text += Buffer.from(piece).toString();
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const found = /id: (.*)\nevent: (.*)\ndata: (.*)/.exec(text.slice(0, end));
        text = text.slice(end + 2);
        if (found) yield { id: found[1] ?? '', type: found[2] ?? '', data: found[3] ?? '' };
      }
    }
  } finally {
    abort.abort();
  }
}

const story =
  'Delegations of Armenia and Azerbaijan met in Brussels on 3 June 2023. The ministry denied that the road was closed.';
const file = (name: string, bytes: Uint8Array) => ({
  kind: 'file',
  name,
  base64: Buffer.from(bytes).toString('base64'),
});

describe('adding on the desk', () => {
  let job: Job;
  let lastSeen = '';

  it('takes texts and files, tells how far it is, and refuses private addresses', async () => {
    const { port } = inside.address() as AddressInfo;
    const events = stream();
    const first = await events.next();
    expect(first.value).toMatchObject({ type: 'hello' });
    lastSeen = first.value?.id ?? '';
    const started = await ask<Job>('/api/jobs', {
      inputs: [
        { kind: 'text', text: story, published: '2023-06-04' },
        file('../../page.html.gz', gzipSync(`<title>Talks</title><article><p>${story} Again.</p></article>`)),
        { kind: 'text', text: story, published: '2023-06-04' },
        { kind: 'url', url: `http://127.0.0.1:${port}/` },
        { kind: 'url', url: `http://localhost:${port}/` },
        file('picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
      ],
    });
    const types = new Set<string>();
    for await (const { type, data } of events) {
      types.add(type);
      const told = JSON.parse(data) as { id?: string; state?: string; done?: number };
      if (told.id === started.id && told.state === 'done') break;
    }
    expect([...types].toSorted()).toEqual(['articles', 'job']);
    job = await ask<Job>(`/api/jobs/${started.id}`);
    expect(job.items.map(({ outcome, problem }) => problem?.code ?? outcome)).toEqual([
      'added',
      'added',
      'unchanged',
      'E_PRIVATE_ADDRESS',
      'E_PRIVATE_ADDRESS',
      'E_BINARY',
    ]);
    expect(job.items[1]?.origin).toBe('page.html.gz');
    expect(asked).toBe(0);
    const record = await ask<{ article: { published: string }; events: { type: string }[] }>(
      `/api/articles/${job.items[0]?.articleId}`,
    );
    expect(record.article.published).toBe('2023-06-04');
    expect(record.events.map(({ type }) => type)).toContain('CONSULT');
    expect((await ask<{ items: Job[] }>('/api/jobs')).items.map(({ id }) => id)).toEqual([started.id]);
  });

  it('gives who comes back what it missed, and tells who was away too long to start anew', async () => {
    const missed = await stream(lastSeen).next();
    expect(missed.value).toMatchObject({ type: 'job' });
    const lost = await stream('another-7').next();
    expect(lost.value).toMatchObject({ type: 'reset', data: '{}' });
  });

  it.each([
    [{ inputs: [] }],
    [{ inputs: [{ kind: 'file', name: 'x', base64: '***' }] }],
    [{ inputs: [{ kind: 'text' }] }],
    [{}],
  ])('%j is refused', async (body) => {
    expect(await ask('/api/jobs', body)).toMatchObject({ code: 'E_QUERY' });
  });
});

describe('review over HTTP', () => {
  it('decides, tells of it, lists it and takes it back', async () => {
    const queue = await ask<{ items: { table: string; article: { id: string }; event?: { id: string } }[] }>(
      '/api/reviews/queue?table=events',
    );
    const first = queue.items[0];
    const decision = {
      table: 'events',
      articleId: first?.article.id,
      lineId: first?.event?.id,
      action: 'correct',
      changes: { type: 'AGREE', place: null },
    };
    const events = stream();
    await events.next();
    const change = await ask<{ id: number; after: object }>('/api/reviews', decision);
    expect(change.after).toMatchObject({ status: 'corrected', line: { type: 'AGREE' } });
    const told = await events.next();
    await events.return(undefined);
    expect(told.value).toMatchObject({ type: 'review' });
    const wrong = { ...decision, changes: { colour: 'red' } };
    expect(await ask('/api/reviews', wrong)).toMatchObject({ code: 'E_QUERY' });
    expect(await ask(`/api/articles/${decision.articleId}/verdicts`)).toMatchObject({
      items: [{ changeId: change.id }],
    });
    await ask(`/api/reviews/${change.id}/undo`, {});
    expect(await ask('/api/changes')).toMatchObject({
      items: [
        { action: 'undo', who: 'local' },
        { action: 'correct', undoneBy: change.id + 1 },
      ],
    });
  });
});
