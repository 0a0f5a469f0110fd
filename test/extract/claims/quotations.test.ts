import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotationsOf } from '../../../src/extract/claims/quotations.ts';
import { spanOf } from '../../../src/model/index.ts';
import { documentOfTrees } from '../conllu-document.ts';

function quoted(...paragraphs: string[]) {
  const text = paragraphs.join('\n\n');
  const spans = [];
  let start = 0;
  for (const paragraph of paragraphs) {
    spans.push(spanOf(text, start, start + paragraph.length));
    start += paragraph.length + 2;
  }
  const empty = documentOfTrees('1  x  x  X  _  0  root');
  return quotationsOf({ ...empty, article: { ...empty.article, text, paragraphs: spans }, tokens: [] }).map(
    (quotation) => [text.slice(quotation.start, quotation.end), quotation.closed] as const,
  );
}

describe('quotations', () => {
  it.each([
    ['He said: "The road is closed."', ['"The road is closed."']],
    ['“The road,” he said, “is closed.”', ['“The road,”', '“is closed.”']],
    ["The soldiers' road and the driver's car don't count", []],
    ['‘We can’t leave,’ she said.', ['‘We can’t leave,’']],
    ["''We are ready,'' he said.", ["''We are ready,''"]],
    ['«Мы готовы», — сказал он.', ['«Мы готовы»']],
    ['He called it "a "great" plan" twice.', ['"a "great" plan"']],
  ])('%s', (text, expected) => {
    expect(quoted(text).map(([found]) => found)).toEqual(expected);
  });
  it('goes on in the next paragraph where the marks stay open', () => {
    expect(quoted('“We waited for three long months.', '“Nobody came,” he said.')).toEqual([
      ['“We waited for three long months.', false],
      ['“Nobody came,”', true],
    ]);
  });
  it('never leaves its paragraph, whatever the marks', () => {
    const piece = fc.constantFrom('"', '“', '”', "''", '‘', '’', '«', '»', 'word', ' ', '. ', "n't");
    fc.assert(
      fc.property(
        fc.array(
          fc.array(piece, { maxLength: 30 }).map((parts) => `a${parts.join('')}b`),
          { minLength: 1, maxLength: 4 },
        ),
        (paragraphs) => {
          for (const [found] of quoted(...paragraphs))
            expect(paragraphs.some((paragraph) => paragraph.includes(found))).toBe(true);
        },
      ),
    );
  });
});
