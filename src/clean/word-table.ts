/** Words with what is known of them, looked up where they stand in a text: nothing is cut out of it. */
export class WordTable<T> {
  private readonly words: string[] = [];
  private readonly values: T[] = [];
  /** All words one behind the other, and where each begins. */
  private readonly letters: Uint16Array;
  private readonly starts: Uint32Array;
  private readonly longest: number;
  /** By hash, the number of a word, from 1; words of one hash stand in a row, up to an empty slot. */
  private readonly slots: Uint16Array;

  /** At most 16,000 words, each once and none empty. */
  constructor(entries: Iterable<readonly [string, T]>) {
    for (const entry of entries) {
      this.words.push(entry[0]);
      this.values.push(entry[1]);
    }
    const { length } = this.words;
    this.starts = new Uint32Array(length + 1);
    let [size, longest] = [64, 0];
    while (size < length * 4) size *= 2;
    this.slots = new Uint16Array(size);
    for (let place = 0; place < length; place++) {
      const word = this.words[place] as string;
      this.starts[place + 1] = (this.starts[place] as number) + word.length;
      longest = Math.max(longest, word.length);
    }
    this.longest = longest;
    this.letters = new Uint16Array(this.starts[length] as number);
    for (let place = 0; place < length; place++) this.put(this.words[place] as string, place);
  }

  private put(word: string, place: number): void {
    const start = this.starts[place] as number;
    for (let at = 0; at < word.length; at++) this.letters[start + at] = word.charCodeAt(at);
    const last = this.slots.length - 1;
    let slot = hashOf(this.letters, start, start + word.length) & last;
    while (this.slots[slot] !== 0) slot = (slot + 1) & last;
    this.slots[slot] = place + 1;
  }

  /** What is known of the word from `from` up to `to` of a text; undefined where it is none of the table. */
  at(text: string, from: number, to: number): T | undefined {
    const length = to - from;
    if (length > this.longest) return undefined;
    for (let at = 0; at < length; at++) cut[at] = text.charCodeAt(from + at);
    return this.in(cut, 0, length);
  }

  /** The same for a text that is given by its UTF-16 units. */
  in(units: Uint16Array, from: number, to: number): T | undefined {
    if (to - from > this.longest) return undefined;
    const { slots } = this;
    const last = slots.length - 1;
    let slot = hashOf(units, from, to) & last;
    for (let number = slots[slot] as number; number !== 0; number = slots[slot] as number) {
      if (this.isAt(units, from, to, number - 1)) return this.values[number - 1];
      slot = (slot + 1) & last;
    }
    return undefined;
  }

  private isAt(units: Uint16Array, from: number, to: number, place: number): boolean {
    const { letters } = this;
    const start = this.starts[place] as number;
    const length = (this.starts[place + 1] as number) - start;
    if (length !== to - from) return false;
    for (let at = 0; at < length; at++) if (units[from + at] !== letters[start + at]) return false;
    return true;
  }
}

const LONGEST = 256;
/** A word that is cut out of a text to be looked up. */
const cut = new Uint16Array(LONGEST);

/** Of the first letters, the last one and the length. */
function hashOf(units: Uint16Array, from: number, to: number): number {
  const length = to - from;
  const first = units[from] as number;
  const second = length > 1 ? (units[from + 1] as number) : 0;
  const third = length > 2 ? (units[from + 2] as number) : 0;
  const mixed = Math.imul(
    first + (second << 5) + (third << 11) + ((units[to - 1] as number) << 16),
    0x9e3779b1,
  );
  return (mixed >>> 15) + length * 7;
}
