import { best, type LinearTable, scorerOf } from '../linear-table.ts';
import type { ParserTables } from '../parsing/parse.ts';
import { labelFeatures, transitionFeatures } from '../parsing/parse-features.ts';
import { LEFT, ParseState, RIGHT, SHIFT } from '../parsing/state.ts';
import { landmarksOf, type WordView } from '../parsing/word-view.ts';
import { Perceptron, sumOfTables } from './perceptron.ts';
import { randomOf, shuffle } from './random.ts';

export interface ParserExample {
  /** Tagged as the tagger will tag at run time. */
  readonly view: WordView;
  /** Gold heads and classes of relations, from 1. */
  readonly head: Int32Array;
  readonly label: Int32Array;
}

export interface ParserOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly transitionRows: number;
  readonly labelRows: number;
  readonly labels: number;
  /** The right decision must win by this much, else the weights are moved (a perceptron with margin). */
  readonly margin: number;
  /** After this many epochs, follow the parser's own choice this often (Goldberg and Nivre 2013: 1 and 0.9). */
  readonly exploreAfter: number;
  readonly explore: number;
}

/** How many gold arcs each transition puts out of reach; impossible ones cost a lot. */
function costs(state: ParseState, gold: Int32Array, out: Int32Array): void {
  const { depth, front, length, stack } = state;
  out.fill(1_000_000);
  const top = depth > 0 ? (stack[depth - 1] as number) : -1;
  let topInBuffer = 0;
  if (top > 0) for (let word = front; word < length; word++) if (gold[word] === top) topInBuffer++;
  const topHead = top > 0 ? (gold[top] as number) : -1;
  const inBuffer = (word: number) => (word === 0 ? true : word >= front);
  if (state.canShift()) {
    let cost = 0;
    for (let index = 0; index < depth; index++) if (gold[stack[index] as number] === front) cost++;
    for (let index = 0; index < depth - 1; index++) if (gold[front] === stack[index]) cost++;
    out[SHIFT] = cost;
  }
  if (state.canLeft()) {
    const head = front < length ? front : 0;
    const second = depth > 1 ? (stack[depth - 2] as number) : -1;
    out[LEFT] = topInBuffer + (topHead !== head && (topHead === second || inBuffer(topHead)) ? 1 : 0);
  }
  if (state.canRight()) out[RIGHT] = topInBuffer + (inBuffer(topHead) ? 1 : 0);
}

/** Greedy training with the dynamic oracle and exploration. `afterEpoch` may measure the average so far. */
export function trainParser(
  examples: readonly ParserExample[],
  options: ParserOptions,
  afterEpoch: (epoch: number, tables: () => ParserTables<LinearTable>) => void = () => {},
): ParserTables<LinearTable> {
  const transitions = new Perceptron(options.transitionRows, 3);
  const labels = new Perceptron(options.labelRows, options.labels);
  const random = randomOf(options.seed);
  const order = examples.map((_, index) => index);
  const transitionScorer = scorerOf(transitions.table);
  const labelScorer = scorerOf(labels.table);
  const { scores } = transitionScorer;
  const labelScores = labelScorer.scores;
  const cost = new Int32Array(3);
  const tables = () => ({ transitions: transitions.averaged(), labels: labels.averaged() });
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { view, head: gold, label: goldLabel } = examples[index] as ParserExample;
      const state = new ParseState(view.length);
      const landmarks = landmarksOf(view);
      const label = new Int32Array(view.length);
      while (!state.isDone) {
        costs(state, gold, cost);
        const count = transitionFeatures(view, state, landmarks, label, transitionScorer);
        transitionScorer.score(count);
        let predicted = -1;
        let right = -1;
        const least = Math.min(cost[0] as number, cost[1] as number, cost[2] as number);
        for (let transition = 0; transition < 3; transition++) {
          const price = cost[transition] as number;
          if (price === 1_000_000) continue;
          if (predicted < 0 || (scores[transition] as number) > (scores[predicted] as number))
            predicted = transition;
          if (price === least && (right < 0 || (scores[transition] as number) > (scores[right] as number)))
            right = transition;
        }
        const isRight = cost[predicted] === least;
        let rival = isRight ? -1 : predicted;
        if (isRight) {
          for (let transition = 0; transition < 3; transition++) {
            const price = cost[transition] as number;
            if (price === 1_000_000 || price === least) continue;
            if ((scores[right] as number) - (scores[transition] as number) > options.margin) continue;
            if (rival < 0 || (scores[transition] as number) > (scores[rival] as number)) rival = transition;
          }
        }
        transitions.update(transitionScorer.features, count, right, rival < 0 ? right : rival);
        const next =
          isRight || (epoch >= options.exploreAfter && random() < options.explore) ? predicted : right;
        let given = 0;
        if (next !== SHIFT) {
          const dep = state.stack[state.depth - 1] as number;
          const head =
            next === RIGHT
              ? (state.stack[state.depth - 2] as number)
              : state.front < state.length
                ? state.front
                : 0;
          const labelCount = labelFeatures(view, state, landmarks, label, head, dep, labelScorer);
          labelScorer.score(labelCount);
          const found = best(labelScores);
          if (gold[dep] === head) {
            const truth = goldLabel[dep] as number;
            let wrong = found;
            if (found === truth) {
              const top = labelScores[truth] as number;
              labelScores[truth] = Number.NEGATIVE_INFINITY;
              const second = best(labelScores);
              if (top - (labelScores[second] as number) <= options.margin) wrong = second;
            }
            labels.update(labelScorer.features, labelCount, truth, wrong);
          }
          label[dep] = found;
          given = found;
        }
        state.apply(next, given);
      }
    }
    afterEpoch(epoch, tables);
  }
  return tables();
}

/**
 * Parsers trained with different seeds as one: weights add up as scores do, so the sum decides as the parsers would
 * together, at the cost of one.
 */
export function sumOfParsers(parsers: readonly ParserTables<LinearTable>[]): ParserTables<LinearTable> {
  return {
    transitions: sumOfTables(parsers.map(({ transitions }) => transitions)),
    labels: sumOfTables(parsers.map(({ labels }) => labels)),
  };
}
