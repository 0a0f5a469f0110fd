/**
 * Arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the dynamic oracle of Goldberg and Nivre (2013):
 * SHIFT moves the buffer's front to the stack; LEFT makes the front the head of the stack's top; RIGHT makes the
 * second of the stack the head of its top. Words count from 1; 0 is the root and stands at the END of the buffer, so that every
 * sentence gets exactly one root by a last LEFT.
 */
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

export class ParseState {
  /** Words and the root. */
  length: number;
  readonly head: Int32Array;
  readonly stack: Int32Array;
  depth = 0;
  /** Front of the buffer; `length` stands for the root at its end. */
  front = 1;
  /** Two outermost dependents on each side, 0 where none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  /** Relations of the dependents on each side, as a set of bits (classes of relations modulo 31). */
  readonly leftSet: Int32Array;
  readonly rightSet: Int32Array;

  constructor(length: number) {
    this.length = length;
    this.head = new Int32Array(length + 1).fill(-1);
    this.stack = new Int32Array(length + 1);
    this.left1 = new Int32Array(length + 1);
    this.left2 = new Int32Array(length + 1);
    this.right1 = new Int32Array(length + 1);
    this.right2 = new Int32Array(length + 1);
    this.leftCount = new Int32Array(length + 1);
    this.rightCount = new Int32Array(length + 1);
    this.leftSet = new Int32Array(length + 1);
    this.rightSet = new Int32Array(length + 1);
  }

  /** As new, for a sentence of `length` words and the root, at most as many as it was made for. */
  begin(length: number): void {
    this.length = length;
    this.depth = 0;
    this.front = 1;
    this.head.fill(-1, 0, length + 1);
    this.left1.fill(0, 0, length + 1);
    this.left2.fill(0, 0, length + 1);
    this.right1.fill(0, 0, length + 1);
    this.right2.fill(0, 0, length + 1);
    this.leftCount.fill(0, 0, length + 1);
    this.rightCount.fill(0, 0, length + 1);
    this.leftSet.fill(0, 0, length + 1);
    this.rightSet.fill(0, 0, length + 1);
  }

  get isDone(): boolean {
    return this.front === this.length && this.depth === 0;
  }

  canShift(): boolean {
    return this.front < this.length;
  }

  /** The root takes one dependent only: it may take the stack's last word. */
  canLeft(): boolean {
    return this.depth > 0 && (this.front < this.length || this.depth === 1);
  }

  canRight(): boolean {
    return this.depth > 1;
  }

  /** `label`: class of the relation of the word that is attached; 0 for SHIFT. */
  apply(transition: number, label = 0): void {
    if (transition === SHIFT) {
      this.stack[this.depth++] = this.front++;
      return;
    }
    const top = this.stack[--this.depth] as number;
    if (transition === LEFT) {
      const head = this.front < this.length ? this.front : 0;
      this.head[top] = head;
      this.left2[head] = this.left1[head] as number;
      this.left1[head] = top;
      this.leftCount[head] = (this.leftCount[head] as number) + 1;
      this.leftSet[head] = (this.leftSet[head] as number) | (1 << (label % 31));
    } else {
      const head = this.stack[this.depth - 1] as number;
      this.head[top] = head;
      this.right2[head] = this.right1[head] as number;
      this.right1[head] = top;
      this.rightCount[head] = (this.rightCount[head] as number) + 1;
      this.rightSet[head] = (this.rightSet[head] as number) | (1 << (label % 31));
    }
  }
}
