import { readFileSync } from 'node:fs';

/** Room for the features of one word. */
export const MOST_FEATURES = 96;
/** Room for the words of one decoding. */
export const MOST_WORDS = 256;
/** What a weight's byte counts in moves and beginnings: they are whole numbers, so that vectors add as a plain loop does. */
export const BYTE = 64;
/** Less than any way over {@link MOST_WORDS} words is worth; twice of it still fits 32 bits. */
export const IMPOSSIBLE = -1_000_000_000;

/** The vectors hold so many tags. */
const LANES = 16;
/** Layout of the memory in bytes. A row of a word's tags has 32 bits for each, a kept sum 16, the weights of a feature 8. */
const SCORES_AT = MOST_FEATURES * 4;
const BASES_AT = SCORES_AT + LANES * 4;
const NOTHING_AT = BASES_AT + 2 * LANES * 4;
const MOVES_AT = NOTHING_AT + LANES * 4;
const WORDS_AT = MOVES_AT + LANES * LANES * 4;
const BEST_AT = WORDS_AT + MOST_WORDS * LANES * 4;
const KEPT_AT = BEST_AT + MOST_WORDS * LANES;
const KEPT_BYTES = LANES * 2;
const PAGE = 65_536;

/** A trained chain: row `i` of `weights` belongs to `hashes[i]`, a byte for each tag. */
export interface Chain {
  readonly hashes: Uint32Array;
  readonly weights: Int8Array;
  readonly tags: number;
  /** What the step `from × tags + to` is worth, in units of {@link BYTE}; {@link IMPOSSIBLE} where it may not be made. */
  readonly moves: ArrayLike<number>;
  /** What each tag is worth on the first word, and on every other one. */
  readonly bases: readonly [first: ArrayLike<number>, other: ArrayLike<number>];
}

interface Exports {
  keep(count: number, to: number): void;
  emit(count: number, to: number, base: number, ...kept: number[]): void;
  decode(length: number, words: number, moves: number, scores: number, best: number): void;
}

/** The part of the global that is used; the types of Node name it, but not its values. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (pages: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/**
 * The weights of a chain beside the code that adds them up and finds the best way through a sentence (WebAssembly with SIMD,
 * from chain.wat). Weights are found by open addressing. Sums that are wanted again can be kept.
 */
export class ChainKernel {
  /** Where the caller writes the features of a word, before they are stirred. */
  readonly features: Int32Array;
  /** The address of a sum of nothing. */
  readonly nothing = NOTHING_AT;
  readonly #tags: number;
  readonly #scores: Int32Array;
  readonly #best: Uint8Array;
  readonly #exports: Exports;

  /** With room for so many kept sums. */
  constructor({ hashes, weights, tags, moves, bases }: Chain, kept: number) {
    let slots = 1024;
    while (slots < hashes.length * 2) slots *= 2;
    const slotsAt = KEPT_AT + kept * KEPT_BYTES;
    const rowsAt = slotsAt + slots * 8;
    const pages = Math.ceil((rowsAt + (hashes.length + 1) * LANES) / PAGE);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { buffer } = memory;
    fillSlots(new Int32Array(buffer, slotsAt, slots * 2), hashes);
    const rows = new Int8Array(buffer, rowsAt);
    for (let row = 0; row < hashes.length; row++)
      rows.set(weights.subarray(row * tags, (row + 1) * tags), row * LANES);
    const numbers = new Int32Array(buffer, 0, KEPT_AT / 4);
    bases.forEach((base, which) => {
      numbers.set(base, BASES_AT / 4 + which * LANES);
    });
    for (let from = 0; from < tags; from++)
      for (let to = 0; to < tags; to++)
        numbers[MOVES_AT / 4 + from * LANES + to] = moves[from * tags + to] as number;
    this.features = numbers.subarray(0, MOST_FEATURES);
    this.#tags = tags;
    this.#scores = numbers.subarray(SCORES_AT / 4, SCORES_AT / 4 + tags);
    this.#best = new Uint8Array(buffer, BEST_AT, MOST_WORDS * LANES);
    const module = new WebAssembly.Module(readFileSync(new URL('./chain.wasm', import.meta.url)));
    const host = { memory, slots: slotsAt, mask: slots - 1, rows: rowsAt, tags };
    this.#exports = new WebAssembly.Instance(module, { host }).exports as Exports;
  }

  /** The address of the kept sum with this number. */
  kept(number: number): number {
    return KEPT_AT + number * KEPT_BYTES;
  }

  /** Keeps the sum of the first `count` features at an address of {@link kept}. */
  keep(count: number, at: number): void {
    this.#exports.keep(count, at);
  }

  /** What the tags of word `i` are worth: the first `count` features and seven kept sums, given by their addresses. */
  word(
    i: number,
    count: number,
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
    f: number,
    g: number,
  ): void {
    const base = i === 0 ? BASES_AT : BASES_AT + LANES * 4;
    this.#exports.emit(count, WORDS_AT + i * LANES * 4, base, a, b, c, d, e, f, g);
  }

  /** The best tags of `length` words into `path` from `start` on, by Viterbi; `mayEnd` says which tags the last one may have. */
  decode(length: number, mayEnd: readonly boolean[], path: Uint8Array, start: number): void {
    if (length === 0) return;
    this.#exports.decode(length, WORDS_AT, MOVES_AT, SCORES_AT, BEST_AT);
    let tag = 0;
    let top = Number.NEGATIVE_INFINITY;
    for (let last = 0; last < this.#tags; last++) {
      if (mayEnd[last] && (this.#scores[last] as number) > top) {
        top = this.#scores[last] as number;
        tag = last;
      }
    }
    const best = this.#best;
    for (let i = length - 1; i >= 0; i--) {
      path[start + i] = tag;
      tag = best[i * LANES + tag] as number;
    }
  }
}

/** A slot is a hash and the number of its row plus one. */
function fillSlots(slots: Int32Array, hashes: Uint32Array): void {
  const mask = slots.length / 2 - 1;
  for (let row = 0; row < hashes.length; row++) {
    const hash = (hashes[row] as number) | 0;
    let slot = hash & mask;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = row + 1;
  }
}
