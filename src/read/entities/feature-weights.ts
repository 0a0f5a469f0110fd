import type { FeatureRow } from './features.ts';

/** One bit in so many tells which hashes may be there at all; most features of a text were never seen in training. */
const FILTER_BITS = 1 << 21;

/**
 * The weights of hashed features, a row of `width` bytes for each, found by open addressing: a slot holds the feature's hash and its
 * place plus one, zero where it is free. A small filter before it spares most look-ups of what is not there the way to memory.
 */
export class FeatureWeights {
  readonly #slots: Int32Array;
  readonly #filter = new Int32Array(FILTER_BITS >> 5);
  readonly #weights: Int8Array;
  readonly #width: number;

  /** `weights[i × width …]` belong to `hashes[i]`. */
  constructor(hashes: Uint32Array, weights: Int8Array, width: number) {
    let size = 1024;
    while (size < hashes.length * 2) size *= 2;
    this.#slots = new Int32Array(size * 2);
    this.#weights = weights;
    this.#width = width;
    for (let index = 0; index < hashes.length; index++) {
      const hash = (hashes[index] as number) | 0;
      let slot = hash & (size - 1);
      while (this.#slots[2 * slot + 1] !== 0) slot = (slot + 1) & (size - 1);
      this.#slots[2 * slot] = hash;
      this.#slots[2 * slot + 1] = index + 1;
      const bit = hash >>> 11;
      this.#filter[bit >> 5] = (this.#filter[bit >> 5] as number) | (1 << (bit & 31));
    }
  }

  /** Adds the weights of the row's features to `sums`, of the length `width`. */
  addTo(sums: Int32Array, { values, count }: FeatureRow): void {
    const slots = this.#slots;
    const filter = this.#filter;
    const weights = this.#weights;
    const width = this.#width;
    const mask = (slots.length >> 1) - 1;
    for (let at = 0; at < count; at++) {
      const hash = values[at] as number;
      const bit = hash >>> 11;
      if ((((filter[bit >> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
      let slot = 2 * (hash & mask);
      while (slots[slot] !== hash && slots[slot + 1] !== 0) slot = (slot + 2) & (2 * mask + 1);
      const entry = slots[slot + 1] as number;
      if (entry === 0) continue;
      const start = (entry - 1) * width;
      for (let tag = 0; tag < width; tag++)
        sums[tag] = (sums[tag] as number) + (weights[start + tag] as number);
    }
  }
}
