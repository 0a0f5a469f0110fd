import type { Signs } from './page-source.ts';

/**
 * Names of tags and attributes, looked up where they stand in a page: nothing is cut out of it, and letters of any size are the same. At
 * most 255 names of ASCII, in small letters.
 */
export class NameTable {
  /** By hash, the number of a name, from 1; names of one hash stand in a row, up to an empty slot. */
  private readonly slots = new Uint8Array(SLOTS);
  /** All names one behind the other, and where each begins. */
  private readonly letters: Uint8Array;
  private readonly starts: Uint16Array;

  constructor(names: readonly string[]) {
    this.letters = Buffer.from(names.join(''), 'latin1');
    this.starts = new Uint16Array(names.length + 1);
    for (let place = 0; place < names.length; place++) {
      const from = this.starts[place] as number;
      const to = from + (names[place] as string).length;
      this.starts[place + 1] = to;
      let slot = hashOf(this.letters, from, to);
      while (this.slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
      this.slots[slot] = place + 1;
    }
  }

  /** Place of the name that stands between two places of a page; -1 where it is none of them. */
  placeAt(signs: Signs, from: number, to: number): number {
    const { slots } = this;
    let slot = hashOf(signs, from, to);
    for (let number = slots[slot] as number; number !== 0; number = slots[slot] as number) {
      if (this.isAt(signs, from, to, number - 1)) return number - 1;
      slot = (slot + 1) & (SLOTS - 1);
    }
    return -1;
  }

  private isAt(signs: Signs, from: number, to: number, place: number): boolean {
    const { letters, starts } = this;
    const start = starts[place] as number;
    const length = (starts[place + 1] as number) - start;
    if (to - from !== length) return false;
    for (let at = 0; at < length; at++)
      if (small(signs[from + at] as number) !== letters[start + at]) return false;
    return true;
  }
}

const SLOTS = 1024;

/** Of the length, the first two signs and the last. */
function hashOf(signs: Signs, from: number, to: number): number {
  const length = to - from;
  const first = (signs[from] as number) | 32;
  const second = length > 1 ? (signs[from + 1] as number) | 32 : 0;
  const last = (signs[to - 1] as number) | 32;
  return (first * 7 + second * 61 + last * 149 + length * 17) & (SLOTS - 1);
}

function small(sign: number): number {
  return sign >= 65 && sign <= 90 ? sign | 32 : sign;
}
