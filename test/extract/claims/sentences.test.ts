import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { claimsOf } from '../read-text.ts';

/** Each case: a text and its claims in order, as `speaker | cue | content`; pieces of a content are parted by ` … `. */
const Cases = z.record(
  z.string(),
  z.array(z.strictObject({ text: z.string(), claims: z.array(z.string()) })),
);
const cases = Cases.parse(parse(readFileSync(new URL('sentences.yaml', import.meta.url), 'utf8')));

describe.each(Object.entries(cases))('%s', (_, sentences) => {
  it.each(sentences)('$text', ({ text, claims }) => {
    const found = claimsOf(text).map(({ speakerText, cue, content, parts }) => {
      const said = (parts ?? [content]).map((part) => part.text).join(' … ');
      return `${speakerText?.text ?? '-'} | ${cue.text} | ${said}`;
    });
    expect(found).toEqual(claims);
  });
});
