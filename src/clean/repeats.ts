import { newList } from './lists.ts';
import type { Signs } from './name-table.ts';

/**
 * Finds stretches of a page that stood in it before, with what was made of them then, so that they need neither be cut out nor looked up
 * again. Memory is linear in the number of different stretches.
 */
export class Repeats<T extends object> {
  private readonly signs: Signs;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly values = newList<T>();
  /** By hash, the number of a stretch, from 1; those of one hash stand in a row, up to an empty slot. */
  private slots = new Int32Array(512);

  constructor(signs: Signs) {
    this.signs = signs;
  }

  /** What was made of the stretch when it came first; undefined where this is the first. */
  find(from: number, to: number): T | undefined {
    const { slots, starts, ends } = this;
    const last = slots.length - 1;
    let slot = this.hashOf(from, to) & last;
    for (let number = slots[slot] as number; number !== 0; number = slots[slot] as number) {
      if (this.isSame(from, to, starts[number - 1] as number, ends[number - 1] as number))
        return this.values[number - 1];
      slot = (slot + 1) & last;
    }
    return undefined;
  }

  add(from: number, to: number, value: T): void {
    this.starts.push(from);
    this.ends.push(to);
    this.values.push(value);
    if (this.values.length * 2 < this.slots.length) this.put(this.values.length);
    else {
      this.slots = new Int32Array(this.slots.length * 4);
      for (let number = 1; number <= this.values.length; number++) this.put(number);
    }
  }

  private put(number: number): void {
    const last = this.slots.length - 1;
    let slot = this.hashOf(this.starts[number - 1] as number, this.ends[number - 1] as number) & last;
    while (this.slots[slot] !== 0) slot = (slot + 1) & last;
    this.slots[slot] = number;
  }

  /** Of the length and every few signs. */
  private hashOf(from: number, to: number): number {
    const { signs } = this;
    const step = 1 + ((to - from) >> 4);
    let hash = to - from;
    for (let at = from; at < to; at += step) hash = Math.imul(hash ^ (signs[at] as number), 0x01000193);
    return hash ^ (hash >>> 15);
  }

  private isSame(from: number, to: number, start: number, end: number): boolean {
    if (to - from !== end - start) return false;
    const { signs } = this;
    for (let at = 0; at < to - from; at++) if (signs[from + at] !== signs[start + at]) return false;
    return true;
  }
}
