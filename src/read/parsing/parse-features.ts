import { mix, mix3 } from '../hashing.ts';
import type { ParseState } from './state.ts';
import type { WordView } from './word-view.ts';

/** Room for the features of one decision. */
export const PARSE_FEATURES = 160;

/** What another parser made of the same sentence; `last` is the rightmost dependent of each word, 0 where none. */
export interface Guide {
  readonly head: Int32Array;
  readonly label: Int32Array;
  readonly last: Int32Array;
}

const DISTANCES = [0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 6];

function bucket(distance: number): number {
  return distance < DISTANCES.length ? (DISTANCES[distance] as number) : 7;
}

/**
 * Features of the next transition, after Zhang and Nivre (2011): words, tags, pairs and triples around the top of the stack
 * and the front of the buffer, distance, valency, labels and tags of their outermost dependents. `label` gives the class of
 * the relation of each attached word.
 */
export function transitionFeatures(
  view: WordView,
  state: ParseState,
  label: Int32Array,
  guide: Guide | null,
  out: Int32Array,
): number {
  const { lower, upos, feats, length, fine, coarse } = view;
  const none = length;
  const s0 = state.depth > 0 ? (state.stack[state.depth - 1] as number) : none;
  const s1 = state.depth > 1 ? (state.stack[state.depth - 2] as number) : none;
  const s2 = state.depth > 2 ? (state.stack[state.depth - 3] as number) : none;
  const b0 = state.front < length ? state.front : 0;
  const b1 = state.front + 1 < length ? state.front + 1 : none;
  const b2 = state.front + 2 < length ? state.front + 2 : none;
  const w = (at: number) => lower[at] as number;
  const p = (at: number) => upos[at] as number;
  const c = (at: number) => fine[at] as number;
  const child = (side: Int32Array, at: number) => (at === none ? none : (side[at] as number) || none);
  const s0l = child(state.left1, s0);
  const s0r = child(state.right1, s0);
  const s1l = child(state.left1, s1);
  const s1r = child(state.right1, s1);
  const b0l = b0 === 0 ? none : child(state.left1, b0);
  const s0l2 = child(state.left2, s0);
  const s0r2 = child(state.right2, s0);
  const b0l2 = b0 === 0 ? none : child(state.left2, b0);
  const s1r2 = child(state.right2, s1);
  const [s0w, s1w, b0w, b1w] = [w(s0), w(s1), w(b0), w(b1)];
  const [s0p, s1p, s2p, b0p, b1p, b2p] = [p(s0), p(s1), p(s2), p(b0), p(b1), p(b2)];
  const s0wp = mix(s0w, s0p);
  const s1wp = mix(s1w, s1p);
  const b0wp = mix(b0w, b0p);
  const near = bucket(Math.max(0, (b0 === 0 ? length : b0) - s0));
  const apart = s1 === none ? 8 : bucket(s0 - s1);
  const s0f = feats[s0] as number;
  const s1f = feats[s1] as number;
  const b0f = feats[b0] as number;
  const tag = (at: number) => p(at) * 64 + (at === none ? 0 : (label[at] as number));
  let count = 0;
  let template = 200;
  const add = (a: number) => {
    out[count++] = mix(Math.imul(++template, 0x01000193), a);
  };
  add(s0wp);
  add(s0p);
  add(s0w);
  add(s1wp);
  add(s1p);
  add(s1w);
  add(mix(w(s2), s2p));
  add(s2p);
  add(b0wp);
  add(b0p);
  add(b0w);
  add(mix(b1w, b1p));
  add(b1p);
  add(mix(w(b2), b2p));
  add(b2p);
  add(mix(s0wp, b0wp));
  add(mix(s0wp, b0p));
  add(mix(s0p, b0wp));
  add(mix(s0w, b0w));
  const s0b0 = mix(s0p, b0p);
  add(s0b0);
  const s1s0 = mix(s1p, s0p);
  add(mix(s1wp, s0wp));
  add(mix(s1wp, s0p));
  add(mix(s1p, s0wp));
  add(mix(s1w, s0w));
  add(s1s0);
  add(mix(s1wp, b0p));
  add(mix(s1p, b0wp));
  add(mix(s1p, b0p));
  add(mix(b0p, b1p));
  add(mix(b0wp, b1p));
  add(mix3(b0p, b1p, b2p));
  add(mix3(s0p, b0p, b1p));
  add(mix3(s0wp, b0p, b1p));
  add(mix3(s1p, s0p, b0p));
  add(mix3(s1wp, s0p, b0p));
  add(mix3(s1p, s0wp, b0p));
  add(mix3(s1p, s0p, b0wp));
  add(mix3(s2p, s1p, s0p));
  add(mix(mix3(s2p, s1p, s0p), b0p));
  add(mix(mix3(s1p, s0p, b0p), b1p));
  add(mix(mix3(s0p, b0p, b1p), b2p));
  add(mix3(s0p, tag(s0l), b0p));
  add(mix3(s0p, tag(s0r), b0p));
  add(mix3(s0p, tag(b0l), b0p));
  add(mix3(s1p, tag(s1r), s0p));
  add(mix3(s1p, tag(s1l), s0p));
  add(mix3(s1p, s0p, tag(s0l)));
  add(mix3(s1p, s0p, tag(s0r)));
  add(mix3(s0w, tag(s0l), b0p));
  add(mix3(s1w, tag(s1r), s0p));
  add(mix3(s0p, b0w, tag(b0l)));
  add(mix(s0p, mix(tag(s0l), tag(s0l2))));
  add(mix(s0p, mix(tag(s0r), tag(s0r2))));
  add(mix(b0p, mix(tag(b0l), tag(b0l2))));
  add(mix(s1p, mix(tag(s1r), tag(s1r2))));
  add(w(s0l));
  add(w(s0r));
  add(w(b0l));
  add(w(s1r));
  add(mix(s0wp, near));
  add(mix(s0p, near));
  add(mix(b0wp, near));
  add(mix(b0p, near));
  add(mix(s0b0, near));
  add(mix3(s0w, b0w, near));
  add(mix(s1s0, apart));
  add(mix(s1wp, apart));
  add(mix(s0wp, apart + 16));
  const s0vl = Math.min(4, state.leftCount[s0] as number);
  const s0vr = Math.min(4, state.rightCount[s0] as number);
  const s1vr = Math.min(4, state.rightCount[s1] as number);
  const s1vl = Math.min(4, state.leftCount[s1] as number);
  const b0vl = Math.min(4, state.leftCount[b0] as number);
  add(mix(s0wp, s0vl));
  add(mix(s0p, s0vl));
  add(mix(s0wp, s0vr + 8));
  add(mix(s0p, s0vr + 8));
  add(mix(s1wp, s1vr));
  add(mix(s1p, s1vr));
  add(mix(s1p, s1vl + 8));
  add(mix(b0wp, b0vl));
  add(mix(b0p, b0vl));
  add(mix(s0p, s0f));
  add(mix(s1p, s1f));
  add(mix(b0p, b0f));
  add(mix3(s0b0, s0f, b0f));
  add(mix3(s1s0, s1f, s0f));
  add(mix3(s0b0, s1p, b0f));
  add(mix(state.front >= length ? 1 : 2, Math.min(state.depth, 3)));
  const [s0c, s1c, b0c, b1c] = [c(s0), c(s1), c(b0), c(b1)];
  const [s0k, s1k, b0k] = [coarse[s0] as number, coarse[s1] as number, coarse[b0] as number];
  add(s0c);
  add(s1c);
  add(b0c);
  add(b1c);
  add(mix(s0c, b0p));
  add(mix(s0p, b0c));
  add(mix(s0c, b0c));
  add(mix(s0c, s1p));
  add(mix(s0p, s1c));
  add(mix(s0c, s1c));
  add(mix(s1c, b0c));
  add(mix3(s0k, b0k, s1k));
  add(mix3(s0k, b0k, s0b0));
  add(mix3(s1k, s0k, s1s0));
  add(mix(s1s0, mix(s1c, b0k)));
  add(mix(s1s0, mix(s0c, b0p)));
  add(mix3(s0p, b0p, b1c));
  add(mix3(s0k, b0w, s1w));
  add(mix3(s0c, b0p, c(s0r)));
  add(mix3(s0p, b0c, c(b0l)));
  add(mix3(s0p, s1c, c(s1r)));
  add(mix(s0c, near));
  add(mix(s1s0, mix3(s1k, s0k, b0w)));
  if (guide) {
    const s0h = s0 === none ? -1 : (guide.head[s0] as number);
    const s1h = s1 === none ? -1 : (guide.head[s1] as number);
    const b0h = b0 === 0 ? -1 : (guide.head[b0] as number);
    const s0g = s0 === none ? 0 : (guide.label[s0] as number);
    const s1g = s1 === none ? 0 : (guide.label[s1] as number);
    const b0g = b0 === 0 ? 0 : (guide.label[b0] as number);
    // Where the guide hangs the word: on the other one that is looked at, else on its left or right, or behind the front.
    const s0to = s0h === b0 ? 1 : s0h === s1 ? 2 : s0h < 0 ? 3 : s0h > b0 || s0h === 0 ? 4 : 5;
    const b0to = b0h === s0 ? 1 : b0h === s1 ? 2 : b0h < 0 ? 3 : b0h === 0 || b0h > b0 ? 4 : b0h < s0 ? 5 : 6;
    const s1to = s1h === s0 ? 1 : s1h === b0 ? 2 : s1h < 0 ? 3 : s1h > b0 || s1h === 0 ? 4 : 5;
    const both = s0to * 64 + b0to * 8 + s1to;
    // Has it more words for the stack's top to take behind the front?
    const waits =
      s0 === none ? 0 : (guide.last[s0] as number) > b0 ? 2 : (guide.last[s0] as number) === b0 ? 1 : 0;
    add(s0to);
    add(b0to);
    add(both);
    add(mix(s0to, s0g));
    add(mix(b0to, b0g));
    add(mix(s0to, s0b0));
    add(mix(b0to, s0b0));
    add(mix(both, s0b0));
    add(mix(both, s1s0));
    add(mix3(both, s0g, b0g));
    add(mix(both, waits));
    add(mix3(both, waits, s0b0));
    add(mix(mix3(s0to, s0g, s0p), s0f));
    add(mix(s0to, s0wp));
    add(mix(b0to, b0wp));
    add(mix(s1to, mix3(s1g, s1p, s0p)));
    add(mix(s0to * 4 + waits, mix(s0g, near)));
  }
  return count;
}

