import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';
import type { Features } from './features.ts';

export const LineWeights = z.strictObject({ base: z.number(), weights: z.record(z.string(), z.number()) });
export type LineWeights = z.infer<typeof LineWeights>;

export const ConfidenceWeights = z.strictObject({
  claims: LineWeights,
  events: LineWeights,
  conditions: LineWeights,
});
export type ConfidenceWeights = z.infer<typeof ConfidenceWeights>;

let loaded: ConfidenceWeights | null = null;

/** The weights of weights.yaml, read and checked once. */
export function confidenceWeights(): ConfidenceWeights {
  loaded ??= ConfidenceWeights.parse(readDataFile(new URL('./weights.yaml', import.meta.url)));
  return loaded;
}

/** How often a line with these features is right: logistic, from 0.02 to 0.98, with two digits. */
export function confidence(line: LineWeights, features: Features): number {
  return Number(Math.min(0.98, Math.max(0.02, probability(line, features))).toFixed(2));
}

/** The same without rounding or bounds. */
export function probability({ base, weights }: LineWeights, features: Features): number {
  const sum = features.reduce((total, feature) => total + (weights[feature] ?? 0), base);
  return 1 / (1 + Math.exp(-sum));
}
