import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksByParagraph, segmentsOf } from '../../src/web/reader/segments.ts';

const paragraph = fc
  .record({ start: fc.nat(50), text: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }) })
  .map(({ start, text }) => ({ start, end: start + text.length, text }));
const marks = fc
  .array(
    fc.record({ start: fc.nat(130), length: fc.nat(60), kind: fc.constantFrom('evidence', 'residue') }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ start, length, kind }, index) => ({ start, end: start + length, kind, of: `line${index}` })),
  );

describe('segmentsOf', () => {
  it('gives the text back, in order, without gap or overlap', () => {
    fc.assert(
      fc.property(paragraph, marks, (given, all) => {
        const segments = segmentsOf(given, all);
        expect(segments.map(({ text }) => text).join('')).toBe(given.text);
        let at = given.start;
        for (const { start, text } of segments) {
          expect(start).toBe(at);
          expect(text.length).toBeGreaterThan(0);
          at += text.length;
        }
      }),
    );
  });

  it('puts exactly those marks on a stretch that cover it', () => {
    fc.assert(
      fc.property(paragraph, marks, (given, all) => {
        for (const segment of segmentsOf(given, all)) {
          const end = segment.start + segment.text.length;
          const covering = all.filter(
            (mark) => mark.start <= segment.start && mark.end >= end && mark.start < mark.end,
          );
          expect(new Set(segment.marks)).toEqual(new Set(covering));
          expect(segment.ending.every((mark) => mark.end === end)).toBe(true);
        }
      }),
    );
  });
});

describe('marksByParagraph', () => {
  it('gives each paragraph the marks that reach into it', () => {
    const paragraphs = [
      { start: 0, end: 10, text: 'x'.repeat(10) },
      { start: 12, end: 20, text: 'y'.repeat(8) },
      { start: 22, end: 30, text: 'z'.repeat(8) },
    ];
    const mark = (start: number, end: number) => ({ start, end, kind: 'evidence', of: `${start}` });
    const found = marksByParagraph(paragraphs, [mark(0, 10), mark(5, 25), mark(10, 12), mark(29, 30)]);
    expect(found.map((all) => all.map(({ of }) => of))).toEqual([['0', '5'], ['5'], ['5', '29']]);
  });
});
