import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batches } from '../../src/cli/batches.ts';

async function* numbers(count: number, failAt = -1) {
  for (let number = 0; number < count; number++) {
    if (number === failAt) throw new Error('the source broke');
    if (number % 3 === 0) await turn();
    yield number;
  }
}

describe('batches', () => {
  it('hand on everything, in order, none too large', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 9 }), async (count, most) => {
        const seen: number[] = [];
        for await (const batch of batches(numbers(count), { most })) {
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(most);
          seen.push(...batch);
        }
        expect(seen).toEqual(Array.from({ length: count }, (_, index) => index));
      }),
    );
  });

  it('do not run ahead of a slow consumer', async () => {
    let made = 0;
    async function* source() {
      for (;;) yield made++;
    }
    for await (const batch of batches(source(), { most: 4 })) {
      for (let turns = 0; turns < 20; turns++) await turn();
      expect(made).toBeLessThanOrEqual((batch[0] ?? 0) + 4 + 4 + 1);
      if (made > 40) break;
    }
  });

  it('stop reading ahead when what waits is heavy', async () => {
    let made = 0;
    async function* source() {
      for (;;) yield made++;
    }
    for await (const _ of batches(source(), { most: 100, weigh: () => 10, heaviest: 30 })) {
      for (let turns = 0; turns < 20; turns++) await turn();
      expect(made).toBeLessThan(60);
      if (made > 20) break;
    }
  });

  it('tell an error of the source after what came before it', async () => {
    const seen: number[] = [];
    const read = async () => {
      for await (const batch of batches(numbers(10, 7), { most: 3 })) seen.push(...batch);
    };
    await expect(read()).rejects.toThrow('the source broke');
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('let the source clean up where the consumer leaves', async () => {
    let isClean = false;
    async function* source() {
      try {
        for (let number = 0; ; number++) yield number;
      } finally {
        isClean = true;
      }
    }
    for await (const _ of batches(source(), { most: 2 })) break;
    expect(isClean).toBe(true);
  });
});
