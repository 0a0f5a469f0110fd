import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { residueOf } from '../../src/clean/residue.ts';
import { slipsOf } from '../../src/clean/slips.ts';
import { spanOf } from '../../src/model/index.ts';

interface Case {
  readonly text: string;
  readonly notes: readonly string[];
}

const cases = parse(readFileSync(new URL('./slips.yaml', import.meta.url), 'utf8')) as Case[];

function slipsIn(text: string) {
  const paragraphs = [spanOf(text, 0, text.length)];
  return slipsOf(text, paragraphs, residueOf(text, paragraphs, 'en'));
}

describe('slips of translation', () => {
  test.each(cases)('$text', ({ text, notes }) => {
    expect(slipsIn(text).map(({ span }) => span?.text)).toEqual(notes);
  });

  it('have spans that are true, on any text', () => {
    const piece = fc.constantFrom(
      'the ',
      'in fact ',
      'authorities ',
      'would be ',
      '. ',
      'Varda, ',
      'If ',
      '[gli altri] ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const { span } of slipsIn(text)) expect(text.slice(span?.start, span?.end)).toBe(span?.text);
      }),
    );
  });
});
