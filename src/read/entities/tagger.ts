import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { featuresOf, type SentenceFeatures, WIDTH } from './features.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { WordBook } from './words.ts';

/** Head of a model file; what follows are the hashes, the weights in int8, the transitions in float32. */
export const ModelHead = z.object({
  tags: z.array(z.string()),
  features: z.int(),
  /** A weight is its byte times this. */
  scale: z.number(),
  /** Taken from the score of 'no entity', so that precision and recall are even on the dev file. */
  boldness: z.number(),
  trainedOn: z.string(),
  licence: z.string(),
});
export type ModelHead = z.infer<typeof ModelHead>;

/** May tag `to` follow tag `from` (BIOES)? `from` null at the beginning, `to` null at the end. */
export function mayFollow(from: string | null, to: string | null): boolean {
  const open = from !== null && (from.startsWith('B-') || from.startsWith('I-'));
  const inside = to !== null && (to.startsWith('I-') || to.startsWith('E-'));
  if (open !== inside) return false;
  return !open || from?.slice(2) === to?.slice(2);
}

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features, decoded by Viterbi.
 * Time is linear in the sentence; the square of the thirteen tags is its constant.
 */
export class EntityTagger {
  readonly tags: readonly string[];
  readonly #slots: Int32Array;
  readonly #hashes: Uint32Array;
  readonly #weights: Int8Array;
  readonly #scale: number;
  readonly #transitions: Float32Array;
  readonly #boldness: number;
  readonly #book: WordBook;
  readonly #gazetteer: Gazetteer;
  readonly #before: readonly (readonly number[])[];
  readonly #mayStart: readonly boolean[];
  readonly #mayEnd: readonly boolean[];

  /** `tags[0]` of the model is 'O'. */
  constructor(url: URL, book: WordBook, gazetteer: Gazetteer) {
    const file = readFileSync(url);
    if (file.toString('latin1', 0, 4) !== 'TLE1') throw new Error(`${url.pathname} is no entity model`);
    const headLength = file.readUInt32LE(4);
    const head = ModelHead.parse(JSON.parse(file.toString('utf8', 8, 8 + headLength)));
    const width = head.tags.length;
    const { features } = head;
    const start = 8 + headLength;
    const bytes = file.buffer.slice(file.byteOffset + start, file.byteOffset + file.byteLength);
    this.tags = head.tags;
    this.#scale = head.scale;
    this.#boldness = head.boldness;
    this.#hashes = new Uint32Array(bytes, 0, features);
    this.#transitions = new Float32Array(bytes, features * 4, width * width);
    this.#weights = new Int8Array(bytes, features * 4 + width * width * 4, features * width);
    this.#slots = slotsOf(this.#hashes);
    this.#book = book;
    this.#gazetteer = gazetteer;
    this.#before = head.tags.map((to) =>
      head.tags.flatMap((from, index) => (mayFollow(from, to) ? [index] : [])),
    );
    this.#mayStart = head.tags.map((tag) => mayFollow(null, tag));
    this.#mayEnd = head.tags.map((tag) => mayFollow(tag, null));
  }

  /** The best tag of each word, as indexes into `tags`, from the words alone. */
  tag(forms: readonly string[]): Uint8Array {
    return this.#decode(featuresOf(forms, this.#book, this.#gazetteer), forms.length);
  }

  #decode({ values, counts }: SentenceFeatures, length: number): Uint8Array {
    const width = this.tags.length;
    const slots = this.#slots;
    const hashes = this.#hashes;
    const weights = this.#weights;
    const transitions = this.#transitions;
    const mask = slots.length - 1;
    const best = new Uint8Array(length * width);
    let scores = new Float64Array(width);
    let next = new Float64Array(width);
    const local = new Int32Array(width);
    for (let i = 0; i < length; i++) {
      local.fill(0);
      const end = i * WIDTH + (counts[i] as number);
      for (let at = i * WIDTH; at < end; at++) {
        const hash = values[at] as number;
        let slot = hash & mask;
        let entry = slots[slot] as number;
        while (entry !== 0 && hashes[entry - 1] !== hash) {
          slot = (slot + 1) & mask;
          entry = slots[slot] as number;
        }
        if (entry === 0) continue;
        const row = (entry - 1) * width;
        for (let tag = 0; tag < width; tag++) {
          local[tag] = (local[tag] as number) + (weights[row + tag] as number);
        }
      }
      for (let tag = 0; tag < width; tag++) {
        const own = (local[tag] as number) * this.#scale - (tag === 0 ? this.#boldness : 0);
        if (i === 0) {
          next[tag] = this.#mayStart[tag] ? own : Number.NEGATIVE_INFINITY;
          continue;
        }
        let top = Number.NEGATIVE_INFINITY;
        let from = 0;
        const befores = this.#before[tag] as readonly number[];
        for (let place = 0; place < befores.length; place++) {
          const before = befores[place] as number;
          const score = (scores[before] as number) + (transitions[before * width + tag] as number);
          if (score > top) {
            top = score;
            from = before;
          }
        }
        next[tag] = top + own;
        best[i * width + tag] = from;
      }
      [scores, next] = [next, scores];
    }
    const path = new Uint8Array(length);
    if (length === 0) return path;
    let tag = 0;
    let top = Number.NEGATIVE_INFINITY;
    for (let last = 0; last < width; last++) {
      if (this.#mayEnd[last] && (scores[last] as number) > top) {
        top = scores[last] as number;
        tag = last;
      }
    }
    for (let i = length - 1; i >= 0; i--) {
      path[i] = tag;
      tag = best[i * width + tag] as number;
    }
    return path;
  }
}

/** Open addressing over the hashes: a slot holds an index plus one, zero where it is free. */
function slotsOf(hashes: Uint32Array): Int32Array {
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const slots = new Int32Array(size);
  for (let index = 0; index < hashes.length; index++) {
    let slot = (hashes[index] as number) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index + 1;
  }
  return slots;
}
