/** How many of a hash's first bits the directory goes by. */
const BITS = 16;

/**
 * A rising list of 32-bit hashes to look in: a directory by their first bits says where to look, and as hashes are spread evenly, one or
 * two steps are enough.
 */
export class RisingHashes {
  readonly #hashes: Uint32Array;
  /** Where the hashes that begin with each number begin. */
  readonly #starts = new Uint32Array((1 << BITS) + 1);

  constructor(hashes: Uint32Array) {
    this.#hashes = hashes;
    let next = 0;
    for (let bits = 0; bits < 1 << BITS; bits++) {
      while (next < hashes.length && (hashes[next] as number) >>> (32 - BITS) < bits) next++;
      this.#starts[bits] = next;
    }
    this.#starts[1 << BITS] = hashes.length;
  }

  /** Where the hash is; -1 where it is not. Signed or unsigned. */
  placeOf(hash: number): number {
    const sought = hash >>> 0;
    const bits = sought >>> (32 - BITS);
    const end = this.#starts[bits + 1] as number;
    for (let at = this.#starts[bits] as number; at < end; at++) {
      const value = this.#hashes[at] as number;
      if (value >= sought) return value === sought ? at : -1;
    }
    return -1;
  }
}
