import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Discretion } from '../../src/extract/discretion.ts';
import { recordOfText } from './read-text.ts';

const file = new URL('../../src/extract/lexicon/en/discretion.yaml', import.meta.url);
const { examples } = Discretion.parse(parse(readFileSync(file, 'utf8')));

describe('what a source keeps back', () => {
  it.each(examples)('$text', ({ text, claims }) => {
    const record = recordOfText(text);
    expect(record.claims.map(({ content }) => content.text)).toEqual(claims);
    expect(record.events.map(({ trigger }) => trigger.text)).toEqual([]);
  });
  it.each([
    'The minister declined to name an heir.',
    'The envoy refused to give the names of the prisoners.',
  ])('is not what is kept from somebody else: %s', (text) => {
    expect(recordOfText(text).claims).toHaveLength(1);
  });
});