/** Features of the relation of `dep` to `head` at the moment it is attached: its own dependents are all known by then. */
export function labelFeatures(
  view: WordView,
  state: ParseState,
  label: Int32Array,
  head: number,
  dep: number,
  guide: Guide | null,
  out: Int32Array,
): number {
  const { lower, upos, feats, length, suffix3, shape, fine, coarse } = view;
  const none = length;
  const child = (side: Int32Array, at: number) => (at === none ? none : (side[at] as number) || none);
  const hw = lower[head] as number;
  const dw = lower[dep] as number;
  const hp = upos[head] as number;
  const dp = upos[dep] as number;
  const hf = feats[head] as number;
  const df = feats[dep] as number;
  const side = head === 0 ? 3 : head < dep ? 1 : 2;
  const far = bucket(Math.abs(head - dep)) * 4 + side;
  const dl = child(state.left1, dep);
  const dl2 = child(state.left2, dep);
  const dr = child(state.right1, dep);
  const hl = child(state.left1, head);
  const hr = child(state.right1, head);
  const tag = (at: number) => (upos[at] as number) * 64 + (at === none ? 0 : (label[at] as number));
  const prev = dep > 1 ? dep - 1 : none;
  const next = dep + 1 < length ? dep + 1 : none;
  const pair = mix(mix(hp, dp), side);
  let count = 0;
  let template = 400;
  const add = (a: number) => {
    out[count++] = mix(Math.imul(++template, 0x01000193), a);
  };
  add(mix(hw, side));
  add(mix(dw, side));
  add(mix(hp, side));
  add(mix(dp, side));
  add(pair);
  add(mix(pair, far));
  add(mix(pair, hw));
  add(mix(pair, dw));
  add(mix(pair, mix(hw, dw)));
  add(mix3(pair, hf, df));
  add(mix(pair, df));
  add(mix(pair, suffix3[dep] as number));
  add(mix(pair, suffix3[head] as number));
  add(mix(dp, shape[dep] as number));
  add(mix(pair, tag(dl)));
  add(mix3(pair, tag(dl), tag(dl2)));
  add(mix(pair, lower[dl] as number));
  add(mix(mix(pair, lower[dl] as number), dw));
  add(mix(mix(pair, lower[dl] as number), hw));
  add(mix(pair, tag(dr)));
  add(mix(pair, lower[dr] as number));
  add(mix(pair, tag(hl)));
  add(mix(pair, tag(hr)));
  add(mix3(pair, tag(hl), tag(hr)));
  add(mix3(pair, tag(hl), hf));
  add(mix(mix(pair, tag(hr)), hw));
  add(mix(pair, upos[prev] as number));
  add(mix(pair, upos[next] as number));
  add(mix(pair, lower[prev] as number));
  add(mix(pair, lower[next] as number));
  add(
    mix3(pair, Math.min(3, state.leftCount[head] as number), Math.min(3, state.rightCount[head] as number)),
  );
  add(mix3(pair, Math.min(3, state.leftCount[dep] as number), Math.min(3, state.rightCount[dep] as number)));
  add(mix(mix(pair, upos[prev] as number), upos[next] as number));
  const hc = fine[head] as number;
  const dc = fine[dep] as number;
  const hk = coarse[head] as number;
  const dk = coarse[dep] as number;
  add(mix(pair, hc));
  add(mix(pair, dc));
  add(mix(pair, mix(hc, dc)));
  add(mix(pair, mix(hk, dk)));
  add(mix(pair, mix(hw, dc)));
  add(mix(pair, mix(hc, dw)));
  add(mix(pair, fine[dl] as number));
  add(mix(mix(pair, lower[dl] as number), mix(hk, dk)));
  add(mix(mix(pair, lower[dl] as number), hc));
  add(mix(mix(pair, lower[dl] as number), dc));
  add(mix(mix(pair, tag(hl)), dk));
  if (guide) {
    const agrees = guide.head[dep] === head ? 1 : 2;
    const told = agrees * 128 + (guide.label[dep] as number);
    add(told);
    add(mix(told, pair));
    add(mix(told, dw));
    add(mix(told, mix(hw, dp)));
    add(mix(told, mix3(pair, hf, df)));
    add(mix(told, mix(pair, lower[dl] as number)));
    add(mix(told, mix(pair, dc)));
    add(mix(told, mix(pair, hc)));
  }
  return count;
}
