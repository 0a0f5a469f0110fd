import { mix, mix3 } from '../hashing.ts';
import type { Scorer } from '../linear-table.ts';
import type { ParseState } from './state.ts';
import { between, type Landmarks, type WordView } from './word-view.ts';

const DISTANCES = [0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 6];

/** Numbers of the first template of each kind of decision, less one. */
const TRANSITION_TEMPLATE = 200;
const LABEL_TEMPLATE = 400;

function childOf(side: Int32Array, at: number, none: number): number {
  return at === none ? none : (side[at] as number) || none;
}

function tagOf(upos: Int32Array, label: Int32Array, at: number, none: number): number {
  return (upos[at] as number) * 64 + (at === none ? 0 : (label[at] as number));
}

function bucket(distance: number): number {
  return distance < DISTANCES.length ? (DISTANCES[distance] as number) : 7;
}

/**
 * Features of the next transition, after Zhang and Nivre (2011): words, tags, pairs and triples around the top of the stack
 * and the front of the buffer, distance, valency, labels and tags of their outermost dependents. `label` gives the class of
 * the relation of each attached word. Written into `scorer.features`, hashed; returns how many.
 */
export function transitionFeatures(
  view: WordView,
  state: ParseState,
  landmarks: Landmarks,
  label: Int32Array,
  scorer: Scorer,
): number {
  const out = scorer.features;
  const { lower, upos, feats, length, fine, coarse } = view;
  const none = length;
  const s0 = state.depth > 0 ? (state.stack[state.depth - 1] as number) : none;
  const s1 = state.depth > 1 ? (state.stack[state.depth - 2] as number) : none;
  const s2 = state.depth > 2 ? (state.stack[state.depth - 3] as number) : none;
  const b0 = state.front < length ? state.front : 0;
  const b1 = state.front + 1 < length ? state.front + 1 : none;
  const b2 = state.front + 2 < length ? state.front + 2 : none;
  const s0l = childOf(state.left1, s0, none);
  const s0r = childOf(state.right1, s0, none);
  const s1r = childOf(state.right1, s1, none);
  const b0l = b0 === 0 ? none : childOf(state.left1, b0, none);
  const s0l2 = childOf(state.left2, s0, none);
  const s0r2 = childOf(state.right2, s0, none);
  const b0l2 = b0 === 0 ? none : childOf(state.left2, b0, none);
  const s1r2 = childOf(state.right2, s1, none);
  const s0w = lower[s0] as number;
  const s1w = lower[s1] as number;
  const b0w = lower[b0] as number;
  const b1w = lower[b1] as number;
  const s0p = upos[s0] as number;
  const s1p = upos[s1] as number;
  const s2p = upos[s2] as number;
  const b0p = upos[b0] as number;
  const b1p = upos[b1] as number;
  const b2p = upos[b2] as number;
  // What several features are made of is mixed once.
  const s0wp = mix(s0w, s0p);
  const s1wp = mix(s1w, s1p);
  const b0wp = mix(b0w, b0p);
  const s0b0 = mix(s0p, b0p);
  const s1s0 = mix(s1p, s0p);
  const s1s0b0 = mix(s1s0, b0p);
  const s2s1s0 = mix(mix(s2p, s1p), s0p);
  const s0b0b1 = mix(s0b0, b1p);
  const near = bucket(Math.max(0, (b0 === 0 ? length : b0) - s0));
  const apart = s1 === none ? 8 : bucket(s0 - s1);
  const s0f = feats[s0] as number;
  const s1f = feats[s1] as number;
  const b0f = feats[b0] as number;
  const s0lt = tagOf(upos, label, s0l, none);
  const s0rt = tagOf(upos, label, s0r, none);
  const b0lt = tagOf(upos, label, b0l, none);
  const s1rt = tagOf(upos, label, s1r, none);
  const s0l2t = tagOf(upos, label, s0l2, none);
  const s0r2t = tagOf(upos, label, s0r2, none);
  const b0l2t = tagOf(upos, label, b0l2, none);
  const s1r2t = tagOf(upos, label, s1r2, none);
  let count = 0;
  out[count++] = s0wp;
  out[count++] = s0p;
  out[count++] = s0w;
  out[count++] = s1wp;
  out[count++] = s1p;
  out[count++] = s1w;
  out[count++] = mix(lower[s2] as number, s2p);
  out[count++] = s2p;
  out[count++] = b0wp;
  out[count++] = b0p;
  out[count++] = b0w;
  out[count++] = mix(b1w, b1p);
  out[count++] = b1p;
  out[count++] = mix(lower[b2] as number, b2p);
  out[count++] = b2p;
  out[count++] = mix(s0wp, b0p);
  out[count++] = s0b0;
  out[count++] = mix(s1p, s0wp);
  out[count++] = mix(s1wp, b0p);
  out[count++] = mix(s1p, b0wp);
  out[count++] = mix(s1p, b0p);
  out[count++] = mix(b0p, b1p);
  out[count++] = mix(b0wp, b1p);
  out[count++] = mix3(b0p, b1p, b2p);
  out[count++] = s0b0b1;
  out[count++] = s1s0b0;
  out[count++] = s2s1s0;
  out[count++] = mix(s2s1s0, b0p);
  out[count++] = mix(s1s0b0, b1p);
  out[count++] = mix(s0b0b1, b2p);
  out[count++] = mix3(s0p, s0lt, b0p);
  out[count++] = mix3(s0p, s0rt, b0p);
  out[count++] = mix3(s0p, b0lt, b0p);
  out[count++] = mix(s1s0, s0lt);
  out[count++] = mix(s1s0, s0rt);
  out[count++] = mix(s0p, mix(s0lt, s0l2t));
  out[count++] = mix(s0p, mix(s0rt, s0r2t));
  out[count++] = mix(b0p, mix(b0lt, b0l2t));
  out[count++] = mix(s1p, mix(s1rt, s1r2t));
  out[count++] = lower[s0l] as number;
  out[count++] = lower[s0r] as number;
  out[count++] = lower[b0l] as number;
  out[count++] = lower[s1r] as number;
  out[count++] = mix(s0wp, near);
  out[count++] = mix(s0p, near);
  out[count++] = mix(b0wp, near);
  out[count++] = mix(b0p, near);
  out[count++] = mix(s0b0, near);
  out[count++] = mix(s1s0, apart);
  out[count++] = mix(s0wp, apart + 16);
  const s0vl = Math.min(4, state.leftCount[s0] as number);
  const s0vr = Math.min(4, state.rightCount[s0] as number);
  const s1vr = Math.min(4, state.rightCount[s1] as number);
  const s1vl = Math.min(4, state.leftCount[s1] as number);
  const b0vl = Math.min(4, state.leftCount[b0] as number);
  out[count++] = mix(s0wp, s0vl);
  out[count++] = mix(s0p, s0vl);
  out[count++] = mix(s0wp, s0vr + 8);
  out[count++] = mix(s0p, s0vr + 8);
  out[count++] = mix(s1wp, s1vr);
  out[count++] = mix(s1p, s1vr);
  out[count++] = mix(s1p, s1vl + 8);
  out[count++] = mix(b0wp, b0vl);
  out[count++] = mix(b0p, b0vl);
  out[count++] = mix(s0p, s0f);
  out[count++] = mix(s1p, s1f);
  out[count++] = mix(b0p, b0f);
  out[count++] = mix3(s0b0, s0f, b0f);
  out[count++] = mix3(s1s0, s1f, s0f);
  out[count++] = mix3(s0b0, s1p, b0f);
  out[count++] = mix(state.front >= length ? 1 : 2, Math.min(state.depth, 3));
  const s0c = fine[s0] as number;
  const s1c = fine[s1] as number;
  const b0c = fine[b0] as number;
  const b1c = fine[b1] as number;
  const s0k = coarse[s0] as number;
  const s1k = coarse[s1] as number;
  const b0k = coarse[b0] as number;
  const s0b0c = mix(s0p, b0c);
  out[count++] = s0c;
  out[count++] = s1c;
  out[count++] = b0c;
  out[count++] = b1c;
  const s0cb0 = mix(s0c, b0p);
  out[count++] = s0cb0;
  out[count++] = s0b0c;
  out[count++] = mix(s0c, b0c);
  out[count++] = mix(s0c, s1p);
  out[count++] = mix(s0p, s1c);
  out[count++] = mix(s0c, s1c);
  out[count++] = mix(s1c, b0c);
  out[count++] = mix3(s0k, b0k, s1k);
  out[count++] = mix3(s0k, b0k, s0b0);
  out[count++] = mix3(s1k, s0k, s1s0);
  out[count++] = mix(s0b0, b1c);
  out[count++] = mix(s0cb0, fine[s0r] as number);
  out[count++] = mix(s0b0c, fine[b0l] as number);
  out[count++] = mix(s0c, near);
  const s0b0Between = s0 === none || b0 === 0 ? 31 : between(landmarks, s0, b0);
  const s1s0Between = s1 === none ? 31 : between(landmarks, s1, s0);
  const s0l0 = state.leftSet[s0] as number;
  const s0r0 = state.rightSet[s0] as number;
  const s1r0 = state.rightSet[s1] as number;
  const b0l0 = state.leftSet[b0] as number;
  out[count++] = mix(s0b0, s0b0Between);
  out[count++] = mix(s0wp, s0b0Between);
  out[count++] = mix(b0wp, s0b0Between);
  out[count++] = mix(s1s0, s1s0Between);
  out[count++] = mix(s1wp, s1s0Between);
  out[count++] = mix(s0p, s0l0);
  out[count++] = mix(s0w, s0l0);
  out[count++] = mix(s0p, s0r0);
  out[count++] = mix(s0w, s0r0);
  out[count++] = mix(s0b0, s0r0);
  out[count++] = mix(s1p, s1r0);
  out[count++] = mix(s1w, s1r0);
  out[count++] = mix(s1s0, s1r0);
  out[count++] = mix(b0p, b0l0);
  out[count++] = mix(b0w, b0l0);
  const one = b0 === 0 ? 3 : (landmarks.next[b0] as number);
  const two = b0 === 0 ? 3 : (landmarks.nextTwo[b0] as number);
  out[count++] = mix(s0b0, one);
  out[count++] = mix(s0b0, two);
  out[count++] = mix(b0wp, one);
  out[count++] = mix(s0wp, one);
  out[count++] = mix3(s0b0, b0f, two);
  out[count++] = mix3(s1s0, b0p, two);
  scorer.hash(count, TRANSITION_TEMPLATE);
  return count;
}

