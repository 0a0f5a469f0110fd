import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidence, confidenceWeights } from '../../../src/extract/confidence/index.ts';
import { confidentLines, extract } from '../../../src/extract/index.ts';
import { plainArticle, read } from '../../../src/read/index.ts';

const record = extract(
  read(
    plainArticle(
      'The ministers of Norland and Sudria met in Geneva on Monday. Norland denied that its soldiers had blocked the road. ' +
        'The road has been closed since 12 December. He wants to go on.',
    ),
  ),
);

describe('the confidence of a line', () => {
  it('is said of every line, as a share', () => {
    const lines = [...record.events, ...record.claims, ...record.conditions];
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(line.confidence).toBeGreaterThanOrEqual(0.02);
      expect(line.confidence).toBeLessThanOrEqual(0.98);
    }
  });

  it('rises with what speaks for the line and falls with what speaks against it', () => {
    const weights = { base: 0, weights: { plain: 1, odd: -1 } };
    expect(confidence(weights, ['plain'])).toBeGreaterThan(confidence(weights, []));
    expect(confidence(weights, ['odd'])).toBeLessThan(confidence(weights, []));
    expect(confidence(weights, ['unheard of'])).toBe(confidence(weights, []));
  });

  it('tells a shaky claim from a plain one', () => {
    const { claims } = confidenceWeights();
    expect(confidence(claims, ['rule verb prep', 'short content', 'not finite'])).toBeLessThan(
      confidence(claims, ['rule verb that', 'stance denies']),
    );
  });
});

describe('a record of sure lines only', () => {
  it('keeps all at 0 and nothing below the threshold, and names no line that is gone', () => {
    expect(confidentLines(record, 0)).toEqual(record);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (least) => {
        const kept = confidentLines(record, least);
        const lines = [...kept.events, ...kept.claims, ...kept.conditions];
        const ids = new Set(lines.map(({ id }) => id));
        for (const { confidence = 1 } of lines) expect(confidence).toBeGreaterThanOrEqual(least);
        for (const { about } of kept.claims) for (const id of about) expect(ids).toContain(id);
      }),
    );
  });

  it('is empty above what any line can say', () => {
    const { events, claims, conditions } = confidentLines(record, 0.99);
    expect([events, claims, conditions]).toEqual([[], [], []]);
  });
});
