import { randomOf, shuffle } from './random.ts';

export interface LeaningOptions {
  readonly hidden: number;
  readonly epochs: number;
  readonly rate: number;
  readonly batch: number;
  readonly seed: number;
}

const DEFAULTS: LeaningOptions = { hidden: 48, epochs: 8, rate: 0.003, batch: 256, seed: 11 };

/**
 * How much each word's vector looks like those of listed first names, surnames, places, …: a small network (one hidden layer of
 * rectifiers, logistic outputs, Adam: Kingma and Ba 2015) learns list membership from the vectors, and its answer for a word says
 * what the lists would, had they heard of it. `labels[word]` holds a bit for each class. Gives word × class probabilities.
 */
export function learnLeanings(
  vectors: Float32Array,
  width: number,
  labels: readonly number[],
  classes: number,
  options = DEFAULTS,
): Float32Array {
  const { hidden, epochs, rate, batch, seed } = options;
  const count = labels.length;
  const random = randomOf(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const size = width * hidden + hidden + hidden * classes + classes;
  const [bias1, weights2, bias2] = [
    width * hidden,
    width * hidden + hidden,
    width * hidden + hidden + hidden * classes,
  ];
  const net = new Float64Array(size);
  for (let i = 0; i < bias1; i++) net[i] = 0.45 * normal();
  for (let i = weights2; i < bias2; i++) net[i] = 0.1 * normal();
  net.fill(-3, bias2);
  const [gradient, mean, square] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const layer = new Float64Array(hidden);
  const out = new Float64Array(classes);
  const back = new Float64Array(hidden);
  const forward = (word: number) => {
    for (let h = 0; h < hidden; h++) layer[h] = net[bias1 + h] as number;
    for (let i = 0; i < width; i++) {
      const x = vectors[word * width + i] as number;
      for (let h = 0, at = i * hidden; h < hidden; h++, at++)
        layer[h] = (layer[h] as number) + x * (net[at] as number);
    }
    for (let c = 0; c < classes; c++) {
      let sum = net[bias2 + c] as number;
      for (let h = 0; h < hidden; h++)
        if ((layer[h] as number) > 0)
          sum += (layer[h] as number) * (net[weights2 + h * classes + c] as number);
      out[c] = 1 / (1 + Math.exp(-sum));
    }
  };
  const order = labels.map((_, word) => word);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const pace = rate * (epoch >= epochs - 2 ? 0.3 : 1);
    for (let from = 0; from < count; from += batch) {
      gradient.fill(0);
      for (const word of order.slice(from, from + batch)) {
        forward(word);
        // The first words are the frequent ones, and the lists know them best.
        const weight = 1 / Math.sqrt(1 + word / 2000) / batch;
        back.fill(0);
        for (let c = 0; c < classes; c++) {
          const error = weight * ((out[c] as number) - (((labels[word] as number) >> c) & 1));
          gradient[bias2 + c] = (gradient[bias2 + c] as number) + error;
          for (let h = 0; h < hidden; h++) {
            if ((layer[h] as number) <= 0) continue;
            const at = weights2 + h * classes + c;
            gradient[at] = (gradient[at] as number) + error * (layer[h] as number);
            back[h] = (back[h] as number) + error * (net[at] as number);
          }
        }
        for (let h = 0; h < hidden; h++)
          gradient[bias1 + h] = (gradient[bias1 + h] as number) + (back[h] as number);
        for (let i = 0; i < width; i++) {
          const x = vectors[word * width + i] as number;
          for (let h = 0, at = i * hidden; h < hidden; h++, at++)
            gradient[at] = (gradient[at] as number) + x * (back[h] as number);
        }
      }
      step++;
      const [m, v] = [1 - 0.9 ** step, 1 - 0.999 ** step];
      for (let i = 0; i < size; i++) {
        const g = gradient[i] as number;
        mean[i] = 0.9 * (mean[i] as number) + 0.1 * g;
        square[i] = 0.999 * (square[i] as number) + 0.001 * g * g;
        net[i] =
          (net[i] as number) -
          (pace * ((mean[i] as number) / m)) / (Math.sqrt((square[i] as number) / v) + 1e-8);
      }
    }
    console.error(`leanings: epoch ${epoch + 1} of ${epochs}`);
  }
  const leanings = new Float32Array(count * classes);
  for (let word = 0; word < count; word++) {
    forward(word);
    leanings.set(out, word * classes);
  }
  return leanings;
}
