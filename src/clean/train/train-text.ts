import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Forest, forestOf, type Node } from '../forest.ts';
import { type LineFeatures, lineFeatures, STRIDE } from '../line-features.ts';
import { secondLook } from '../line-second-look.ts';
import type { TextModel } from '../text-model.ts';
import { sortLines } from '../text-sort.ts';
import { chancesOf } from '../text-story.ts';
import { boost, randomOf } from './boost.ts';
import { type GoldText, goldTexts } from './gold-lines.ts';
import { mixedText } from './mixed-texts.ts';
import { type MeanScore, meanScore, type PageScore, scoreOf } from './score.ts';

const OPTIONS = {
  trees: 130,
  depth: 4,
  rate: 0.08,
  groupShare: 0.7,
  columnShare: 0.15,
  lambda: 3,
  leastWeight: 2,
};
const FOLDS = 8;
/** Parts in which the first look is learned, so that the second sees what it makes of pages it does not know. */
const INNER = 3;
/** Mixed texts made of each page, and what one weighs. */
const MIXED = 3;
const MIXED_WEIGHT = 0.5;
/** Short lines farther than this from the story are all alike: one of three is learned from. */
const NEAR = 15;
const SHORT = 60;
const THIN = 3;

interface Example extends GoldText {
  readonly features: LineFeatures;
  readonly weight: number;
  /** Which page it is made from. */
  readonly group: number;
}

interface Looks {
  readonly first: readonly Node[][];
  readonly second: readonly Node[][];
}

/**
 * Trains the trees that tell the story of a scraped text, and writes `src/clean/text-model.json`. First the whole is cross-validated by page,
 * `rounds` times; `isDry` stops there. Returns false where the gold pages are not in `folder`.
 */
export function trainText(folder: string, rounds: number, isDry: boolean): boolean {
  const pages = goldTexts(folder);
  if (!pages) return false;
  const figures: MeanScore[][] = [];
  for (let round = 0; round < rounds; round++) {
    const scores = crossValidated(pages, round);
    const means = scores.map(meanScore);
    for (const [scraper, mean] of means.entries()) print(`held-out pages, scraper ${scraper + 1}`, mean);
    figures.push(means);
  }
  const f1 = mean(figures.map(([first]) => first?.f1 ?? 0));
  const exact = mean(figures.map(([first]) => first?.exact ?? 0));
  console.log(`mean of rounds: F1 ${f1.toFixed(4)}, exact ${exact.toFixed(4)}`);
  if (isDry) return true;
  const looks = grown(examplesOf(pages, randomOf(1)), 1);
  print('same pages', meanScore(pages.map(([page]) => scoreWith(looks, page as GoldText))));
  write(
    looks,
    pages.length,
    `by page, ${FOLDS} folds, mean of ${rounds} rounds: F1 ${f1.toFixed(3)}, exact ${exact.toFixed(3)}`,
  );
  return true;
}

/** Each page judged by trees that never saw it; scores by scraper, in the order of the pages. */
function crossValidated(pages: readonly GoldText[][], round: number): PageScore[][] {
  const random = randomOf(7 + round);
  const order = pages
    .map((_, index) => [random(), index] as const)
    .sort(([a], [b]) => a - b)
    .map(([, index]) => index);
  const scores: PageScore[][] = (pages[0] ?? []).map(() => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeldOut = (place: number) => place % FOLDS === fold;
    const known = order.filter((_, place) => !isHeldOut(place)).map((index) => pages[index] as GoldText[]);
    const looks = grown(examplesOf(known, random), fold + 1);
    for (const index of order.filter((_, place) => isHeldOut(place)))
      pages[index]?.forEach((page, scraper) => {
        (scores[scraper] as PageScore[])[index] = scoreWith(looks, page);
      });
  }
  return scores;
}

/** The pages as the first scraper gives them, one more of each as another does, and mixed texts. */
function examplesOf(pages: readonly GoldText[][], random: () => number): Example[] {
  const any = (list: readonly GoldText[]) => list[Math.floor(random() * list.length)] as GoldText;
  return pages.flatMap((variants, group) => {
    const texts = [{ text: variants[0] as GoldText, weight: 1 }];
    for (let each = 0; each < MIXED; each++) {
      const frame = pages[Math.floor(random() * pages.length)] as GoldText[];
      const text = mixedText(any(variants), any(frame), random);
      if (text && frame !== variants) texts.push({ text, weight: MIXED_WEIGHT });
    }
    return texts.map(({ text, weight }) => ({ ...text, weight, group, features: lineFeatures(text.lines) }));
  });
}

