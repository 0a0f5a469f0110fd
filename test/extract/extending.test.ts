import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TUTORIAL = readFileSync(join(ROOT, 'docs/extending.md'), 'utf8');
/** The blocks of a language in the tutorial, without their indentation. */
const blocks = (language: string): string[] =>
  [...TUTORIAL.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map(
    ([, indent = '', block = '']) => block.replace(new RegExp(`^${indent}`, 'gm'), ''),
  );

const SENTENCES = [
  'The army peppered the village with mortar rounds on Monday.',
  'Reporters peppered the minister with questions on Monday.',
  'The opposition has boycotted parliament since 3 May.',
  'The boycott was called off on Friday.',
];
const PROGRAM = `
import { extract } from './src/extract/extract.ts';
import { plainArticle, read } from './src/read/index.ts';
const records = ${JSON.stringify(SENTENCES)}.map((text) =>
  extract(read({ ...plainArticle(text), published: '2023-05-20' })),
);
console.log(JSON.stringify(records.map(({ events, conditions }) => [
  events.map(({ type, trigger }) => type + ' ' + trigger.text),
  conditions.map(({ kind, status, since }) => [kind, status, since]),
])));
`;

/** A copy of the rooms that the tutorial changes, beside the others as they are; inside node_modules, so that packages are found. */
let copy = '';
const told = (): unknown[] => {
  writeFileSync(join(copy, 'program.ts'), PROGRAM);
  const out = execFileSync(process.execPath, ['--import', 'tsx', join(copy, 'program.ts')], { cwd: ROOT });
  return JSON.parse(out.toString('utf8')) as unknown[];
};

beforeAll(() => {
  copy = mkdtempSync(join(ROOT, 'node_modules/.extending-'));
  for (const room of ['model', 'extract'])
    cpSync(join(ROOT, 'src', room), join(copy, 'src', room), { recursive: true });
  for (const room of ['collect', 'clean', 'read'])
    symlinkSync(join(ROOT, 'src', room), join(copy, 'src', room), 'dir');
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('docs/extending.md, followed to the letter', () => {
  it('adds a verb and a kind of condition', () => {
    const [verb, condition] = blocks('yaml');
    const [kind] = blocks('ts');
    expect(verb).toMatch(/^- type: /);
    expect(condition).toMatch(/^- kind: /);
    appendFileSync(join(copy, 'src/extract/lexicon/en/events/assault.yaml'), `\n${verb}`);
    appendFileSync(join(copy, 'src/extract/lexicon/en/conditions.yaml'), `\n${condition}`);
    const model = join(copy, 'src/model/record.ts');
    const before = readFileSync(model, 'utf8');
    const after = before.replace(/(export const ConditionKind = z\s+\.enum\(\[)/, `$1${kind?.trim()}`);
    expect(after).not.toBe(before);
    writeFileSync(model, after);
    expect(told()).toEqual([
      [['ASSAULT peppered'], []],
      [[], []],
      [expect.anything(), [['boycott', 'stands', '2023-05-03']]],
      // what is undefined is null in JSON
      [expect.anything(), [['boycott', 'ended', null]]],
    ]);
  }, 60_000);
});
