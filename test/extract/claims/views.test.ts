import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { attributionLayer } from '../../../src/extract/index.ts';
import { plainArticle, read } from '../../../src/read/index.ts';

/** Each case: a text and the layer of its attributions in order, written as in sentences.yaml. */
const Cases = z.record(z.string(), z.array(z.strictObject({ text: z.string(), views: z.array(z.string()) })));
const cases = Cases.parse(parse(readFileSync(new URL('views.yaml', import.meta.url), 'utf8')));

describe.each(Object.entries(cases))('%s', (_, sentences) => {
  it.each(sentences)('$text', ({ text, views }) => {
    const found = attributionLayer(read(plainArticle(text))).map(({ speakerText, cue, content, parts }) => {
      const held = (parts ?? [content]).map((part) => part.text).join(' … ');
      return `${speakerText?.text ?? '-'} | ${cue.text} | ${held}`;
    });
    expect(found).toEqual(views);
  });
});
