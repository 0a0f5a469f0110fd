import type { LinearTable } from '../linear-table.ts';

/**
 * An averaged perceptron over hashed features (Collins 2002; averaging by time stamps as in Daumé's thesis, 2006).
 */
export class Perceptron {
  readonly table: LinearTable & { weights: Float32Array };
  readonly #sums: Float64Array;
  #time = 1;

  constructor(rows: number, classes: number) {
    this.table = { rows, classes, weights: new Float32Array(rows * classes) };
    this.#sums = new Float64Array(rows * classes);
  }

  /** One decision made: rewards the right class and takes from the wrong one. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    this.#time++;
    if (right === wrong) return;
    const { rows, classes, weights } = this.table;
    for (let index = 0; index < count; index++) {
      const base = ((features[index] as number) & (rows - 1)) * classes;
      weights[base + right] = (weights[base + right] as number) + 1;
      weights[base + wrong] = (weights[base + wrong] as number) - 1;
      this.#sums[base + right] = (this.#sums[base + right] as number) + this.#time;
      this.#sums[base + wrong] = (this.#sums[base + wrong] as number) - this.#time;
    }
  }

  /** The average of the weights over all decisions so far. */
  averaged(): LinearTable & { weights: Float32Array } {
    const { rows, classes, weights } = this.table;
    const averages = new Float32Array(weights.length);
    for (let index = 0; index < weights.length; index++) {
      if (weights[index] !== 0 || this.#sums[index] !== 0) {
        averages[index] = (weights[index] as number) - (this.#sums[index] as number) / this.#time;
      }
    }
    return { rows, classes, weights: averages };
  }
}

/** Rounds to 8 bits; the scale is such that one weight in ten thousand of those that are not zero is clipped. */
export function quantized({ rows, classes, weights }: LinearTable): LinearTable & { weights: Int8Array } {
  const sizes = Float32Array.from(weights as Float32Array)
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  const top = sizes[Math.floor((sizes.length - 1) * 0.9999)] ?? 1;
  const small = new Int8Array(weights.length);
  for (let index = 0; index < weights.length; index++) {
    small[index] = Math.max(-127, Math.min(127, Math.round(((weights[index] as number) / top) * 127)));
  }
  return { rows, classes, weights: small };
}
