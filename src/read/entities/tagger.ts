import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { BYTE, ChainKernel, IMPOSSIBLE, MOST_WORDS } from './chain-kernel.ts';
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
 * Time is linear in the sentence; the square of the thirteen tags is its constant. Weights, moves and sums are whole numbers.
 */
export class EntityTagger {
  readonly tags: readonly string[];
  readonly #book: WordBook;
  readonly #gazetteer: Gazetteer;
  readonly #kernel: ChainKernel;
  readonly #row: FeatureRow;
  readonly #mayEnd: readonly boolean[];
  /** Whose sums are kept in a slot: of what a word adds by itself, by where it stands (see {@link PLACES}). */
  readonly #owners: (WordFacts | undefined)[] = new Array(KEPT + 1);
  /** Where the kept sums of each word of a sentence begin. */
  #starts = new Int32Array(64);

  /** `tags[0]` of the model is 'O'. */
  constructor(url: URL, book: WordBook, gazetteer: Gazetteer) {
    const file = readFileSync(url);
    if (file.toString('latin1', 0, 4) !== 'TLE1') throw new Error(`${url.pathname} is no entity model`);
    const headLength = file.readUInt32LE(4);
    const { tags, features, scale, boldness } = ModelHead.parse(
      JSON.parse(file.toString('utf8', 8, 8 + headLength)),
    );
    const width = tags.length;
    const start = 8 + headLength;
    const bytes = file.buffer.slice(file.byteOffset + start, file.byteOffset + file.byteLength);
    const transitions = new Float32Array(bytes, features * 4, width * width);
    const whole = (worth: number) => Math.round((worth / scale) * BYTE);
    const other = tags.map((_, tag) => (tag === 0 ? whole(-boldness) : 0));
    this.#kernel = new ChainKernel(
      {
        hashes: new Uint32Array(bytes, 0, features),
        weights: new Int8Array(bytes, features * 4 + width * width * 4, features * width),
        tags: width,
        moves: tags.flatMap((from, row) =>
          tags.map((to, column) =>
            mayFollow(from, to) ? whole(transitions[row * width + column] as number) : IMPOSSIBLE,
          ),
        ),
        bases: [
          other.map((worth, tag) => (mayFollow(null, tags[tag] as string) ? worth : IMPOSSIBLE)),
          other,
        ],
      },
      (KEPT + 1) * PLACES.length,
    );
    this.#row = new FeatureRow(this.#kernel.features);
    this.#mayEnd = tags.map((tag) => mayFollow(tag, null));
    this.tags = tags;
    this.#book = book;
    this.#gazetteer = gazetteer;
  }

  /** The best tag of each word, as indexes into `tags`, from the words alone. */
  tag(forms: readonly string[]): Uint8Array {
    const facts = forms.map((form) => this.#book.factsOf(form));
    return this.tagWords(facts, this.#gazetteer.mark(facts));
  }

  /** As {@link tag}, of words already looked up, with the gazetteer's marks on them. */
  tagWords(facts: readonly WordFacts[], listed: Marks): Uint8Array {
    const view = viewOf(facts, this.#book, listed);
    const path = new Uint8Array(facts.length);
    const starts = this.#startsOf(facts);
    for (let from = 0; from < facts.length; from += MOST_WORDS)
      this.#decode(view, starts, from, Math.min(facts.length, from + MOST_WORDS), path);
    return path;
  }

  /** Where the kept sums of a word begin; worked out at its first use. */
  #sumsOf(word: WordFacts): number {
    const first = word.slot * PLACES.length;
    const kernel = this.#kernel;
    if (this.#owners[word.slot] !== word) {
      this.#owners[word.slot] = word;
      PLACES.forEach((place: WordPlace, index) => {
        this.#row.count = 0;
        addAlone(this.#row, word, place);
        kernel.keep(this.#row.count, kernel.kept(first + index));
      });
    }
    return first;
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

  /** The tags of the words [from, end) into `path`. */
  #decode(view: SentenceView, starts: Int32Array, from: number, end: number, path: Uint8Array): void {
    const kernel = this.#kernel;
    const row = this.#row;
    for (let i = from; i < end; i++) {
      const here = starts[i + 2] as number;
      row.count = 0;
      addTogether(row, view, i);
      // In the order of PLACES.
      kernel.word(
        i - from,
        row.count,
        kernel.kept(here),
        kernel.kept((starts[i + 1] as number) + 1),
        kernel.kept((starts[i + 3] as number) + 2),
        kernel.kept((starts[i] as number) + 3),
        kernel.kept((starts[i + 4] as number) + 4),
        i === 0 ? kernel.kept(here + 5) : kernel.nothing,
        view.shouting ? kernel.kept(here + 6) : kernel.nothing,
      );
    }
    kernel.decode(end - from, this.#mayEnd, path, from);
  }
}
