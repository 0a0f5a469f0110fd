import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembled } from '../../../scripts/kernel.ts';
import { BYTE, ChainKernel, IMPOSSIBLE } from '../../../src/read/entities/chain-kernel.ts';
import { stir } from '../../../src/read/entities/hash.ts';
import { RisingHashes } from '../../../src/read/entities/rising-hashes.ts';

const feature = fc.integer({ min: -20, max: 20 });
const byte = fc.integer({ min: -127, max: 127 });
const move = fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.constant(IMPOSSIBLE));
const many = <Item>(item: fc.Arbitrary<Item>, length: number) =>
  fc.array(item, { minLength: length, maxLength: length });

/** A chain over some of the features, words of features, and one word's worth of features that is kept. */
const chains = fc.integer({ min: 2, max: 15 }).chain((tags) =>
  fc.record({
    tags: fc.constant(tags),
    known: fc.uniqueArray(feature, { maxLength: 20 }),
    weights: many(byte, 20 * tags),
    // The first tag may stand and begin anywhere, so that there is always a way.
    moves: many(move, tags * tags).map((all) => all.map((one, at) => (at % tags === 0 ? at : one))),
    bases: many(many(byte, tags), 2),
    words: fc.array(fc.array(feature, { maxLength: 30 }), { minLength: 1, maxLength: 12 }),
    kept: fc.array(feature, { maxLength: 30 }),
  }),
);

describe('the kernel of names', () => {
  it('finds the best way that a plain loop finds', () => {
    fc.assert(
      fc.property(chains, ({ tags, known, weights, moves, bases, words, kept }) => {
        const [first, other] = bases as [number[], number[]];
        const kernel = new ChainKernel(
          {
            tags,
            moves,
            bases: [first, other],
            hashes: Uint32Array.from(known, stir),
            weights: Int8Array.from(weights).subarray(0, known.length * tags),
          },
          1,
        );
        const sum = (features: readonly number[], tag: number) =>
          features.reduce((all, one) => {
            const row = known.indexOf(one);
            return all + (row < 0 ? 0 : (weights[row * tags + tag] as number));
          }, 0);
        kernel.features.set(kept);
        kernel.keep(kept.length, kernel.kept(0));
        let scores: number[] = [];
        const ways: number[][] = [];
        words.forEach((features, i) => {
          kernel.features.set(features);
          const none = kernel.nothing;
          kernel.word(i, features.length, none, none, kernel.kept(0), none, none, none, none);
          ways.push([]);
          const before = scores;
          scores = Array.from({ length: tags }, (_, tag) => {
            const own =
              BYTE * (sum(features, tag) + sum(kept, tag)) + ((i === 0 ? first : other)[tag] as number);
            const steps = before.map((score, from) => score + (moves[from * tags + tag] as number));
            const best = Math.max(...steps);
            (ways[i] as number[])[tag] = steps.indexOf(best);
            return i === 0 ? own : best + own;
          });
        });
        const right: number[] = [scores.indexOf(Math.max(...scores))];
        for (let i = words.length - 1; i > 0; i--)
          right.unshift((ways[i] as number[])[right[0] as number] as number);
        const path = new Uint8Array(words.length);
        kernel.decode(words.length, new Array<boolean>(tags).fill(true), path, 0);
        expect([...path]).toEqual(right);
      }),
    );
  });

  it('is what its text says', async () => {
    const folder = new URL('../../../src/read/entities/', import.meta.url);
    const bytes = await assembled(readFileSync(new URL('chain.wat', folder), 'utf8'));
    expect(Buffer.compare(readFileSync(new URL('chain.wasm', folder)), bytes)).toBe(0);
  });
});

describe('rising hashes', () => {
  const hash = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 70_000 }));
  it('are found where they are, and only they', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hash, { maxLength: 50 }), hash, (given, other) => {
        const rising = Uint32Array.from(given).sort();
        const list = new RisingHashes(rising);
        rising.forEach((one, place) => {
          expect(list.placeOf(one)).toBe(place);
          expect(list.placeOf(one | 0)).toBe(place);
        });
        expect(list.placeOf(other)).toBe(rising.indexOf(other));
      }),
      { numRuns: 30 },
    );
  });
});
