import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { recordOfText } from '../read-text.ts';

const Cases = z.array(
  z.strictObject({
    text: z.string(),
    stance: z.string(),
    content: z.string(),
    items: z.array(z.string()).optional(),
    addressee: z.string().optional(),
    deadline: z.string().optional(),
  }),
);
const cases = Cases.parse(parse(readFileSync(new URL('demands.yaml', import.meta.url), 'utf8')));

describe('demands and offers', () => {
  it.each(cases)('$text', ({ text, stance, content, items, addressee, deadline }) => {
    const { claims, actors } = recordOfText(text, '2024-06-03');
    const claim = claims.find((one) => one.content.text === content);
    expect(claim?.stance).toBe(stance);
    expect(claim?.items?.map((item) => item.text)).toEqual(items);
    expect(actors.find(({ id }) => id === claim?.addressee)?.name).toBe(addressee);
    expect(claim?.deadline).toBe(deadline);
  });
});
