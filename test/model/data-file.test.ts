import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readDataFile } from '../../src/model/data-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'truceline-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string): unknown {
  const file = join(folder, 'words.yaml');
  writeFileSync(file, text);
  return readDataFile(pathToFileURL(file));
}

describe('a data file', () => {
  it.each([
    ['YAML', '# words\nroads: [corridor, pass]\n', { roads: ['corridor', 'pass'] }],
    ['JSON, as the build makes it', '{"roads":["corridor","pass"]}', { roads: ['corridor', 'pass'] }],
    ['YAML that opens with a bracket', '[corridor, pass]\n', ['corridor', 'pass']],
  ])('is read as %s', (_, text, content) => expect(read(text)).toEqual(content));

  it('throws where it is neither', () => expect(() => read('roads: [corridor')).toThrow());
  it('throws where it is missing', () =>
    expect(() => readDataFile(pathToFileURL(join(folder, 'none.yaml')))).toThrow('ENOENT'));
});
