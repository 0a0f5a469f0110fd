import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truceline-package-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

it('works after npm pack and an install elsewhere, without development packages', () => {
  const packed = npm('.', 'pack', '--ignore-scripts', '--pack-destination', folder)
    .trim()
    .split('\n')
    .at(-1) as string;
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  writeFileSync(
    join(folder, 'story.txt'),
    'The delegations met in Varda on 5 March 2031, the mediator said.\n',
  );
  npm(folder, 'install', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline', join(folder, packed));
  const record = JSON.parse(npm(folder, 'exec', '--', 'truceline', 'read', '--json', 'story.txt'));
  expect(record.article.text).toContain('delegations met');
  const added = npm(folder, 'exec', '--', 'truceline', 'add', '--data', 'store', 'story.txt');
  expect(added).toContain(record.article.id);
}, 120_000);
