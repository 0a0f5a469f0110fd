import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArticleRecord } from '../../src/model/index.ts';
import { Host, truceline } from './program.ts';

const STORY =
  'Delegations from both sides met on Wednesday in the border town of Varda, the mediator said. ' +
  'The foreign ministry denied that any agreement had been signed. Talks will resume next week.';

const host = new Host();
let folder: string;
let server: Server;
let base: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'truceline-bad-'));
  server = createServer((request, response) => {
    if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (request.url === '/slow') response.writeHead(200).write('<p>');
    else if (request.url === '/gone') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>Met</title><p>${STORY}</p>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  host.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function saved(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A hole of 200 MB: as large as such a page, without filling the disk. */
function hugeFile(): string {
  const path = saved('huge.html', '<p>');
  const file = openSync(path, 'r+');
  ftruncateSync(file, 200 * 1024 * 1024);
  closeSync(file);
  return path;
}

function page(body: string): string {
  return `<!doctype html><html><head><title>Delegations met in Varda</title></head><body>${body}</body></html>`;
}

async function expectError(args: string[], code: number, words: RegExp): Promise<void> {
  const ran = await host.run(args);
  const lines = ran.stderr.trim().split('\n');
  expect(lines, ran.stderr).toHaveLength(1);
  expect(lines[0]).toMatch(words);
  expect(ran.code).toBe(code);
  expect(ran.stdout).toBe('');
}

async function expectRecord(args: string[], input?: string | Uint8Array): Promise<ArticleRecord> {
  const ran = await host.run(['read', '--json', ...args], input === undefined ? {} : { input });
  expect(ran.stderr).toBe('');
  expect(ran.code).toBe(0);
  return ArticleRecord.parse(JSON.parse(ran.stdout));
}

describe('an input that cannot be read gets one clear line and its exit code', () => {
  it('an empty file', () => expectError(['read', saved('empty.html', '')], 4, /empty\.html: is empty\. \S/));
  it('a binary file', () =>
    expectError(['read', saved('noise.html', Buffer.from([0, 1, 2, 3, 255, 0, 9]))], 4, /is a binary file/));
  it('a PDF', () => expectError(['read', saved('story.pdf', '%PDF-1.7 rest')], 4, /is a PDF document/));
  it('a page of 200 MB', () => expectError(['read', hugeFile()], 4, /larger than 20 MB/));
  it('a page without text', () =>
    expectError(
      ['read', saved('bare.html', page('<script>let a = 1;</script><img src="a.png">'))],
      4,
      /no article text/,
    ));
  it('a file that is not there', () =>
    expectError(['read', join(folder, 'nowhere.html')], 4, /no such file/));
  it('a folder without articles', () =>
    expectError(['read', join(folder, 'nothing*')], 4, /no such file or folder/));
});

describe('an address that cannot be fetched gets one clear line and its exit code', () => {
  it('a private one, unless allowed', async () => {
    await expectError(['read', base], 5, /private address 127\.0\.0\.1.*--allow-private/);
    expect((await expectRecord(['--allow-private', base])).article.text).toContain(
      'denied that any agreement',
    );
  });
  it('a redirect loop', () =>
    expectError(['read', '--allow-private', `${base}/loop`], 5, /redirects more than 10 times/));
  it('a slow one', () =>
    expectError(
      ['read', '--allow-private', '--timeout', '1', `${base}/slow`],
      5,
      /no full answer within 1 s/,
    ));
  it('a missing page', () => expectError(['read', '--allow-private', `${base}/gone`], 5, /answered 404/));
  it('an unreachable host', () => expectError(['read', 'http://nowhere.invalid/'], 5, /cannot be reached/));
});

describe('wrong use gets one clear line and exit code 2', () => {
  it('an unknown flag', () =>
    expectError(['read', '--colour', 'x.html'], 2, /unknown option '--colour'.*--help/));
  it('an unknown command', () => expectError(['reed', 'x.html'], 2, /unknown command 'reed'.*/));
  it('no input', () => expectError(['read'], 2, /read what\?/));
  it('a date that is none', () =>
    expectError(['read', '--published', 'yesterday', 'x'], 2, /yesterday: is not a date/));
  it('a number that is none', () => expectError(['read', '--timeout', 'soon', 'x'], 2, /timeout/));
});

describe('a strange input is read all the same', () => {
  it('one line of 1 MB', async () => {
    const record = await expectRecord([saved('line.txt', STORY.concat(' ').repeat(5000))]);
    expect(record.article.text.length).toBeGreaterThan(900_000);
  });

  it('tags nested 100,000 deep', async () => {
    const deep = page(`${'<div>'.repeat(100_000)}<p>${STORY}</p>${'</div>'.repeat(100_000)}`);
    expect((await expectRecord([saved('deep.html', deep)])).article.text).toContain(
      'denied that any agreement',
    );
  });

  it('invalid UTF-8, with a note', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${STORY} Café `),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from(' é end.'),
    ]);
    const record = await expectRecord([saved('broken.txt', bytes)]);
    expect(record.article.text).toContain('both sides met');
    expect(record.notes.map(({ kind }) => kind)).toContain('encoding');
  });

  it('UTF-16', async () => {
    const bytes = iconv.encode(page(`<p>${STORY}</p>`), 'utf-16', { addBOM: true });
    expect((await expectRecord([saved('wide.html', bytes)])).article.text).toContain('both sides met');
  });

  it('standard input, packed or not', async () => {
    const { gzipSync } = await import('node:zlib');
    const plain = await expectRecord(['-'], STORY);
    expect(await expectRecord(['-'], gzipSync(STORY))).toEqual(plain);
  });
});

describe('one bad input does not stop a run', () => {
  it('the others are read, the exit code is 3', async () => {
    const good = saved('good.html', page(`<p>${STORY}</p>`));
    const ran = await truceline([
      'read',
      '--jsonl',
      good,
      join(folder, 'missing.html'),
      saved('later.txt', `${STORY} More.`),
    ]);
    expect(ran.stdout.trim().split('\n')).toHaveLength(2);
    expect(ran.stderr).toMatch(/missing\.html: no such file/);
    expect(ran.stderr).toMatch(/1 of 3 inputs could not be used/);
    expect(ran.code).toBe(3);
  });
});
