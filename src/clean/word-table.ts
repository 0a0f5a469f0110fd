/** Words with what is known of them, looked up where they stand in a text: nothing is cut out of it. */
export class WordTable<T> {
  private readonly words: string[] = [];
  private readonly values: T[] = [];
  /** By hash, the number of a word, from 1; words of one hash stand in a row, up to an empty slot. */
  private readonly slots: Uint16Array;

  /** At most 16,000 words, each once and none empty. */
  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      this.words.push(word);
      this.values.push(value);
    }
    let size = 64;
    while (size < this.words.length * 4) size *= 2;
    this.slots = new Uint16Array(size);
    this.words.forEach((word, index) => {
      let slot = hashOf(word, 0, word.length) & (size - 1);
      while (this.slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.slots[slot] = index + 1;
    });
  }

  /** What is known of the word from `from` up to `to`; undefined where it is none of the table. */
  at(text: string, from: number, to: number): T | undefined {
    const { slots } = this;
    const last = slots.length - 1;
    let slot = hashOf(text, from, to) & last;
    for (let number = slots[slot] as number; number !== 0; number = slots[slot] as number) {
      if (isAt(text, from, to, this.words[number - 1] as string)) return this.values[number - 1];
      slot = (slot + 1) & last;
    }
    return undefined;
  }
}

/** Of the first letters, the last one and the length. */
function hashOf(text: string, from: number, to: number): number {
  const length = to - from;
  const first = text.charCodeAt(from);
  const second = length > 1 ? text.charCodeAt(from + 1) : 0;
  const third = length > 2 ? text.charCodeAt(from + 2) : 0;
  const mixed = Math.imul(
    first + (second << 5) + (third << 11) + (text.charCodeAt(to - 1) << 16),
    0x9e3779b1,
  );
  return (mixed >>> 15) + length * 7;
}

function isAt(text: string, from: number, to: number, word: string): boolean {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at++)
    if (text.charCodeAt(from + at) !== word.charCodeAt(at)) return false;
  return true;
}
