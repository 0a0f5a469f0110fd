import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectInputs, namesOf } from '../../src/collect/index.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'truceline-inputs-'));
  mkdirSync(join(root, 'b', 'deep'), { recursive: true });
  for (const name of ['a.html', 'z.txt', 'notes.pdf', '.hidden.html', 'b/one.htm', 'b/deep/two.html.gz']) {
    writeFileSync(join(root, name), `<p>${name}</p>`);
  }
  writeFileSync(join(root, 'empty.html'), '');
  symlinkSync(root, join(root, 'b', 'circle'));
});

afterAll(() => rmSync(root, { recursive: true }));

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

describe('namesOf', () => {
  it('walks a folder in order, without hidden files, other endings and circles', async () => {
    const names = await all(namesOf([root]));
    expect(names.map((name) => String(name).slice(root.length + 1))).toEqual([
      'a.html',
      'empty.html',
      'z.txt',
      'b/one.htm',
      'b/deep/two.html.gz',
    ]);
  });

  it('expands patterns and passes addresses on', async () => {
    const names = await all(namesOf([`${root}/*.txt`, 'https://example.org/1']));
    expect(names).toEqual([`${root}/z.txt`, 'https://example.org/1']);
  });

  it('says which argument stands for nothing', async () => {
    const [missing, pattern] = await all(namesOf([`${root}/nowhere.html`, `${root}/*.docx`]));
    expect(missing).toMatchObject({ origin: `${root}/nowhere.html`, error: { code: 'E_NOT_FOUND' } });
    expect(pattern).toMatchObject({ error: { code: 'E_NOT_FOUND' } });
  });
});

describe('collectInputs', () => {
  it('goes on after a bad input', async () => {
    const collected = await all(collectInputs([join(root, 'empty.html'), join(root, 'a.html')]));
    expect(collected[0]?.failure?.error.code).toBe('E_EMPTY');
    expect(Buffer.from(collected[1]?.page?.bytes ?? []).toString()).toBe('<p>a.html</p>');
  });
});
