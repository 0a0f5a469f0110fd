import { type LineWeights, probability } from '../../src/extract/confidence/index.ts';

/** A line, what it has, whether it is right, and the text that it comes from (lines of one text stay in one fold). */
export interface Judged {
  readonly features: readonly string[];
  readonly right: boolean;
  readonly group: string;
  /** Weight in the fit. */
  readonly weight: number;
}

const STEPS = 400;
const RIDGE = 5;
const RARE = 8;

/** Logistic regression with a ridge penalty, by gradient steps scaled by each feature's count. Deterministic. */
export function fitted(lines: readonly Judged[]): LineWeights {
  const counts = new Map<string, number>();
  for (const { features, weight } of lines)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + weight);
  const weights: { [feature: string]: number } = {};
  for (const [feature, count] of [...counts].sort()) if (count >= RARE) weights[feature] = 0;
  const names = Object.keys(weights);
  const mass = lines.reduce((sum, { weight }) => sum + weight, 0);
  const hits = lines.reduce((sum, { weight, right }) => sum + (right ? weight : 0), 0);
  let base = Math.log((hits + 1) / (mass - hits + 1));
  for (let step = 0; step < STEPS; step++) {
    const slope: { [feature: string]: number } = {};
    let baseSlope = 0;
    for (const { features, right, weight } of lines) {
      const error = weight * ((right ? 1 : 0) - probability({ base, weights }, features));
      baseSlope += error;
      for (const feature of features) if (feature in weights) slope[feature] = (slope[feature] ?? 0) + error;
    }
    base += (2 * baseSlope) / (mass || 1);
    for (const name of names) {
      const pull = (slope[name] ?? 0) - RIDGE * (weights[name] as number);
      weights[name] = (weights[name] as number) + pull / ((counts.get(name) as number) + RIDGE);
    }
  }
  for (const name of names) weights[name] = Number((weights[name] as number).toFixed(2));
  return { base: Number(base.toFixed(2)), weights };
}

/** What each line is given by a model fitted on the other folds. */
export function crossValidated(lines: readonly Judged[], folds = 5): { said: number; right: boolean }[] {
  const groups = [...new Set(lines.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, index) => [group, index % folds]));
  const judged: { said: number; right: boolean }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const model = fitted(lines.filter(({ group }) => foldOf.get(group) !== fold));
    for (const line of lines)
      if (foldOf.get(line.group) === fold)
        judged.push({ said: Math.min(0.98, probability(model, line.features)), right: line.right });
  }
  return judged;
}

/** Rows of a reliability table: bin, lines in it, mean of what was said, share that is right, their distance. */
export function reliability(judged: readonly { said: number; right: boolean }[]): string[] {
  const bins = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01];
  const rows = [`${'bin'.padEnd(12)} lines   said  right   off`];
  for (const [index, low] of bins.slice(0, -1).entries()) {
    const high = bins[index + 1] as number;
    const inside = judged.filter(({ said }) => said >= low && said < high);
    if (inside.length === 0) continue;
    const said = inside.reduce((sum, one) => sum + one.said, 0) / inside.length;
    const right = inside.filter((one) => one.right).length / inside.length;
    rows.push(
      `${`${low.toFixed(2)}–${Math.min(1, high).toFixed(2)}`.padEnd(12)}${String(inside.length).padStart(6)}${said.toFixed(3).padStart(7)}${right.toFixed(3).padStart(7)}${(right - said).toFixed(3).padStart(8)}`,
    );
  }
  return rows;
}
