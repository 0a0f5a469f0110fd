import { describe, expect, it } from 'vitest';
import { furniturePhrase } from '../../src/clean/phrases.ts';

describe('a phrase of furniture', () => {
  it.each([
    ['(c) 2031 Valley Post', 'copyright'],
    ['ⓒ 2031 Valley Post', 'copyright'],
    ['© Valley Post', 'copyright'],
    ['(c) all prisoners are released before the first of May', undefined],
    ['C Company held the bridge', undefined],
    ['* * *', undefined],
    ['☰', undefined],
  ])('%s: %s', (line, reason) => expect(furniturePhrase(line)?.reason).toBe(reason));
});
