import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from '../../src/cli/in-order.ts';
import { linesOf } from '../../src/cli/lines.ts';

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

it('inOrder keeps the order and its two limits, however long each item takes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(3), { maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      async (delays, width) => {
        const ahead = width * 2;
        let running = 0;
        let held = 0;
        const results: number[] = [];
        const work = async (index: number) => {
          running++;
          held++;
          expect(running).toBeLessThanOrEqual(width);
          expect(held).toBeLessThanOrEqual(ahead + 1);
          for (let turn = 0; turn < (delays[index] ?? 0); turn++) await new Promise(setImmediate);
          running--;
          return index;
        };
        for await (const result of inOrder(from([...delays.keys()]), work, width, ahead)) {
          results.push(result);
          held--;
        }
        expect(results).toEqual([...delays.keys()]);
      },
    ),
    { numRuns: 40 },
  );
});

it('linesOf splits any chunking of bytes at line feeds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.integer({ min: 1, max: 7 }),
      async (texts, size) => {
        const lines = texts.map((text) => text.replace(/[\r\n]/g, ''));
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        const found = await all(linesOf(from(chunks), 1000));
        expect(found.map(({ text }) => text)).toEqual(lines.map((line) => Buffer.from(line).toString()));
        expect(found.at(-1)?.bytesSoFar ?? 0).toBe(bytes.length);
      },
    ),
    { numRuns: 50 },
  );
});

it('linesOf passes over a line that is too long, without holding it', async () => {
  const chunks = ['short\n', 'x'.repeat(600), 'x'.repeat(600), '\nnext'].map((text) => Buffer.from(text));
  expect((await all(linesOf(from(chunks), 1000))).map(({ text }) => text)).toEqual(['short', null, 'next']);
});
