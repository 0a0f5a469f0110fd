import type { Matching } from './matching.ts';

/** Counts of one kind of line over all pages. */
export class Tally {
  readonly name: string;
  gold = 0;
  found = 0;
  /** Gold lines that were found. */
  covered = 0;
  /** Lines of the records that no gold line speaks for. */
  wrong = 0;

  constructor(name: string) {
    this.name = name;
  }

  add<Gold, Line>({ pairs, missed, wrong }: Matching<Gold, Line>): void {
    this.gold += pairs.length + missed.length;
    this.covered += pairs.length;
    this.found += new Set(pairs.map(([, line]) => line)).size + wrong.length;
    this.wrong += wrong.length;
  }

  get precision(): number {
    return this.found === 0 ? 0 : (this.found - this.wrong) / this.found;
  }

  get recall(): number {
    return this.gold === 0 ? 0 : this.covered / this.gold;
  }

  get f1(): number {
    const sum = this.precision + this.recall;
    return sum === 0 ? 0 : (2 * this.precision * this.recall) / sum;
  }

  row(): string {
    const numbers = [this.gold, this.found, this.covered, this.wrong].map((n) => String(n).padStart(7));
    const rates = [this.precision, this.recall, this.f1].map((n) => (100 * n).toFixed(1).padStart(8));
    return this.name.padEnd(12) + numbers.join('') + rates.join('');
  }
}

/** How often a field of matched lines is right. */
export class Share {
  readonly name: string;
  right = 0;
  all = 0;

  constructor(name: string) {
    this.name = name;
  }

  add(isRight: boolean): void {
    this.all += 1;
    if (isRight) this.right += 1;
  }

  row(): string {
    const percent = this.all === 0 ? '–' : `${((100 * this.right) / this.all).toFixed(1)} %`;
    return `${this.name.padEnd(34)}${percent.padStart(8)}   ${this.right} of ${this.all}`;
  }
}
