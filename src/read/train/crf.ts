import { mayFollow } from '../entities/tagger.ts';
import { randomOf, shuffle } from './random.ts';

/** A sentence ready for training: feature ids of each word, and its gold tags. */
export interface TrainingSentence {
  readonly features: readonly Int32Array[];
  readonly gold: readonly number[];
}

export interface CrfOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the pull to zero (L2), as a share of the gradient's step. */
  readonly l2: number;
  /** Share of the features that a word loses at each visit, so that none is relied on alone. */
  readonly dropout: number;
  readonly seed: number;
}

/** Weights of a trained chain: `weights[feature × tags + tag]`, `transitions[from × tags + to]`. */
export interface Crf {
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
}

/**
 * Trains a linear-chain CRF by stochastic gradient with AdaGrad steps (Duchi, Hazan and Singer 2011), one sentence at a
 * time; the gradient is gold minus expected counts from forward–backward. Weights are averaged over the last epochs.
 */
export function trainCrf(
  sentences: readonly TrainingSentence[],
  featureCount: number,
  tags: readonly string[],
  options: CrfOptions,
  afterEpoch: (epoch: number, crf: Crf) => void,
): Crf {
  const width = tags.length;
  const weights = new Float32Array(featureCount * width);
  const squares = new Float32Array(featureCount * width).fill(1e-6);
  const transitions = new Float32Array(width * width);
  const transitionSquares = new Float32Array(width * width).fill(1e-6);
  const sums = new Float32Array(featureCount * width);
  const transitionSums = new Float32Array(width * width);
  let summed = 0;
  const allowed = new Uint8Array(width * width);
  tags.forEach((from, a) => {
    tags.forEach((to, b) => {
      allowed[a * width + b] = mayFollow(from, to) ? 1 : 0;
    });
  });
  const mayStart = tags.map((tag) => mayFollow(null, tag));
  const mayEnd = tags.map((tag) => mayFollow(tag, null));
  const random = randomOf(options.seed);
  const order = sentences.map((_, index) => index);

  const step = (store: Float32Array, squareStore: Float32Array, at: number, gradient: number) => {
    const pulled = gradient - options.l2 * (store[at] as number);
    squareStore[at] = (squareStore[at] as number) + pulled * pulled;
    store[at] = (store[at] as number) + (options.rate * pulled) / Math.sqrt(squareStore[at] as number);
  };

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { features, gold } = sentences[index] as TrainingSentence;
      const length = gold.length;
      const kept = features.map((row) =>
        options.dropout > 0 ? row.filter((_, at) => at === 0 || random() >= options.dropout) : row,
      );
      const local = new Float64Array(length * width);
      for (let i = 0; i < length; i++) {
        for (const feature of kept[i] as Int32Array) {
          const row = feature * width;
          for (let tag = 0; tag < width; tag++) {
            local[i * width + tag] = (local[i * width + tag] as number) + (weights[row + tag] as number);
          }
        }
      }
      const { unary, pairs } = expected(local, transitions, allowed, mayStart, mayEnd, length, width);
      for (let i = 0; i < length; i++) {
        for (let tag = 0; tag < width; tag++) {
          const gradient = (gold[i] === tag ? 1 : 0) - (unary[i * width + tag] as number);
          if (Math.abs(gradient) < 1e-4) continue;
          for (const feature of kept[i] as Int32Array)
            step(weights, squares, feature * width + tag, gradient);
        }
        if (i > 0) {
          const at = (gold[i - 1] as number) * width + (gold[i] as number);
          pairs[at] = (pairs[at] as number) - 1;
        }
      }
      for (let at = 0; at < pairs.length; at++) {
        if (allowed[at] && Math.abs(pairs[at] as number) > 1e-6) {
          step(transitions, transitionSquares, at, -(pairs[at] as number));
        }
      }
    }
    if (epoch >= options.epochs / 2) {
      summed++;
      for (let at = 0; at < weights.length; at++) sums[at] = (sums[at] as number) + (weights[at] as number);
      for (let at = 0; at < transitions.length; at++) {
        transitionSums[at] = (transitionSums[at] as number) + (transitions[at] as number);
      }
    }
    afterEpoch(epoch, { weights, transitions });
  }
  return {
    weights: sums.map((sum) => sum / summed),
    transitions: transitionSums.map((sum) => sum / summed),
  };
}

/** Probabilities of each tag at each word, and expected counts of tag pairs. */
function expected(
  local: Float64Array,
  transitions: Float32Array,
  allowed: Uint8Array,
  mayStart: readonly boolean[],
  mayEnd: readonly boolean[],
  length: number,
  width: number,
) {
  const forward = new Float64Array(length * width);
  const backward = new Float64Array(length * width);
  const potential = new Float64Array(length * width);
  const move = new Float64Array(width * width);
  for (let at = 0; at < move.length; at++) move[at] = allowed[at] ? Math.exp(transitions[at] as number) : 0;
  for (let i = 0; i < length; i++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let tag = 0; tag < width; tag++) top = Math.max(top, local[i * width + tag] as number);
    for (let tag = 0; tag < width; tag++) {
      potential[i * width + tag] = Math.exp((local[i * width + tag] as number) - top);
    }
  }
  const normal = (store: Float64Array, i: number) => {
    let sum = 0;
    for (let tag = 0; tag < width; tag++) sum += store[i * width + tag] as number;
    for (let tag = 0; tag < width; tag++) {
      store[i * width + tag] = sum > 0 ? (store[i * width + tag] as number) / sum : 1 / width;
    }
  };
  for (let i = 0; i < length; i++) {
    for (let to = 0; to < width; to++) {
      let sum = 0;
      if (i === 0) sum = mayStart[to] ? 1 : 0;
      else {
        for (let from = 0; from < width; from++) {
          sum += (forward[(i - 1) * width + from] as number) * (move[from * width + to] as number);
        }
      }
      forward[i * width + to] = sum * (potential[i * width + to] as number);
    }
    normal(forward, i);
  }
  for (let i = length - 1; i >= 0; i--) {
    for (let from = 0; from < width; from++) {
      let sum = 0;
      if (i === length - 1) sum = mayEnd[from] ? 1 : 0;
      else {
        for (let to = 0; to < width; to++) {
          sum +=
            (move[from * width + to] as number) *
            (potential[(i + 1) * width + to] as number) *
            (backward[(i + 1) * width + to] as number);
        }
      }
      backward[i * width + from] = sum;
    }
    normal(backward, i);
  }
  const unary = new Float64Array(length * width);
  const pairs = new Float64Array(width * width);
  const cell = new Float64Array(width * width);
  for (let i = 0; i < length; i++) {
    for (let tag = 0; tag < width; tag++) {
      unary[i * width + tag] = (forward[i * width + tag] as number) * (backward[i * width + tag] as number);
    }
    normal(unary, i);
    if (i === 0) continue;
    let sum = 0;
    for (let from = 0; from < width; from++) {
      for (let to = 0; to < width; to++) {
        const value =
          (forward[(i - 1) * width + from] as number) *
          (move[from * width + to] as number) *
          (potential[i * width + to] as number) *
          (backward[i * width + to] as number);
        cell[from * width + to] = value;
        sum += value;
      }
    }
    if (sum > 0)
      for (let at = 0; at < cell.length; at++) pairs[at] = (pairs[at] as number) + (cell[at] as number) / sum;
  }
  return { unary, pairs };
}
