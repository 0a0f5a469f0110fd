import { expect, it } from 'vitest';
import { migrations, newestMigration } from '../../src/store/migrate.ts';

it('migrations are numbered one after the other, each number once', () => {
  const numbers = migrations().map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(newestMigration()).toBe(numbers.length);
});
