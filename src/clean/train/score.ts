/** Precision and recall of one page; null where the rule leaves the page out of the mean. */
export interface PageScore {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly exact: boolean;
}

/** Scores of a set of pages. `f1` is taken of the two means, not a mean of the pages' own. */
export interface MeanScore {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly exact: number;
}

const TOKEN = /[\p{L}\p{N}\p{M}_]+/gu;
const SHINGLE = 4;

/** Score of one page by runs of four tokens with their counts, as the README of the gold pages lays down. */
export function scoreOf(truth: string, found: string): PageScore {
  const [wanted, got] = [tokensOf(truth), tokensOf(found)];
  const [gold, own] = [shinglesOf(wanted), shinglesOf(got)];
  let both = 0;
  let tooMany = 0;
  let lacking = 0;
  for (const [shingle, count] of own) {
    const inGold = gold.get(shingle) ?? 0;
    both += Math.min(count, inGold);
    tooMany += Math.max(0, count - inGold);
  }
  for (const [shingle, count] of gold) lacking += Math.max(0, count - (own.get(shingle) ?? 0));
  const isFaultless = tooMany + lacking === 0;
  return {
    precision: both + tooMany === 0 ? null : isFaultless ? 1 : both / (both + tooMany),
    recall: both + lacking === 0 ? null : isFaultless ? 1 : both / (both + lacking),
    exact: wanted.length === got.length && wanted.every((token, index) => token === got[index]),
  };
}

/** Means over the pages. */
export function meanScore(pages: readonly PageScore[]): MeanScore {
  const precision = mean(pages.flatMap((page) => page.precision ?? []));
  const recall = mean(pages.flatMap((page) => page.recall ?? []));
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { f1, precision, recall, exact: mean(pages.map(({ exact }) => (exact ? 1 : 0))) };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

function shinglesOf(tokens: readonly string[]): Map<string, number> {
  const shingles = new Map<string, number>();
  const width = Math.min(SHINGLE, tokens.length);
  if (width === 0) return shingles;
  for (let start = 0; start + width <= tokens.length; start++) {
    const shingle = tokens.slice(start, start + width).join(' ');
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}
