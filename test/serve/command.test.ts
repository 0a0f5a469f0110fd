import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { PROGRAM } from '../cli/program.ts';
import { talks } from './records.ts';

describe('truceline serve', () => {
  let folder: string;
  let data: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truceline-command-'));
    data = join(folder, 'store');
    const store = await openStore({ data, create: true });
    await store.addRecord(talks);
    await store.close();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const start = (args: readonly string[]) =>
    spawn(process.execPath, [PROGRAM, 'serve', ...args], {
      env: { ...process.env, DATABASE_URL: '', NO_COLOR: '1' },
    });
  /** Waits until the output has `pattern`; gives what it matched. */
  const said = (child: ChildProcess, pattern: RegExp) =>
    new Promise<string>((done, fail) => {
      let text = '';
      child.stdout?.on('data', (piece: Buffer) => {
        text += piece;
        const match = pattern.exec(text);
        if (match) done(match[0]);
      });
      child.on('close', () => fail(new Error(`it ended without saying ${pattern}: ${text}`)));
    });
  const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.on('close', done));

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says where it is, and on %s closes the store and ends well',
    async (signal) => {
      const child = start(['--port', '0', '--no-auth', '--data', data]);
      const end = ended(child);
      const address = await said(child, /http:\/\/127\.0\.0\.1:\d+/);
      expect((await fetch(`${address}/api/articles/${talks.article.id}`)).status).toBe(200);
      child.kill(signal);
      expect(await end).toBe(0);
      const store = await openStore({ data });
      expect((await store.listArticles()).items).toHaveLength(1);
      await store.close();
    },
  );
});
