import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Actor } from '../../../src/model/index.ts';
import { recordOfText } from '../read-text.ts';

const Case = z.strictObject({
  name: z.string(),
  text: z.string(),
  actors: z.array(z.string()).default([]),
  without: z.array(z.string()).default([]),
});
const cases = z
  .array(Case)
  .parse(parse(readFileSync(new URL('cases.yaml', import.meta.url), 'utf8'), { schema: 'core' }));

function written({ name, kind, country, sector, role, affiliation }: Actor, all: readonly Actor[]): string {
  const body = all.find(({ id }) => id === affiliation)?.name;
  return `${name} | ${kind} ${country ?? '-'}/${sector ?? '-'}${role ? ` ${role}` : ''}${body ? ` @${body}` : ''}`;
}

describe('actors of a text', () => {
  it.each(cases)('$name', ({ text, actors, without }) => {
    const found = recordOfText(text, '2023-05-20').actors;
    const lines = found.map((actor) => written(actor, found));
    expect(lines).toEqual(expect.arrayContaining(actors));
    for (const name of without) expect(found.map((actor) => actor.name)).not.toContain(name);
  });
});
