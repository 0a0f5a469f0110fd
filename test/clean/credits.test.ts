import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { creditsOf, isSourceLine } from '../../src/clean/credits.ts';
import { readDataFile } from '../../src/model/data-file.ts';

const Case = z.strictObject({
  what: z.string(),
  text: z.array(z.string()),
  lines: z.array(z.string()).default([]),
  byline: z.string().optional(),
  outlet: z.string().optional(),
  credits: z.array(z.string()),
});
const cases = z.array(Case).parse(readDataFile(new URL('./credits.cases.yaml', import.meta.url)));

describe('what a story is credited to', () => {
  it.each(cases.map((entry) => [entry.what, entry] as const))('%s', (_, { text, credits, ...signs }) =>
    expect(creditsOf({ paragraphs: text, ...signs })).toEqual(credits),
  );
});

describe('a line that only names a source', () => {
  it.each([
    ['(Source: Valley Wire)', true],
    ['Quelle: dpa', true],
    ['出典：共同通信', true],
    ['Source: the ministry. It said more on Monday.', false],
    ['The source: a spring in the hills', false],
    ['Originally published in Valley Weekly', false],
  ])('%s: %s', (line, isSource) => expect(isSourceLine(line)).toBe(isSource));
});
