import { readFileSync } from 'node:fs';

/** Room for the features of one decision. */
export const MOST_FEATURES = 256;
/** Room for the scores of one decision: 32 blocks of 16 classes. */
export const MOST_CLASSES = 512;

/** Layout of the memory in bytes: features, scores (both of 32 bits), tables. The kernel reads and writes full vectors of 16. */
const SCORES_AT = MOST_FEATURES * 4;
const TABLES_AT = SCORES_AT + MOST_CLASSES * 4;
const SLACK = 16;
const PAGE = 65_536;

interface Exports {
  sum(count: number, table: number, mask: number, classes: number, blocks: number): void;
  sumFew(count: number, table: number, mask: number, classes: number): void;
  hash(count: number, template: number): void;
}

/** The part of the global that is used; the types of Node name it, but not its values. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (pages: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

let module: object | undefined;

/**
 * The tables of one model beside the code that adds up their rows on vectors (WebAssembly with SIMD, from kernel.wat): sums are
 * whole numbers, so the scores are those of a plain loop, bit by bit.
 */
export class Kernel {
  /** Where the caller writes the features of a decision. */
  readonly features: Int32Array;
  /** Where the scores of its classes are found; those beyond the table's classes mean nothing. */
  readonly scores: Int32Array;
  readonly #exports: Exports;

  /** `tables` are codes of 8 bits, one table behind the other; they are copied. */
  constructor(tables: Uint8Array) {
    module ??= new WebAssembly.Module(readFileSync(new URL('./kernel.wasm', import.meta.url)));
    const pages = Math.ceil((TABLES_AT + tables.length + SLACK) / PAGE);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    new Uint8Array(memory.buffer).set(tables, TABLES_AT);
    this.features = new Int32Array(memory.buffer, 0, MOST_FEATURES);
    this.scores = new Int32Array(memory.buffer, SCORES_AT, MOST_CLASSES);
    this.#exports = new WebAssembly.Instance(module, { host: { memory } }).exports as Exports;
  }

  /** Mixes the number of its template into each of the first `count` features, as `hashed` does. */
  hash(count: number, template: number): void {
    this.#exports.hash(count, template);
  }

  /**
   * Adds up the rows of the first `count` features of the table that begins `at` bytes behind the first one's beginning, for the
   * classes of the given {@link blocksOf}.
   */
  score(count: number, at: number, rows: number, classes: number, blocks: number): void {
    if (classes <= 4) this.#exports.sumFew(count, TABLES_AT + at, rows - 1, classes);
    else this.#exports.sum(count, TABLES_AT + at, rows - 1, classes, blocks);
  }
}

/** The blocks of 16 classes in which some of the given ones lie, a bit each. */
export function blocksOf(classes: Iterable<number>): number {
  let blocks = 0;
  for (const one of classes) blocks |= 1 << (one >> 4);
  return blocks;
}
