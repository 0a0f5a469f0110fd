/**
 * Trains the trees that tell the story from the rest of a page, and writes `src/clean/story-model.json`; with `--text` those for scraped text,
 * into `src/clean/text-model.json`.
 *
 *     npm run train:clean -- [--text] [--data FOLDER] [--dry] [--rounds N]
 *
 * FOLDER holds the article-extraction set (default: `article-extraction` below TRUCELINE_DATA or ../shared/data). First the whole is
 * cross-validated by page; `--dry` stops there.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Features, featuresOf } from '../block-features.ts';
import { storyByChance } from '../body.ts';
import { chanceOf, forestOf, type Node } from '../forest.ts';
import type { StoryModel } from '../story-model.ts';
import { boost, randomOf } from './boost.ts';
import { type GoldPage, goldPages } from './gold-blocks.ts';
import { meanScore, type PageScore, scoreOf } from './score.ts';
import { trainText } from './train-text.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    text: { type: 'boolean' },
    dry: { type: 'boolean' },
    rounds: { type: 'string', default: '3' },
  },
});
const folder = values.data ?? `${process.env.TRUCELINE_DATA ?? '../shared/data'}/article-extraction`;

const OPTIONS = {
  trees: 150,
  depth: 4,
  rate: 0.08,
  groupShare: 0.7,
  columnShare: 0.3,
  lambda: 3,
  leastWeight: 2,
};
const FOLDS = 8;
/** Forests grown from different seeds, whose odds are averaged. */
const BAGS = 2;

interface Example extends GoldPage {
  readonly features: Features;
}

const pages = values.text ? null : goldPages(folder);
if (values.text ? !trainText(folder, Number(values.rounds), values.dry === true) : !pages) {
  console.error(
    `No pages in ${folder}: give --data FOLDER, or set TRUCELINE_DATA to the folder of the gold sets.`,
  );
  process.exitCode = 1;
} else if (pages) {
  const examples = pages.map((page) => ({ ...page, features: featuresOf(page.blocks, page.context) }));
  const rounds = Array.from({ length: Number(values.rounds) }, (_, round) => crossValidated(examples, round));
  const figures = rounds.map(meanScore);
  for (const score of figures) print('held-out pages', score);
  const mean = meanOf(figures);
  print('mean of rounds', mean);
  if (!values.dry) {
    const trees = grow(examples, 1);
    print('same pages', meanScore(examples.map((page) => scoreWith(trees, page))));
    write(examples, trees, `F1 ${mean.f1.toFixed(3)}, exact ${mean.exact.toFixed(3)}`);
  }
}

/** Trees from some pages. A page weighs as much as any other; a block by the root of its length, roughly. */
function grow(examples: readonly Example[], seed: number): Node[][] {
  const rows: Float64Array[] = [];
  const labels: boolean[] = [];
  const weights: number[] = [];
  const groups: number[] = [];
  examples.forEach(({ features, blocks, isStory }, which) => {
    const own = blocks.map(({ text }) => text.length ** 0.3);
    const all = own.reduce((sum, value) => sum + value, 0);
    rowsOf(features).forEach((row, index) => {
      rows.push(row);
      labels.push(isStory[index] === true);
      weights.push(((own[index] as number) / all) * 100);
      groups.push(which);
    });
  });
  const bags = Array.from({ length: BAGS }, (_, bag) =>
    boost(rows, labels, weights, groups, { ...OPTIONS, seed: seed * 10 + bag }),
  );
  // The first trees of all bags come first: they settle most blocks (see `isLikely`).
  return Array.from({ length: OPTIONS.trees * BAGS }, (_, place) => {
    const tree = bags[place % BAGS]?.[Math.floor(place / BAGS)] as Node[];
    return tree.map(
      (node): Node =>
        node.length === 1 ? [rounded(node[0] / BAGS)] : [node[0], rounded(node[1]), node[2], node[3]],
    );
  });
}

function rowsOf({ values, names }: Features): Float64Array[] {
  const rows: Float64Array[] = [];
  for (let at = 0; at < values.length; at += names.length) rows.push(values.subarray(at, at + names.length));
  return rows;
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

function scoreWith(trees: readonly Node[][], page: Example): PageScore {
  const forest = forestOf(trees);
  const { plain } = page.features;
  const chances = rowsOf(page.features).map((row, index) => (plain[index] ? 0 : chanceOf(forest, row)));
  const story = storyByChance(page.blocks, page.features, chances, page.url);
  return scoreOf(page.truth, story.map((index) => page.blocks[index]?.text ?? '').join('\n\n'));
}

/** Each page judged by trees that never saw it. */
function crossValidated(examples: readonly Example[], round: number): PageScore[] {
  const random = randomOf(7 + round);
  const order = examples
    .map((_, index) => [random(), index] as const)
    .sort(([a], [b]) => a - b)
    .map(([, index]) => index);
  const scores: PageScore[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeldOut = (place: number) => place % FOLDS === fold;
    const trees = grow(
      order.filter((_, place) => !isHeldOut(place)).map((index) => examples[index] as Example),
      fold + 1,
    );
    for (const index of order.filter((_, place) => isHeldOut(place)))
      scores[index] = scoreWith(trees, examples[index] as Example);
  }
  return scores;
}

type Mean = ReturnType<typeof meanScore>;

function meanOf(scores: readonly Mean[]): Mean {
  const of = (key: keyof Mean) => scores.reduce((sum, score) => sum + score[key], 0) / scores.length;
  return { f1: of('f1'), precision: of('precision'), recall: of('recall'), exact: of('exact') };
}

function print(name: string, { f1, precision, recall, exact }: Mean): void {
  const figures = [f1, precision, recall, exact].map((figure) => figure.toFixed(4));
  console.log(
    `${name}: F1 ${figures[0]}, precision ${figures[1]}, recall ${figures[2]}, exact ${figures[3]}`,
  );
}

function write(examples: readonly Example[], trees: Node[][], crossValidation: string): void {
  const model: StoryModel = {
    about: {
      data: 'Article extraction benchmark of Scrapinghub (github.com/scrapinghub/article-extraction-benchmark), the shared half of its pages; only the trees are here, no text of the pages',
      licence: 'MIT for the set; the pages remain their publishers’ copyright',
      pages: examples.length,
      command: 'npm run train:clean',
      crossValidation: `by page, ${FOLDS} folds, mean of ${values.rounds} rounds: ${crossValidation}`,
    },
    columns: [...(examples[0]?.features.names ?? [])],
    trees,
  };
  const file = fileURLToPath(new URL('../story-model.json', import.meta.url));
  const lines = model.trees.map((tree) => `    ${JSON.stringify(tree)}`).join(',\n');
  const { trees: _, ...rest } = model;
  writeFileSync(file, `${JSON.stringify(rest, null, 2).slice(0, -2)},\n  "trees": [\n${lines}\n  ]\n}\n`);
  console.log(`${trees.length} trees written to ${file}`);
}
