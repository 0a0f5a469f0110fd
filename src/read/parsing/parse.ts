import { best, IMPOSSIBLE, type LinearTable, type StoredTable, scorerOf } from '../linear-table.ts';
import { labelFeatures, transitionFeatures } from './parse-features.ts';
import { LEFT, ParseState, RIGHT, SHIFT } from './state.ts';
import { type Landmarks, landmarksOf, landmarksRoom, type WordView } from './word-view.ts';

export interface ParserTables<Table extends LinearTable | StoredTable = LinearTable | StoredTable> {
  readonly transitions: Table;
  readonly labels: Table;
  /** Relations that were seen between two tags, by {@link tagPair}; all are possible where nothing was. */
  readonly labelsOf?: readonly (readonly number[] | undefined)[];
}

/** Number of what a word of one tag is to one of another, on its left or right. */
export function tagPair(view: WordView, head: number, dep: number): number {
  return ((view.upos[dep] as number) * 32 + (view.upos[head] as number)) * 2 + (head < dep ? 1 : 0);
}

/**
 * Heads (0: root) and classes of relations, one for each word, counted from 1; entry 0 and those behind the sentence mean nothing.
 */
export interface ParsedHeads {
  readonly head: Int32Array;
  readonly label: Int32Array;
}

/** What parsing writes into; to be used for one sentence after the other. */
export interface ParseRoom {
  readonly state: ParseState;
  readonly landmarks: Landmarks;
  readonly label: Int32Array;
}

/** Room for sentences of up to `length` words and the root. */
export function parseRoom(length: number): ParseRoom {
  return {
    state: new ParseState(length),
    landmarks: landmarksRoom(length),
    label: new Int32Array(length + 1),
  };
}

/** Parses one tagged sentence greedily in 2n transitions. Where room is given, what is found stands in it until it is used again. */
export function parseHeads(
  view: WordView,
  tables: ParserTables,
  { state, landmarks, label }: ParseRoom = parseRoom(view.length),
): ParsedHeads {
  state.begin(view.length);
  landmarksOf(view, landmarks);
  label.fill(0, 0, view.length);
  const transitions = scorerOf(tables.transitions);
  const labels = scorerOf(tables.labels);
  while (!state.isDone) {
    let transition: number;
    const canShift = state.canShift();
    const canLeft = state.canLeft();
    const canRight = state.canRight();
    if (canShift && !canLeft && !canRight) transition = SHIFT;
    else if (!canShift && !canLeft) transition = RIGHT;
    else {
      transitions.score(transitionFeatures(view, state, landmarks, label, transitions));
      const { scores } = transitions;
      if (!canShift) scores[SHIFT] = IMPOSSIBLE;
      if (!canLeft) scores[LEFT] = IMPOSSIBLE;
      if (!canRight) scores[RIGHT] = IMPOSSIBLE;
      transition = best(scores, 3);
    }
    let given = 0;
    if (transition !== SHIFT) {
      const dep = state.stack[state.depth - 1] as number;
      const head =
        transition === RIGHT
          ? (state.stack[state.depth - 2] as number)
          : state.front < state.length
            ? state.front
            : 0;
      const allowed = tables.labelsOf?.[tagPair(view, head, dep)];
      if (allowed?.length === 1) given = allowed[0] as number;
      else {
        labels.score(labelFeatures(view, state, landmarks, label, head, dep, labels), allowed);
        given = labels.best(allowed);
      }
      label[dep] = given;
    }
    state.apply(transition, given);
  }
  return { head: state.head, label };
}
