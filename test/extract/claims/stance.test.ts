import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { Stance } from '../../../src/model/index.ts';
import { claimsOf } from '../read-text.ts';

const cases = z
  .array(z.strictObject({ text: z.string(), stance: Stance }))
  .parse(parse(readFileSync(new URL('./stances.yaml', import.meta.url), 'utf8')));

describe('the stance follows what is said', () => {
  it.each(cases)('$stance: $text', ({ text, stance }) => {
    expect(claimsOf(text)[0]?.stance).toBe(stance);
  });
});