/** Features of the relation of `dep` to `head` at the moment it is attached: its own dependents are all known by then. */
export function labelFeatures(
  view: WordView,
  state: ParseState,
  landmarks: Landmarks,
  label: Int32Array,
  head: number,
  dep: number,
  scorer: Scorer,
): number {
  const out = scorer.features;
  const { lower, upos, feats, length, suffix3, shape, fine, coarse } = view;
  const none = length;
  const hw = lower[head] as number;
  const dw = lower[dep] as number;
  const hp = upos[head] as number;
  const dp = upos[dep] as number;
  const hf = feats[head] as number;
  const df = feats[dep] as number;
  const side = head === 0 ? 3 : head < dep ? 1 : 2;
  const far = bucket(Math.abs(head - dep)) * 4 + side;
  const dl = childOf(state.left1, dep, none);
  const dl2 = childOf(state.left2, dep, none);
  const dr = childOf(state.right1, dep, none);
  const hl = childOf(state.left1, head, none);
  const hr = childOf(state.right1, head, none);
  const prev = dep > 1 ? dep - 1 : none;
  const next = dep + 1 < length ? dep + 1 : none;
  const pair = mix(mix(hp, dp), side);
  const hc = fine[head] as number;
  const dc = fine[dep] as number;
  const hk = coarse[head] as number;
  const dk = coarse[dep] as number;
  const dlt = tagOf(upos, label, dl, none);
  const dl2t = tagOf(upos, label, dl2, none);
  const drt = tagOf(upos, label, dr, none);
  const hlt = tagOf(upos, label, hl, none);
  const hrt = tagOf(upos, label, hr, none);
  const dlw = mix(pair, lower[dl] as number);
  const kinds = mix(hk, dk);
  const pairHlt = mix(pair, hlt);
  const pairHrt = mix(pair, hrt);
  const pairDlt = mix(pair, dlt);
  const before = mix(pair, upos[prev] as number);
  const headLeft = mix(pair, state.leftSet[head] as number);
  let count = 0;
  out[count++] = mix(hw, side);
  out[count++] = mix(dw, side);
  out[count++] = mix(hp, side);
  out[count++] = mix(dp, side);
  out[count++] = pair;
  out[count++] = mix(pair, far);
  out[count++] = mix(pair, hw);
  out[count++] = mix(pair, dw);
  out[count++] = mix(pair, mix(hw, dw));
  out[count++] = mix3(pair, hf, df);
  out[count++] = mix(pair, df);
  out[count++] = mix(pair, suffix3[dep] as number);
  out[count++] = mix(pair, suffix3[head] as number);
  out[count++] = mix(dp, shape[dep] as number);
  out[count++] = pairDlt;
  out[count++] = mix(pairDlt, dl2t);
  out[count++] = dlw;
  out[count++] = mix(dlw, dw);
  out[count++] = mix(dlw, hw);
  out[count++] = mix(pair, drt);
  out[count++] = mix(pair, lower[dr] as number);
  out[count++] = pairHlt;
  out[count++] = pairHrt;
  out[count++] = mix(pairHlt, hrt);
  out[count++] = mix(pairHlt, hf);
  out[count++] = mix(pairHrt, hw);
  out[count++] = before;
  out[count++] = mix(pair, upos[next] as number);
  out[count++] = mix(pair, lower[prev] as number);
  out[count++] = mix(pair, lower[next] as number);
  out[count++] = mix3(
    pair,
    Math.min(3, state.leftCount[head] as number),
    Math.min(3, state.rightCount[head] as number),
  );
  out[count++] = mix3(
    pair,
    Math.min(3, state.leftCount[dep] as number),
    Math.min(3, state.rightCount[dep] as number),
  );
  out[count++] = mix(before, upos[next] as number);
  out[count++] = mix(pair, hc);
  out[count++] = mix(pair, dc);
  out[count++] = mix(pair, mix(hc, dc));
  out[count++] = mix(pair, kinds);
  out[count++] = mix(pair, mix(hw, dc));
  out[count++] = mix(pair, mix(hc, dw));
  out[count++] = mix(pair, fine[dl] as number);
  out[count++] = mix(dlw, kinds);
  out[count++] = mix(dlw, hc);
  out[count++] = mix(dlw, dc);
  out[count++] = mix(pairHlt, dk);
  out[count++] = mix(pair, head === 0 ? 31 : between(landmarks, Math.min(head, dep), Math.max(head, dep)));
  out[count++] = headLeft;
  out[count++] = mix(pair, state.rightSet[head] as number);
  out[count++] = mix(headLeft, hw);
  out[count++] = mix3(pair, state.leftSet[dep] as number, state.rightSet[dep] as number);
  scorer.hash(count, LABEL_TEMPLATE);
  return count;
}
