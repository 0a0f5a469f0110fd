import { best, bestAmong, type LinearTable, scoreAmong, scorerOf } from '../linear-table.ts';
import { type KnownWords, viewOf } from '../parsing/word-view.ts';
import type { TaggerTables } from '../tagging/tag.ts';
import { featsFeatures, tagFeatures } from '../tagging/tag-features.ts';
import { UPOS_CLASSES } from '../tagging/upos.ts';
import type { GoldSentence } from './conllu.ts';
import { Perceptron, sumOfTables } from './perceptron.ts';
import { randomOf, shuffle } from './random.ts';

export interface TaggerOptions {
  readonly known: KnownWords | null;
  readonly epochs: number;
  readonly seed: number;
  readonly uposRows: number;
  readonly featsRows: number;
  /** The right tag must win by this much, else the weights are moved (a perceptron with margin). */
  readonly margin: number;
}

/** Class number of a tag. */
export function uposClass(tag: string): number {
  return Math.max(0, UPOS_CLASSES.indexOf(tag as (typeof UPOS_CLASSES)[number]));
}

/**
 * Trains both taggers on gold words; the features of the left context are those the tagger itself gave. A sentence none of whose
 * words has features teaches tags only.
 */
export function trainTagger(
  sentences: readonly GoldSentence[],
  featsClasses: readonly string[],
  options: TaggerOptions,
): TaggerTables<LinearTable> {
  const random = randomOf(options.seed);
  const upos = new Perceptron(options.uposRows, UPOS_CLASSES.length);
  const feats = new Perceptron(options.featsRows, featsClasses.length);
  const featsNumber = new Map(featsClasses.map((name, index) => [name, index]));
  const seen = UPOS_CLASSES.map(() => new Map<number, number>());
  for (const { words } of sentences) {
    if (!words.some((word) => word.feats !== '')) continue;
    for (const word of words) {
      const number = featsNumber.get(word.feats) ?? 0;
      const counts = seen[uposClass(word.upos)] as Map<number, number>;
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }
  const featsOf = seen.map((counts) =>
    [...counts]
      .filter(([, count]) => count > 1)
      .map(([number]) => number)
      .sort((a, b) => a - b),
  );
  const order = sentences.map((_, index) => index);
  const hasFeats = sentences.map(({ words }) => words.some((word) => word.feats !== ''));
  const uposScorer = scorerOf(upos.table);
  const featsScorer = scorerOf(feats.table);
  const uposScores = uposScorer.scores as Float32Array;
  const featsScores = featsScorer.scores as Float32Array;
  const views = sentences.map(({ words }) =>
    viewOf(
      words.map(({ form }) => form),
      options.known,
    ),
  );
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { words } = sentences[index] as GoldSentence;
      const view = views[index] as ReturnType<typeof viewOf>;
      for (let at = 1; at < view.length; at++) {
        const right = uposClass((words[at - 1] as GoldSentence['words'][number]).upos);
        const count = tagFeatures(view, at, uposScorer);
        uposScorer.score(count);
        uposScores[0] = Number.NEGATIVE_INFINITY;
        const found = best(uposScores);
        upos.update(
          uposScorer.features,
          count,
          right,
          found === right ? rivalOf(uposScores, right, options.margin) : found,
        );
        view.upos[at] = found;
      }
      for (let at = 1; at < view.length; at++) {
        const word = words[at - 1] as GoldSentence['words'][number];
        const right = featsNumber.get(word.feats) ?? 0;
        const allowed = featsOf[view.upos[at] as number] ?? [];
        if (allowed.length === 0) continue;
        const count = featsFeatures(view, at, featsScorer);
        scoreAmong(feats.table, featsScorer.features, count, allowed, featsScores);
        const found = bestAmong(featsScores, allowed);
        if (hasFeats[index] && allowed.includes(right))
          feats.update(featsScorer.features, count, right, found);
        view.feats[at] = found;
      }
    }
  }
  return { upos: upos.averaged(), feats: feats.averaged(), featsOf };
}

/** The class that comes within `margin` of the right one; the right one itself where none does. Changes `scores`. */
function rivalOf(scores: Float32Array, right: number, margin: number): number {
  const top = scores[right] as number;
  scores[right] = Number.NEGATIVE_INFINITY;
  const second = best(scores);
  return top - (scores[second] as number) <= margin ? second : right;
}

/** One tagger whose weights are the sums of several that were trained on the same sentences: its scores are the sums of theirs. */
export function sumOfTaggers(taggers: readonly TaggerTables<LinearTable>[]): TaggerTables<LinearTable> {
  const [first] = taggers;
  if (!first) throw new Error('no tagger to add up');
  return {
    upos: sumOfTables(taggers.map(({ upos }) => upos)),
    feats: sumOfTables(taggers.map(({ feats }) => feats)),
    featsOf: first.featsOf,
  };
}
