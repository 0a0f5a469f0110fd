import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clean } from '../../src/clean/index.ts';
import { makePage } from '../../src/collect/index.ts';
import { readDataFile } from '../../src/model/data-file.ts';

const Case = z.strictObject({
  what: z.string(),
  /** Those of the story begin with `+ `. */
  lines: z.array(z.string()),
  gone: z.record(z.string(), z.string()).default({}),
  title: z.string().optional(),
  byline: z.string().optional(),
  published: z.string().optional(),
  areas: z.array(z.string()).optional(),
});
const cases = z.array(Case).parse(readDataFile(new URL('./text.cases.yaml', import.meta.url)));

function cleaned(text: string) {
  return clean(makePage(Buffer.from(text), 'case', { format: 'text' })).article;
}

describe('scraped text', () => {
  it.each(cases.map((entry) => [entry.what, entry] as const))(
    '%s',
    (_, { lines, gone, what: __, ...about }) => {
      const article = cleaned(lines.map((line) => line.replace(/^\+ /, '')).join('\n'));
      expect(article.paragraphs.map(({ text }) => text)).toEqual(
        lines.filter((line) => line.startsWith('+ ')).map((line) => line.slice(2)),
      );
      expect(article).toMatchObject(about);
      const reasons = Object.fromEntries(article.removed.map(({ text, reason }) => [text, reason]));
      expect(reasons).toMatchObject(gone);
    },
  );

  it('is all there, kept or removed, with its bytes, whatever it is', () => {
    const all = cases.flatMap(({ lines }) => lines.map((line) => line.replace(/^\+ /, '')));
    const line = fc.oneof(
      fc.constantFrom(...all),
      fc.constantFrom('', '   ', '\u200b', '[', '\t- ', '😀', 'a'),
    );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('\n', '\n\n', '\r\n'),
        (lines, end) => {
          const text = `${lines.join(end)}.`;
          const bytes = Buffer.from(text);
          const { paragraphs, sources = [], removed } = cleaned(text);
          const places = [...sources, ...removed.map(({ source }) => source)].map((place) =>
            place && 'bytes' in place ? place.bytes : [0, 0],
          );
          places.sort(([a = 0], [b = 0]) => a - b);
          let at = 0;
          let blank = '';
          for (const [from = 0, to = 0] of places) {
            expect(from).toBeGreaterThanOrEqual(at);
            blank += bytes.subarray(at, from).toString();
            at = to;
          }
          blank += bytes.subarray(at).toString();
          expect(blank.replace(/[\s\u200b]/g, '')).toBe('');
          expect(sources).toHaveLength(paragraphs.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['many lines', 'a\n'.repeat(60_000)],
    ['one long line', 'word '.repeat(200_000)],
    ['lines of signs', '( . ) |\n'.repeat(20_000)],
    ['crumbs without end', 'a › '.repeat(50_000)],
  ])('is cleaned in a time that grows with its length: %s', (_, text) => {
    const { text: story, removed } = cleaned(text);
    expect(story.length + removed.reduce((sum, piece) => sum + piece.text.length, 0)).toBeGreaterThan(0);
  });
});
