import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineFeatures, STRIDE } from '../../src/clean/line-features.ts';
import { secondLook } from '../../src/clean/line-second-look.ts';
import { TextModel } from '../../src/clean/text-model.ts';

const MODEL = TextModel.parse(
  JSON.parse(readFileSync(new URL('../../src/clean/text-model.json', import.meta.url), 'utf8')),
);

describe('the trees that tell the story of a scraped text', () => {
  it('know the columns that features are written in, in their order', () => {
    const features = lineFeatures(['Envoys meet', 'Delegations met on the bridge at Varda on Wednesday.']);
    expect(secondLook(features, [0.1, 0.9])).toEqual(MODEL.columns);
  });

  it('have finite features for any lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 80, unit: 'binary' }), { minLength: 1, maxLength: 12 }),
        (lines) => {
          const features = lineFeatures(lines);
          secondLook(
            features,
            lines.map(() => 0.5),
          );
          expect(features.values.length).toBe(lines.length * STRIDE);
          expect(features.values.every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
