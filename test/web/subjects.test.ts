import { describe, expect, it } from 'vitest';
import { filterOf } from '../../src/web/claims/subject-filter.ts';

describe('filterOf', () => {
  it.each([
    [undefined, {}],
    ['topic:gas: the pipe', { topic: 'gas: the pipe' }],
    ['condition:blockade', { kind: 'blockade' }],
    ['condition:nothing of the kind', {}],
    ['event:a1~e1|a2~e2', { about: ['a1/e1', 'a2/e2'] }],
    ['nonsense', {}],
    ['other:thing', {}],
  ])('%s', (key, filter) => {
    expect(filterOf(key)).toEqual(filter);
  });
});
