/**
 * Tells quickly which words of a text may be among a few that are looked for, by their first two letters and their length, before a word is
 * cut out and looked up. Latin letters of any size are the same to it.
 */
export class WordGate {
  /** By two letters, five bits each, the lengths that words have: a bit a length. */
  private readonly lengths = new Uint32Array(1024);

  constructor(words: Iterable<string> = []) {
    for (const word of words) this.add(word, word.length);
  }

  /** Lets words pass that begin as `stem` does and are no longer than `longest`. */
  add(stem: string, longest: number): void {
    const at = placeOf(stem, 0, stem.length);
    for (let length = stem.length; length <= longest; length++)
      this.lengths[at] = (this.lengths[at] as number) | bitOf(length);
  }

  /** False where the word from `from` up to `to` is surely none of them. */
  lets(text: string, from: number, to: number): boolean {
    return ((this.lengths[placeOf(text, from, to)] as number) & bitOf(to - from)) !== 0;
  }

  /** The same for a text given by its UTF-16 units. Letters beyond ASCII are let through: of theirs not all sizes are the same here. */
  letsUnits(units: ArrayLike<number>, from: number, to: number): boolean {
    const first = units[from] as number;
    const second = to - from > 1 ? (units[from + 1] as number) : 0;
    if (first > 127 || second > 127) return true;
    return ((this.lengths[((first & 31) << 5) | (second & 31)] as number) & bitOf(to - from)) !== 0;
  }
}

function placeOf(text: string, from: number, to: number): number {
  const first = (text.charCodeAt(from) & 31) << 5;
  return to - from > 1 ? first | (text.charCodeAt(from + 1) & 31) : first;
}

function bitOf(length: number): number {
  return 1 << (length < 31 ? length : 31);
}
