import { type ClassWords, classWords, LONGEST_NAMES } from './class-words.ts';
import { newList } from './lists.ts';
import type { PageSource } from './page-source.ts';

const MOST_KNOWN = 20_000;
/** At least twice as many, a power of two. */
const SLOTS = 65_536;
/** Names of one hash that are kept: more come only of pages made to harm. */
const LONGEST_ROW = 64;

/**
 * What values of `class` and `id` say, which come again and again, on a page and on the pages of an outlet: they are told by their bytes and
 * need not be made strings. So many are kept at most.
 */
class KnownNames {
  private readonly said = newList<ClassWords>();
  /** The names one behind the other, and where each begins. */
  private signs = new Uint8Array(65_536);
  private readonly starts = new Uint32Array(MOST_KNOWN + 1);
  /** By hash, the number of a name, from 1; those of one hash stand in a row, up to an empty slot. */
  private readonly slots = new Uint16Array(SLOTS);

  /** What the value between two places of a page says. */
  at(source: PageSource, from: number, to: number): ClassWords {
    const hash = hashOf(source, from, to);
    const isKept = hash >= 0 && to - from <= LONGEST_NAMES;
    let slot = hash & (SLOTS - 1);
    const most = isKept ? LONGEST_ROW : 0;
    let steps = 0;
    for (; steps < most; steps++) {
      const number = this.slots[slot] as number;
      if (number === 0) break;
      if (this.isSame(source, from, to, number - 1)) return this.said[number - 1] as ClassWords;
      slot = (slot + 1) & (SLOTS - 1);
    }
    const said = classWords(source.value(from, to));
    if (steps < most) this.keep(source, from, to, said, slot);
    return said;
  }

  private isSame({ signs }: PageSource, from: number, to: number, which: number): boolean {
    const own = this.signs;
    const start = this.starts[which] as number;
    const length = to - from;
    if ((this.starts[which + 1] as number) - start !== length) return false;
    for (let at = 0; at < length; at++) if (signs[from + at] !== own[start + at]) return false;
    return true;
  }

  private keep(source: PageSource, from: number, to: number, said: ClassWords, slot: number): void {
    if (this.said.length < MOST_KNOWN) {
      this.add(source, from, to, said);
      this.slots[slot] = this.said.length;
    } else this.forget();
  }

  private add({ signs }: PageSource, from: number, to: number, said: ClassWords): void {
    const start = this.starts[this.said.length] as number;
    const end = start + to - from;
    if (end > this.signs.length) {
      const more = new Uint8Array(2 * this.signs.length);
      more.set(this.signs);
      this.signs = more;
    }
    this.signs.set(signs.subarray(from, to), start);
    this.said.push(said);
    this.starts[this.said.length] = end;
  }

  private forget(): void {
    this.said.length = 0;
    this.slots.fill(0);
  }
}

export const knownNames = new KnownNames();

/** Of all signs; -1 where one is not of ASCII, so that what it means depends on how the page is read. */
function hashOf({ signs }: PageSource, from: number, to: number): number {
  let hash = to - from;
  let all = 0;
  for (let at = from; at < to; at++) {
    const sign = signs[at] as number;
    all |= sign;
    hash = Math.imul(hash ^ sign, 0x01000193);
  }
  return all > 127 ? -1 : (hash ^ (hash >>> 15)) & 0x7fffffff;
}
