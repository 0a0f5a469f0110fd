import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { claimsOf } from '../read-text.ts';

const Articles = z.array(
  z.strictObject({
    name: z.string(),
    text: z.string(),
    claims: z.array(z.string()),
    missed: z.array(z.string()).default([]),
    wrong: z.array(z.string()).default([]),
    stances: z.array(z.string()).default([]),
  }),
);
const articles = Articles.parse(parse(readFileSync(new URL('articles.yaml', import.meta.url), 'utf8')));

describe('articles that were marked by reading', () => {
  it.each(articles)('$name', ({ text, claims: lines, missed, wrong, stances }) => {
    const claims = claimsOf(text);
    const taken = new Set<number>();
    const found = { missed: [] as string[], wrong: [] as string[], stances: [] as string[] };
    for (const line of lines) {
      const [who, stance, words] = line.replace(/\?$/, '').split(' | ') as [string, string, string];
      const place = claims.findIndex(
        ({ speakerText, content }, index) =>
          !taken.has(index) && (speakerText?.text ?? '-').includes(who) && content.text.includes(words),
      );
      if (place >= 0) taken.add(place);
      else if (!line.endsWith('?')) found.missed.push(words);
      if (place >= 0 && !stance.split('/').includes(claims[place]?.stance ?? '')) found.stances.push(words);
    }
    claims.forEach(({ speakerText, cue }, index) => {
      if (!taken.has(index)) found.wrong.push(`${speakerText?.text ?? '-'} | ${cue.text}`);
    });
    expect(found).toEqual({ missed, wrong, stances });
  });
});
