import { best, type LinearTable, score } from '../linear-table.ts';
import { labelFeatures, PARSE_FEATURES, transitionFeatures } from './parse-features.ts';
import { LEFT, ParseState, RIGHT, SHIFT } from './state.ts';
import type { WordView } from './word-view.ts';

export interface ParserTables {
  readonly transitions: LinearTable;
  readonly labels: LinearTable;
}

/** Heads (0: root) and classes of relations, one for each word, counted from 1; entry 0 means nothing. */
export interface ParsedHeads {
  readonly head: Int32Array;
  readonly label: Int32Array;
}

const features = new Int32Array(PARSE_FEATURES);
const transitionScores = new Float32Array(3);

/** Parses one tagged sentence greedily in 2n transitions. */
export function parseHeads(view: WordView, tables: ParserTables): ParsedHeads {
  const state = new ParseState(view.length);
  const label = new Int32Array(view.length);
  const labelScores = new Float32Array(tables.labels.classes);
  while (!state.isDone) {
    let transition: number;
    const canShift = state.canShift();
    const canLeft = state.canLeft();
    const canRight = state.canRight();
    if (canShift && !canLeft && !canRight) transition = SHIFT;
    else if (!canShift && !canLeft) transition = RIGHT;
    else {
      const count = transitionFeatures(view, state, label, features);
      score(tables.transitions, features, count, transitionScores);
      if (!canShift) transitionScores[SHIFT] = Number.NEGATIVE_INFINITY;
      if (!canLeft) transitionScores[LEFT] = Number.NEGATIVE_INFINITY;
      if (!canRight) transitionScores[RIGHT] = Number.NEGATIVE_INFINITY;
      transition = best(transitionScores);
    }
    if (transition !== SHIFT) {
      const dep = state.stack[state.depth - 1] as number;
      const head =
        transition === RIGHT
          ? (state.stack[state.depth - 2] as number)
          : state.front < state.length
            ? state.front
            : 0;
      const count = labelFeatures(view, state, label, head, dep, features);
      score(tables.labels, features, count, labelScores);
      label[dep] = best(labelScores);
    }
    state.apply(transition);
  }
  return { head: state.head, label };
}
