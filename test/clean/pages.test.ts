import { describe, expect, it } from 'vitest';
import { expectedOf, outcomeOf, pageNames, sourceOf } from './page-case.ts';

describe('cleaning of pages', () => {
  it.each(pageNames())('%s', (name) => {
    const expected = expectedOf(name);
    expect(expected, `npm run case:new -- FILE --name ${name}`).not.toBeNull();
    const { why: _, ...wanted } = expected as NonNullable<typeof expected>;
    expect(outcomeOf(sourceOf(name), wanted.given)).toEqual(wanted);
  });
});
