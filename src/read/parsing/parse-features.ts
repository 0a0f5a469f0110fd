import { mix, mix3 } from '../hashing.ts';
import type { ParseState } from './state.ts';
import type { WordView } from './word-view.ts';

/** Room for the features of one decision. */
export const PARSE_FEATURES = 96;

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
  out: Int32Array,
): number {
  const { lower, upos, feats, length } = view;
  const none = length;
  const s0 = state.depth > 0 ? (state.stack[state.depth - 1] as number) : none;
  const s1 = state.depth > 1 ? (state.stack[state.depth - 2] as number) : none;
  const s2 = state.depth > 2 ? (state.stack[state.depth - 3] as number) : none;
  const b0 = state.front < length ? state.front : 0;
  const b1 = state.front + 1 < length ? state.front + 1 : none;
  const b2 = state.front + 2 < length ? state.front + 2 : none;
  const w = (at: number) => lower[at] as number;
  const p = (at: number) => upos[at] as number;
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
  return count;
}

/** Features of the relation of `dep` to `head` at the moment it is attached: its own dependents are all known by then. */
export function labelFeatures(
  view: WordView,
  state: ParseState,
  label: Int32Array,
  head: number,
  dep: number,
  out: Int32Array,
): number {
  const { lower, upos, feats, length, suffix3, shape } = view;
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
  return count;
}
