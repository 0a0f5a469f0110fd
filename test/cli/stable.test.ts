import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ArticleRecord } from '../../src/model/index.ts';
import { type Ran, truceline } from './program.ts';

const DOSSIER = join('examples', 'lachin');

describe('records of the demonstration dossier', () => {
  let first: Ran;
  beforeAll(async () => {
    first = await truceline(['read', '--jsonl', DOSSIER, '--workers', '2'], { env: { TZ: 'UTC' } });
  });

  it('are byte-identical on every run, time zone, locale and number of cores', async () => {
    const second = await truceline(['read', '--jsonl', DOSSIER, '--workers', '1'], {
      env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    });
    expect(first.stderr).toBe('');
    expect(second.stdout).toBe(first.stdout);
  });

  it('keep the contract, and every span is true to the text', () => {
    const records = first.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => ArticleRecord.parse(JSON.parse(line)));
    expect(records.length).toBe(
      readdirSync(DOSSIER).filter((name) => /\.(html|txt)(\.gz)?$/.test(name)).length,
    );
    let spans = 0;
    for (const record of records) {
      walk(record, (span) => {
        spans++;
        expect(record.article.text.slice(span.start, span.end)).toBe(span.text);
      });
      const ids = new Set([...record.actors, ...record.events, ...record.conditions].map(({ id }) => id));
      for (const { actors, recipients } of record.events)
        for (const id of [...actors, ...recipients]) expect(ids).toContain(id);
      for (const { about, speaker } of record.claims)
        for (const id of [...about, speaker ?? about[0]]) if (id) expect(ids).toContain(id);
    }
    expect(spans).toBeGreaterThan(500);
  });
});

interface SpanLike {
  start: number;
  end: number;
  text: string;
}

function walk(value: unknown, visit: (span: SpanLike) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (typeof value === 'object' && value !== null) {
    if ('start' in value && 'end' in value && 'text' in value) visit(value as SpanLike);
    for (const inner of Object.values(value)) walk(inner, visit);
  }
}
