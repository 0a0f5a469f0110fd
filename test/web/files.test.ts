import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/web/shared/csv.ts';

describe('csvOf', () => {
  it.each([
    ['plain', { a: 1, b: 'x' }, 'a,b\r\n1,x\r\n'],
    [
      'quotes, commas and lines',
      { a: 'say "no", twice', b: 'x\ny' },
      'a,b\r\n"say ""no"", twice","x\ny"\r\n',
    ],
    ['nothing known', { a: null }, 'a\r\n\r\n'],
    ['what a spreadsheet would run behind blanks', { a: ' =1+1', b: '＝cmd' }, "a,b\r\n' =1+1,'＝cmd\r\n"],
    ['what a spreadsheet would run', { a: '=1+1', b: '@x', c: -3 }, "a,b,c\r\n'=1+1,'@x,-3\r\n"],
  ])('%s', (_, row, text) => {
    expect(csvOf([row])).toBe(text);
  });
});
