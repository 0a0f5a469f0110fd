import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembled } from '../../../scripts/kernel.ts';
import { hashed } from '../../../src/read/hashing.ts';
import { Kernel } from '../../../src/read/kernel/kernel.ts';
import { scorerOf, weightOfCode } from '../../../src/read/linear-table.ts';

const ROWS = 8;
const feature = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const features = fc.array(feature, { maxLength: 256 });
const table = fc
  .integer({ min: 1, max: 70 })
  .chain((classes) =>
    fc
      .array(fc.integer({ min: -127, max: 127 }), { minLength: ROWS * classes, maxLength: ROWS * classes })
      .map((codes) => ({ classes, codes: Int8Array.from(codes) })),
  );

/** The sum of the rows by a plain loop. */
function sumOf(codes: Int8Array, classes: number, given: readonly number[]): number[] {
  return Array.from({ length: classes }, (_, one) =>
    given.reduce(
      (sum, feature) => sum + weightOfCode(codes[(feature & (ROWS - 1)) * classes + one] as number),
      0,
    ),
  );
}

describe('the kernel', () => {
  it('scores as a plain loop does, in any table of those it holds', () => {
    fc.assert(
      fc.property(table, table, features, (first, second, given) => {
        const kernel = new Kernel(
          new Uint8Array(Buffer.concat([Buffer.from(first.codes.buffer), Buffer.from(second.codes.buffer)])),
        );
        const places = [0, first.codes.length];
        [first, second].forEach(({ classes, codes }, which) => {
          const scorer = scorerOf({ rows: ROWS, classes, kernel, at: places[which] as number });
          scorer.features.set(given);
          scorer.score(given.length);
          expect([...scorer.scores.subarray(0, classes)]).toEqual(sumOf(codes, classes, given));
        });
      }),
    );
  });

  it('scores the classes asked for, whatever the others held before', () => {
    fc.assert(
      fc.property(
        table,
        features,
        fc.array(fc.nat(69), { minLength: 1 }),
        ({ classes, codes }, given, some) => {
          const scorer = scorerOf({
            rows: ROWS,
            classes,
            kernel: new Kernel(new Uint8Array(codes.buffer)),
            at: 0,
          });
          const among = some.map((one) => one % classes);
          scorer.features.set(given);
          scorer.scores.fill(7);
          scorer.score(given.length, among);
          const right = sumOf(codes, classes, given);
          for (const one of among) expect(scorer.scores[one]).toBe(right[one]);
        },
      ),
    );
  });

  it('chooses the same class wherever the classes stand in a row', () => {
    fc.assert(
      fc.property(
        table,
        features,
        fc.uniqueArray(fc.nat(69), { minLength: 1 }),
        fc.infiniteStream(fc.nat()),
        ({ classes, codes }, given, some, sizes) => {
          const among = [...new Set(some.map((one) => one % classes))];
          const size = Array.from({ length: classes }, () => sizes.next().value as number);
          const columns = size.map(
            (one, at) => size.filter((other, to) => other < one || (other === one && to < at)).length,
          );
          const moved = codes.map((_, at) => {
            const column = at % classes;
            return codes[at - column + columns.indexOf(column)] as number;
          });
          const chosen = [
            { codes, columns: undefined },
            { codes: moved, columns },
          ].map(({ codes, columns }) => {
            const kernel = new Kernel(new Uint8Array(codes.buffer));
            const scorer = scorerOf({ rows: ROWS, classes, kernel, at: 0, ...(columns && { columns }) });
            scorer.features.set(given);
            scorer.score(given.length, among);
            const some = scorer.best(among);
            scorer.score(given.length);
            return [some, scorer.best()];
          });
          const right = sumOf(codes, classes, given);
          expect(chosen[0]).toEqual(chosen[1]);
          expect(right[chosen[0]?.[0] as number]).toBe(Math.max(...among.map((one) => right[one] as number)));
          expect(chosen[0]?.[1]).toBe(right.indexOf(Math.max(...right)));
        },
      ),
    );
  });

  it('hashes as the plain function does', () => {
    fc.assert(
      fc.property(features, fc.nat(1000), (given, template) => {
        const kernel = new Kernel(new Uint8Array(0));
        kernel.features.set(given);
        kernel.hash(given.length, template);
        const right = Int32Array.from(given);
        hashed(right, given.length, template);
        expect([...kernel.features.subarray(0, given.length)]).toEqual([...right]);
      }),
    );
  });

  it('is what its text says', async () => {
    const folder = new URL('../../../src/read/kernel/', import.meta.url);
    const bytes = await assembled(readFileSync(new URL('kernel.wat', folder), 'utf8'));
    expect(Buffer.compare(readFileSync(new URL('kernel.wasm', folder)), bytes)).toBe(0);
  });
});