/** Both looks; the second learns from what first looks made of pages that they had not seen. */
function grown(examples: readonly Example[], seed: number): Looks {
  const first = grow(examples, seed);
  for (let part = 0; part < INNER; part++) {
    const isOut = ({ group }: Example) => group % INNER === part;
    const trees = grow(
      examples.filter((example) => !isOut(example)),
      seed * 100 + part,
    );
    const forest = forestOf(trees);
    for (const { features } of examples.filter(isOut)) secondLook(features, chancesOf(forest, features));
  }
  return { first, second: grow(examples, seed + 50, STRIDE) };
}

/** A page weighs as much as any other, a line by the root of its length, roughly. */
function grow(
  examples: readonly Example[],
  seed: number,
  columns = examples[0]?.features.names.length ?? 0,
): Node[][] {
  const rows: Float64Array[] = [];
  const labels: boolean[] = [];
  const weights: number[] = [];
  const groups: number[] = [];
  for (const example of examples) {
    const { lines, isStory, weight, group, features } = example;
    const own = lines.map((text) => text.length ** 0.3);
    const all = own.reduce((sum, value) => sum + value, 0);
    const counts = timesCounted(example);
    lines.forEach((_, at) => {
      const times = counts[at] as number;
      if (times === 0) return;
      rows.push(features.values.subarray(at * STRIDE, at * STRIDE + columns));
      labels.push(isStory[at] === true);
      weights.push(((own[at] as number) / all) * 100 * weight * times);
      groups.push(group);
    });
  }
  return boost(rows, labels, weights, groups, { ...OPTIONS, seed }).map((tree) =>
    tree.map(
      (node): Node =>
        node.length === 1 ? [rounded(node[0])] : [node[0], rounded(node[1]), node[2], node[3]],
    ),
  );
}

/** How often each line counts: 0 for those that are left out, more than once for those that stand for them. */
function timesCounted({ lines, isStory }: GoldText): number[] {
  const before: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  isStory.forEach((is, at) => {
    if (is) last = at;
    before.push(at - last);
  });
  let next = Number.POSITIVE_INFINITY;
  const counts: number[] = [];
  for (let at = lines.length - 1; at >= 0; at--) {
    if (isStory[at]) next = at;
    const isNear = Math.min(before[at] as number, next - at) <= NEAR;
    counts[at] = isNear || (lines[at] as string).length >= SHORT ? 1 : at % THIN === 0 ? THIN : 0;
  }
  return counts;
}

function scoreWith({ first, second }: Looks, page: GoldText): PageScore {
  const forests: readonly [Forest, Forest] = [forestOf(first), forestOf(second)];
  const lines = page.lines.map((text) => ({ text, start: 0, end: 0 }));
  const { reasons } = sortLines(lines, undefined, forests);
  const story = page.lines.filter((_, at) => reasons[at] === null);
  return scoreOf(page.truth, story.join('\n\n'));
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function print(name: string, { f1, precision, recall, exact }: MeanScore): void {
  const [f, p, r, e] = [f1, precision, recall, exact].map((figure) => figure.toFixed(4));
  console.log(`${name}: F1 ${f}, precision ${p}, recall ${r}, exact ${e}`);
}

function write({ first, second }: Looks, pages: number, crossValidation: string): void {
  const features = lineFeatures(['A line.', 'Another.']);
  const rest = {
    about: {
      data: 'Article extraction benchmark of Scrapinghub (github.com/scrapinghub/article-extraction-benchmark), the shared half of its pages, flattened to text; only the trees are here, no text of the pages',
      licence: 'MIT for the set; the pages remain their publishers’ copyright',
      pages,
      command: 'npm run train:clean -- --text',
      crossValidation,
    },
    columns: [...secondLook(features, [0, 0])],
  } satisfies Omit<TextModel, 'first' | 'second'>;
  const file = fileURLToPath(new URL('../text-model.json', import.meta.url));
  const trees = (list: readonly Node[][]) => list.map((tree) => `    ${JSON.stringify(tree)}`).join(',\n');
  writeFileSync(
    file,
    `${JSON.stringify(rest, null, 2).slice(0, -2)},\n  "first": [\n${trees(first)}\n  ],\n  "second": [\n${trees(second)}\n  ]\n}\n`,
  );
  console.log(`${first.length + second.length} trees written to ${file}`);
}
