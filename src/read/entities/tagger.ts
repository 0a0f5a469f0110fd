import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FeatureWeights } from './feature-weights.ts';
import {
  addAlone,
  addTogether,
  FeatureRow,
  PLACES,
  type SentenceView,
  viewOf,
  type WordPlace,
} from './features.ts';
import type { Gazetteer, Marks } from './gazetteer.ts';
import { EDGE, KEPT, type WordBook, type WordFacts } from './words.ts';

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
  readonly #weights: FeatureWeights;
  readonly #scale: number;
  readonly #boldness: number;
  readonly #book: WordBook;
  readonly #gazetteer: Gazetteer;
  /** Tags that may stand before each, and what the step from each of them to it is worth. */
  readonly #before: readonly Uint8Array[];
  readonly #moves: readonly Float64Array[];
  readonly #mayStart: readonly boolean[];
  readonly #mayEnd: readonly boolean[];
  /** What every word has: the template without a value. */
  readonly #everywhere: Int32Array;
  readonly #row = new FeatureRow();
  // Room that one decoding after the other works in.
  readonly #scores: Float64Array;
  readonly #next: Float64Array;
  readonly #local: Int32Array;
  #starts = new Int32Array(64);
  /** Sums of the weights of what a word adds by itself, by its slot and by where it stands; see {@link PLACES}. */
  readonly #sums: Int16Array;
  readonly #owners: (WordFacts | undefined)[] = new Array(KEPT + 1);

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
    const transitions = new Float32Array(bytes, features * 4, width * width);
    this.#weights = new FeatureWeights(
      new Uint32Array(bytes, 0, features),
      new Int8Array(bytes, features * 4 + width * width * 4, features * width),
      width,
    );
    this.#sums = new Int16Array((KEPT + 1) * PLACES.length * width);
    this.#everywhere = new Int32Array(width);
    this.#row.add(0, 1);
    this.#weights.addTo(this.#everywhere, this.#row);
    this.#book = book;
    this.#gazetteer = gazetteer;
    this.#before = head.tags.map((to) =>
      Uint8Array.from(head.tags.flatMap((from, index) => (mayFollow(from, to) ? [index] : []))),
    );
    this.#moves = this.#before.map((froms, to) =>
      Float64Array.from(froms, (from) => transitions[from * width + to] as number),
    );
    this.#scores = new Float64Array(width);
    this.#next = new Float64Array(width);
    this.#local = new Int32Array(width);
    this.#mayStart = head.tags.map((tag) => mayFollow(null, tag));
    this.#mayEnd = head.tags.map((tag) => mayFollow(tag, null));
  }

  /** The best tag of each word, as indexes into `tags`, from the words alone. */
  tag(forms: readonly string[]): Uint8Array {
    const facts = forms.map((form) => this.#book.factsOf(form));
    return this.tagWords(facts, this.#gazetteer.mark(facts));
  }

  /** As {@link tag}, of words already looked up, with the gazetteer's marks on them. */
  tagWords(facts: readonly WordFacts[], listed: Marks): Uint8Array {
    return this.#decode(viewOf(facts, this.#book, listed));
  }

  /** Where the sums of a word begin in {@link #sums}; worked out at its first use. */
  #sumsOf(word: WordFacts): number {
    const span = PLACES.length * this.tags.length;
    const base = word.slot * span;
    if (this.#owners[word.slot] === word) return base;
    this.#owners[word.slot] = word;
    const sums = new Int32Array(this.tags.length);
    PLACES.forEach((place: WordPlace, index) => {
      this.#row.count = 0;
      addAlone(this.#row, word, place);
      sums.fill(0);
      this.#weights.addTo(sums, this.#row);
      this.#sums.set(sums, base + index * sums.length);
    });
    return base;
  }

  /** Where the sums of each word begin, with two edges before the first and two after the last one. */
  #startsOf(facts: readonly WordFacts[]): Int32Array {
    const { length } = facts;
    if (this.#starts.length < length + 4) this.#starts = new Int32Array(2 * (length + 4));
    const starts = this.#starts;
    const edge = this.#sumsOf(EDGE);
    starts[0] = edge;
    starts[1] = edge;
    for (let i = 0; i < length; i++) starts[i + 2] = this.#sumsOf(facts[i] as WordFacts);
    starts[length + 2] = edge;
    starts[length + 3] = edge;
    return starts;
  }

  #decode(view: SentenceView): Uint8Array {
    const { facts, shouting } = view;
    const { length } = facts;
    const width = this.tags.length;
    const sums = this.#sums;
    const row = this.#row;
    const model = this.#weights;
    const everywhere = this.#everywhere;
    const befores = this.#before;
    const into = this.#moves;
    const scale = this.#scale;
    const boldness = this.#boldness;
    const best = new Uint8Array(length * width);
    let scores = this.#scores;
    let next = this.#next;
    const local = this.#local;
    const starts = this.#startsOf(facts);
    for (let i = 0; i < length; i++) {
      const here = starts[i + 2] as number;
      const before = (starts[i + 1] as number) + width;
      const after = (starts[i + 3] as number) + 2 * width;
      const before2 = (starts[i] as number) + 3 * width;
      const after2 = (starts[i + 4] as number) + 4 * width;
      for (let tag = 0; tag < width; tag++)
        local[tag] =
          (everywhere[tag] as number) +
          (sums[here + tag] as number) +
          (sums[before + tag] as number) +
          (sums[after + tag] as number) +
          (sums[before2 + tag] as number) +
          (sums[after2 + tag] as number);
      for (let extra = i === 0 ? 5 : 6; extra < (shouting ? 7 : 6); extra++)
        for (let tag = 0; tag < width; tag++)
          local[tag] = (local[tag] as number) + (sums[here + extra * width + tag] as number);
      row.count = 0;
      addTogether(row, view, i);
      model.addTo(local, row);
      for (let tag = 0; tag < width; tag++) {
        const own = (local[tag] as number) * scale - (tag === 0 ? boldness : 0);
        if (i === 0) {
          next[tag] = this.#mayStart[tag] ? own : Number.NEGATIVE_INFINITY;
          continue;
        }
        let top = Number.NEGATIVE_INFINITY;
        let from = 0;
        const [froms, moves] = [befores[tag] as Uint8Array, into[tag] as Float64Array];
        for (let place = 0; place < froms.length; place++) {
          const score = (scores[froms[place] as number] as number) + (moves[place] as number);
          if (score > top) {
            top = score;
            from = froms[place] as number;
          }
        }
        next[tag] = top + own;
        best[i * width + tag] = from;
      }
      const done = next;
      next = scores;
      scores = done;
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
