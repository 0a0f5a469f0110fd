import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArticleRecord } from '../../src/model/index.ts';
import { Host, type RunOptions, truceline } from './program.ts';

const host = new Host();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truceline-add-'));
});
afterAll(() => {
  host.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = (number: number, more = '') =>
  `<!doctype html><html lang="en"><head><title>Round ${number} in Goris</title></head><body><article>
<p>Envoys of Armenia and Azerbaijan met in Goris for round ${number} of the talks, the mediator said.</p>
<p>The foreign ministry denied that any agreement had been signed. ${more}</p></article></body></html>`;

function saved(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Runs a command on one store of this file. */
function on(data: string) {
  return (args: readonly string[], options?: Omit<RunOptions, 'cwd'>) =>
    host.run([...args, '--data', join(folder, data)], options);
}

const rows = (stdout: string) => stdout.trim().split('\n').filter(Boolean);
const objects = (stdout: string) =>
  rows(stdout).map((line) => JSON.parse(line) as { [name: string]: unknown });

describe('the life of a store on the command line', { timeout: 120_000 }, () => {
  const run = on('life');
  let ids: string[];
  beforeAll(() => {
    for (let number = 1; number <= 4; number++) saved(`life-pages/in/${number}.html`, page(number));
    saved('life-pages/in/deeper/5.html.gz', gzipSync(page(5)));
    saved('life-pages/in/.hidden.html', page(6));
    saved('life-pages/in/picture.jpg', 'not an article');
  });

  it('adds a folder, one line an article, and knows it the next time', async () => {
    const first = await run(['add', join(folder, 'life-pages/in')]);
    expect(first.code, first.stderr).toBe(0);
    expect(rows(first.stdout)).toHaveLength(5);
    for (const line of rows(first.stdout)) expect(line).toMatch(/^added a\w{14} Round \d in Goris$/);
    expect(first.stderr).toMatch(/^5 added; the store is /);
    ids = rows(first.stdout).map((line) => line.split(' ')[1] ?? '');
    const again = await run(['add', join(folder, 'life-pages/in'), '--json']);
    expect(objects(again.stdout).map(({ outcome }) => outcome)).toEqual(Array(5).fill('unchanged'));
  });

  it('takes a list on standard input, a list in a file, and patterns', async () => {
    const list = `${saved('list/a.html', page(10))}\n# a comment\n\n${saved('list/b.html', page(11))}\n`;
    const fromInput = await run(['add', '-', '--json'], { input: list });
    expect(objects(fromInput.stdout).map(({ outcome }) => outcome)).toEqual(['added', 'added']);
    const fromFile = await run(['add', '--from-list', saved('list.txt', list), '--json']);
    expect(objects(fromFile.stdout).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    const pattern = await run(['add', join(folder, 'list/*.html'), '--quiet']);
    expect(pattern).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('reads anew with --again, and where a fact is given', async () => {
    const path = join(folder, 'list/a.html');
    expect((await run(['add', path, '--again'])).stdout).toMatch(/^updated a\w{14} Round 10/);
    expect((await run(['add', path, '--published', '2023-03-06'])).stdout).toMatch(/^updated/);
    expect((await run(['add', path])).stdout).toMatch(/^unchanged/);
    const listed = objects(
      (await run(['list', '--json', '--since', '2023-03', '--until', '2023-03'])).stdout,
    );
    expect(listed.map(({ title }) => title)).toEqual(['Round 10 in Goris']);
  });

  it('lists for people and for programs', async () => {
    const list = await run(['list', '--limit', '3']);
    expect(rows(list.stdout)).toHaveLength(4);
    expect(rows(list.stdout)[0]).toMatch(/^id\s+published\s+lang\s+outlet\s+events\s+claims\s+title$/);
    expect(list.stderr).toBe('the first 3; --limit 0 shows all\n');
    expect(objects((await run(['list', '--json', '--limit', '0'])).stdout)).toHaveLength(7);
  });

  it('shows a record as read prints it', async () => {
    const path = join(folder, 'life-pages/in/1.html');
    const [id = ''] = ids;
    expect((await run(['show', id, '--json'])).stdout).toBe(
      (await host.run(['read', path, '--json'])).stdout,
    );
    expect((await run(['show', id])).stdout).toBe((await host.run(['read', path])).stdout);
    expect((await run(['show', id, '--page'])).stdout).toBe(page(1));
  });

  it('searches', async () => {
    const found = await run(['search', 'round', '4']);
    expect(found.stdout).toMatch(/^Round 4 in Goris\n {2}a\w{14} · .*en\n {2}.*Envoys/);
    const none = await run(['search', 'zeppelin']);
    expect(none).toEqual({ code: 0, stdout: '', stderr: 'nothing was found\n' });
  });

  it('exports Records as JSON lines and tables as CSV', async () => {
    const records = objects((await run(['export'])).stdout);
    expect(records).toHaveLength(7);
    for (const record of records) expect(ArticleRecord.safeParse(record).success).toBe(true);
    const target = join(folder, 'articles.csv');
    const written = await run(['export', '--format', 'csv', '--table', 'articles', '-o', target]);
    expect(written).toEqual({ code: 0, stdout: '', stderr: '' });
    const { readFileSync } = await import('node:fs');
    const lines = rows(readFileSync(target, 'utf8'));
    expect(lines[0]).toMatch(/^article_id,title,published,source,source_url,language,/);
    expect(lines).toHaveLength(8);
  });

  it('removes, with --yes where nobody can be asked', async () => {
    const [id = '', second = ''] = ids;
    const unasked = await run(['remove', id]);
    expect(unasked.code).toBe(2);
    expect(unasked.stderr).toMatch(/say --yes/);
    const removed = await run(['remove', '--yes', id, second, 'nothing']);
    expect(rows(removed.stdout)).toEqual([
      expect.stringContaining(`removed ${id}`),
      expect.stringContaining(second),
    ]);
    expect(removed.stderr).toMatch(/nothing: no such article/);
    expect(removed.code).toBe(3);
    expect((await run(['show', id])).code).toBe(4);
    expect((await run(['add', join(folder, 'life-pages/in/1.html')])).stdout).toMatch(/^added/);
  });
});

describe('inputs that cannot be used', { timeout: 120_000 }, () => {
  it('are told, kept and listed; the others are added; the exit code is 3', async () => {
    const run = on('bad');
    const empty = saved('bad/empty.html', '');
    const bare = saved(
      'bad/bare.html',
      '<html><head><title>Bare</title></head><body><script>1</script></body></html>',
    );
    const missing = join(folder, 'bad/missing.html');
    const ran = await run(['add', empty, bare, missing, saved('bad/good.html', page(1)), '--json']);
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(/empty\.html: is empty/);
    expect(ran.stderr).toMatch(/3 of 4 inputs could not be used/);
    const outcomes = objects(ran.stdout).map(({ outcome, code }) => code ?? outcome);
    expect(outcomes.sort()).toEqual(['E_EMPTY', 'E_NOT_FOUND', 'E_NO_TEXT', 'added']);
    const failed = objects((await run(['list', '--failed', '--json'])).stdout);
    expect(failed.map(({ origin }) => origin).sort()).toEqual([bare, empty, missing].sort());
    writeFileSync(empty, page(2));
    expect((await run(['add', empty])).code).toBe(0);
    expect(objects((await run(['list', '--failed', '--json'])).stdout)).toHaveLength(2);
  });

  it('one alone gets its own exit code', async () => {
    const ran = await on('bad')(['add', join(folder, 'nowhere.html')]);
    expect(ran.code).toBe(4);
    expect(rows(ran.stderr)).toHaveLength(1);
  });
});

describe('a store that cannot be used gets one clear line and its exit code', { timeout: 120_000 }, () => {
  const cases: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    ['no store', ['list'], 6, /no store here yet.*truceline add/],
    ['no store', ['show', 'a1'], 6, /no store here yet/],
    ['no store', ['search', 'talks'], 6, /no store here yet/],
    ['an unknown flag', ['list', '--colour'], 2, /unknown option '--colour'/],
    ['a date that is none', ['list', '--since', 'June'], 2, /June: is not a date/],
    ['a limit that is none', ['list', '--limit', 'all'], 2, /--limit all: it must be a whole number/],
    ['nothing to add', ['add'], 2, /add what\?/],
    [
      'an address for many',
      ['add', 'a.html', 'b.html', '--url', 'https://example.org/1'],
      2,
      /name one input/,
    ],
    ['an unknown table', ['export', '--table', 'people'], 2, /people/],
  ];
  for (const [name, args, code, words] of cases) {
    it(`${name}: truceline ${args.join(' ')}`, async () => {
      const ran = await on('nowhere')(args);
      expect(ran.stderr).toMatch(words);
      expect(rows(ran.stderr)).toHaveLength(1);
      expect(ran.code).toBe(code);
      expect(ran.stdout).toBe('');
    });
  }

  it('a corrupt one', async () => {
    mkdirSync(join(folder, 'corrupt/pg'), { recursive: true });
    const ran = await on('corrupt')(['list']);
    expect(ran.stderr).toMatch(/cannot be opened .*Nothing was changed/);
    expect(ran.code).toBe(6);
  });

  it('a server that does not answer', async () => {
    const ran = await truceline(['list'], {
      env: { DATABASE_URL: 'postgres://someone:secret@127.0.0.1:9/none' },
    });
    expect(ran.stderr).toMatch(/PostgreSQL server at DATABASE_URL does not answer/);
    expect(ran.stderr).not.toContain('secret');
    expect(ran.code).toBe(6);
  });

  it('the data folder may come from TRUCELINE_DIR', async () => {
    const data = join(folder, 'by-name');
    const env = { TRUCELINE_DIR: data };
    expect((await truceline(['add', saved('by-name.html', page(1))], { env })).code).toBe(0);
    expect(rows((await truceline(['list', '--json'], { env })).stdout)).toHaveLength(1);
  });
});
