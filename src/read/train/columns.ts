import type { ModelHead } from '../model-file.ts';
import { tagPair } from '../parsing/parse.ts';
import { viewOf } from '../parsing/word-view.ts';
import { knownTagsOf } from '../tagging/known-tags.ts';
import { UPOS_CLASSES } from '../tagging/upos.ts';
import type { GoldSentence } from './conllu.ts';
import type { QuantizedTable } from './perceptron.ts';
import { randomOf } from './random.ts';
import { uposClass } from './tagger.ts';

/** Classes that the kernel adds up at once, if they stand side by side. */
const BLOCK = 16;
const SWAPS = 40_000;

/** Classes of which one is to be chosen, and how often that is asked. */
export interface Choice {
  readonly among: readonly number[];
  readonly times: number;
}

/**
 * The place of each class in a row, so that those that are chosen among lie in few blocks: pairs of classes change places, by a
 * seeded generator, wherever that leaves fewer blocks to add up.
 */
export function columnsOf(classes: number, choices: readonly Choice[]): number[] {
  const random = randomOf(1);
  const first = Array.from({ length: classes }, (_, one) =>
    choices.findIndex(({ among }) => among.includes(one)),
  );
  const order = first
    .map((_, one) => one)
    .sort((a, b) => (first[a] as number) - (first[b] as number) || a - b);
  const columns = new Array<number>(classes).fill(0);
  for (const [column, one] of order.entries()) columns[one] = column;
  const holding = Array.from({ length: classes }, (_, one) =>
    choices.filter(({ among }) => among.includes(one)),
  );
  const blocks = ({ among, times }: Choice) => {
    let bits = 0;
    for (const one of among) bits |= 1 << ((columns[one] as number) / BLOCK);
    let count = 0;
    for (; bits !== 0; bits &= bits - 1) count++;
    return count * times;
  };
  const cost = (one: number, other: number) => {
    let sum = 0;
    for (const choice of holding[one] as Choice[]) sum += blocks(choice);
    for (const choice of holding[other] as Choice[]) if (!choice.among.includes(one)) sum += blocks(choice);
    return sum;
  };
  const swap = (one: number, other: number) => {
    [columns[one], columns[other]] = [columns[other] as number, columns[one] as number];
  };
  for (let turn = 0; turn < SWAPS; turn++) {
    const one = Math.floor(random() * classes);
    const other = Math.floor(random() * classes);
    if (Math.floor((columns[one] as number) / BLOCK) === Math.floor((columns[other] as number) / BLOCK))
      continue;
    const before = cost(one, other);
    swap(one, other);
    if (cost(one, other) > before) swap(one, other);
  }
  return columns;
}

/** The choices that tagging and parsing the sentences make, by table. */
export function choicesOf(
  { featsOf, knownTags, labelsOf }: Pick<ModelHead, 'featsOf' | 'knownTags' | 'labelsOf'>,
  sentences: readonly GoldSentence[],
): { readonly upos: Choice[]; readonly feats: Choice[]; readonly labels: Choice[] } {
  const known = knownTagsOf(knownTags);
  const all = UPOS_CLASSES.map((_, tag) => tag).slice(1);
  const upos = new Map<readonly number[], number>();
  const feats = new Map<readonly number[], number>();
  const labels = new Map<readonly number[], number>();
  const count = (counts: Map<readonly number[], number>, among: readonly number[] | undefined) => {
    if (among && among.length > 1) counts.set(among, (counts.get(among) ?? 0) + 1);
  };
  for (const { words } of sentences) {
    const view = viewOf(words.map(({ form }) => form));
    words.forEach((word, place) => {
      view.upos[place + 1] = uposClass(word.upos);
    });
    words.forEach(({ head }, place) => {
      count(upos, known.get(view.lower[place + 1] as number) ?? all);
      count(feats, featsOf[view.upos[place + 1] as number]);
      count(labels, labelsOf[tagPair(view, head, place + 1)]);
    });
  }
  const choices = (counts: Map<readonly number[], number>) =>
    [...counts].map(([among, times]) => ({ among, times })).sort((a, b) => b.times - a.times);
  return { upos: choices(upos), feats: choices(feats), labels: choices(labels) };
}

/** The table with its classes in the columns that {@link columnsOf} gives. */
export function inColumns(
  { rows, classes, codes }: QuantizedTable,
  choices: readonly Choice[],
): QuantizedTable {
  const columns = columnsOf(classes, choices);
  const moved = new Int8Array(codes.length);
  for (let row = 0; row < rows; row++)
    for (let one = 0; one < classes; one++)
      moved[row * classes + (columns[one] as number)] = codes[row * classes + one] as number;
  return { rows, classes, codes: moved, columns };
}
