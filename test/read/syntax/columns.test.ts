import { describe, expect, it } from 'vitest';
import { columnsOf, inColumns } from '../../../src/read/train/columns.ts';

describe('columns of a table', () => {
  const odd = Array.from({ length: 16 }, (_, at) => 2 * at + 1);
  const even = Array.from({ length: 16 }, (_, at) => 2 * at);

  it('put classes that are chosen among into one block', () => {
    const columns = columnsOf(32, [
      { among: odd, times: 3 },
      { among: even, times: 1 },
    ]);
    expect([...columns].sort((a, b) => a - b)).toEqual(Array.from({ length: 32 }, (_, at) => at));
    for (const among of [odd, even])
      expect(new Set(among.map((one) => (columns[one] as number) >> 4)).size).toBe(1);
  });

  it('favour the choices made more often', () => {
    const often = [0, 20, 33];
    const columns = columnsOf(48, [
      { among: [0, ...odd], times: 1 },
      { among: often, times: 100 },
    ]);
    expect(new Set(often.map((one) => (columns[one] as number) >> 4)).size).toBe(1);
  });

  it('are where the codes stand', () => {
    const codes = Int8Array.from({ length: 4 * 20 }, (_, at) => at);
    const table = inColumns({ rows: 4, classes: 20, codes }, [{ among: [0, 19], times: 1 }]);
    for (let row = 0; row < 4; row++)
      for (let one = 0; one < 20; one++)
        expect(table.codes[row * 20 + (table.columns?.[one] as number)]).toBe(codes[row * 20 + one]);
    expect((table.columns?.[0] as number) >> 4).toBe((table.columns?.[19] as number) >> 4);
  });
});
