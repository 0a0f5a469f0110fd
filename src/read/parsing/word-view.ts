import type { Clusters } from '../entities/clusters.ts';
import { hashText, mix } from '../hashing.ts';
import { UPOS_CLASSES } from '../tagging/upos.ts';
import type { WordKinds } from '../tagging/word-kinds.ts';

/**
 * The numbers that features are made of, one entry for each word of a sentence. Entry 0 is the artificial root, entry
 * `length` stands for 'no such word'; `upos` and `feats` are filled in by the tagger (class numbers, counted from 1).
 */
export interface WordView {
  /** Words and the root. */
  readonly length: number;
  readonly lower: Int32Array;
  readonly shape: Int32Array;
  readonly prefix: Int32Array;
  readonly suffix1: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  /** Word clusters, fine and coarse; for unknown words a number made of the shape. */
  readonly fine: Int32Array;
  readonly coarse: Int32Array;
  /** What the word can be (see tagging/word-kinds.ts); for unknown words 0. */
  readonly kinds: Int32Array;
  readonly upos: Int32Array;
  readonly feats: Int32Array;
}

/** What is known of words apart from the sentence they stand in. */
export interface KnownWords extends Clusters {
  readonly kinds: WordKinds;
}

/** Where verbs, marks and conjunctions stand in a tagged sentence, one entry for each word: how many before it, and which come next. */
export interface Landmarks {
  readonly verbs: Int32Array;
  readonly marks: Int32Array;
  readonly joints: Int32Array;
  /** Which comes first behind the word, auxiliaries too, with its features; and which two, as one number. */
  readonly next: Int32Array;
  readonly nextTwo: Int32Array;
}

const VERB = UPOS_CLASSES.indexOf('VERB');
const AUX = UPOS_CLASSES.indexOf('AUX');
const PUNCT = UPOS_CLASSES.indexOf('PUNCT');
const CCONJ = UPOS_CLASSES.indexOf('CCONJ');
const SCONJ = UPOS_CLASSES.indexOf('SCONJ');

export function landmarksRoom(length: number): Landmarks {
  const numbers = () => new Int32Array(length + 2);
  return { verbs: numbers(), marks: numbers(), joints: numbers(), next: numbers(), nextTwo: numbers() };
}

/** Fills in and gives the landmarks. */
export function landmarksOf(view: WordView, landmarks: Landmarks = landmarksRoom(view.length)): Landmarks {
  const { length, upos, feats, lower } = view;
  const { verbs, marks, joints, next, nextTwo } = landmarks;
  for (let word = 0; word <= length; word++) {
    const tag = upos[word] as number;
    verbs[word + 1] = (verbs[word] as number) + (tag === VERB ? 1 : 0);
    marks[word + 1] = (marks[word] as number) + (tag === PUNCT ? 1 : 0);
    joints[word + 1] = (joints[word] as number) + (tag === CCONJ || tag === SCONJ ? 1 : 0);
  }
  let first = 0;
  let second = 0;
  for (let word = length - 1; word >= 0; word--) {
    next[word] = first;
    nextTwo[word] = mix(first, second);
    const tag = upos[word] as number;
    if (tag === VERB || tag === AUX || tag === SCONJ || tag === CCONJ) {
      second = first;
      first = mix(tag, feats[word] as number);
    } else if (tag === PUNCT) {
      second = first;
      first = lower[word] as number;
    }
  }
  return landmarks;
}

/** What stands between two words, the first further left: up to two verbs, two marks, one conjunction, as one number. */
export function between({ verbs, marks, joints }: Landmarks, left: number, right: number): number {
  if (right - left < 2) return 0;
  return (
    1 +
    Math.min(2, (verbs[right] as number) - (verbs[left + 1] as number)) +
    3 * Math.min(2, (marks[right] as number) - (marks[left + 1] as number)) +
    9 * Math.min(1, (joints[right] as number) - (joints[left + 1] as number))
  );
}

const ROOT = 1;
const NONE = 2;
const ROOT_TAG = 30;
const NONE_TAG = 31;

/** Room for the views of sentences of up to `capacity` words and the root, one after the other. */
export function viewRoom(capacity: number): WordView {
  const numbers = () => new Int32Array(capacity + 1).fill(ROOT, 0, 1);
  return {
    length: capacity,
    lower: numbers(),
    shape: numbers(),
    prefix: numbers(),
    suffix1: numbers(),
    suffix2: numbers(),
    suffix3: numbers(),
    suffix4: numbers(),
    fine: numbers(),
    coarse: numbers(),
    kinds: numbers(),
    upos: new Int32Array(capacity + 1).fill(ROOT_TAG, 0, 1),
    feats: new Int32Array(capacity + 1),
  };
}

/** The view of a sentence's words; where room is given, it stands there until that is used again. */
export function viewOf(
  forms: readonly string[],
  words: KnownWords | null = null,
  room: WordView = viewRoom(forms.length + 1),
): WordView {
  const length = forms.length + 1;
  const view = room.length === length ? room : { ...room, length };
  for (const numbers of [
    view.lower,
    view.shape,
    view.prefix,
    view.suffix1,
    view.suffix2,
    view.suffix3,
    view.suffix4,
    view.fine,
    view.coarse,
    view.kinds,
  ])
    numbers[length] = NONE;
  view.upos[length] = NONE_TAG;
  view.feats[length] = 0;
  const met = seen(words);
  for (let index = 1; index < length; index++) {
    const form = forms[index - 1] as string;
    const word = met.get(form) ?? remember(met, form, words);
    const shape = index === 1 ? word.firstShape : word.shape;
    view.lower[index] = word.lower;
    view.shape[index] = shape;
    view.prefix[index] = word.prefix;
    view.suffix1[index] = word.suffix1;
    view.suffix2[index] = word.suffix2;
    view.suffix3[index] = word.suffix3;
    view.suffix4[index] = word.suffix4;
    view.fine[index] = word.fine > 0 ? word.fine : mix(shape, word.suffix2);
    view.coarse[index] = word.fine > 0 ? word.coarse : shape;
    view.kinds[index] = word.kinds;
  }
  return view;
}

/** The numbers of a form, which do not depend on its sentence but for the shape. */
interface Word {
  readonly lower: number;
  readonly shape: number;
  readonly firstShape: number;
  readonly prefix: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly fine: number;
  readonly coarse: number;
  readonly kinds: number;
}

/** Forms met lately: most words of a text are few. Emptied when full, so that memory stays bounded. */
const MOST_WORDS = 20_000;
const NO_WORDS: KnownWords = { fine: () => 0, coarse: () => 0, kinds: () => 0 };
const memory = new WeakMap<KnownWords, Map<string, Word>>();

function seen(words: KnownWords | null): Map<string, Word> {
  const key = words ?? NO_WORDS;
  const met = memory.get(key) ?? new Map<string, Word>();
  memory.set(key, met);
  return met;
}

function remember(met: Map<string, Word>, form: string, known: KnownWords | null): Word {
  const lower = normal(form);
  const end = lower.length;
  const suffix = (length: number) => hashText(lower, Math.max(0, end - length), end);
  const fine = known ? known.fine(lower) : 0;
  const word = {
    lower: hashText(lower),
    shape: hashText(shapeOf(form, false)),
    firstShape: hashText(shapeOf(form, true)),
    prefix: hashText(lower, 0, Math.min(3, end)),
    suffix1: suffix(1),
    suffix2: suffix(2),
    suffix3: suffix(3),
    suffix4: suffix(4),
    fine,
    coarse: known && fine > 0 ? known.coarse(fine) : 0,
    kinds: known ? known.kinds(lower) : 0,
  };
  if (met.size >= MOST_WORDS) met.clear();
  met.set(form, word);
  return word;
}

/** Lower case, straight quotes, digits as 0 beyond the second; typographic forms of one word are one. */
export function normal(form: string): string {
  const lower = form.toLowerCase().replace(/[’‘`]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');
  if (!/\d/.test(lower)) return lower;
  return lower.length > 2 ? lower.replace(/\d/g, '0') : lower;
}

/** `Xx`, `X`, `xx`, `0`, `.`: kinds of characters, runs folded; whether it opens the sentence is part of it. */
function shapeOf(form: string, isFirst: boolean): string {
  let shape = isFirst ? '^' : '';
  let last = '';
  for (let index = 0; index < form.length && shape.length < 8; index++) {
    const unit = form[index] as string;
    const kind = /\p{Lu}/u.test(unit)
      ? 'X'
      : /\p{L}/u.test(unit)
        ? 'x'
        : /\p{N}/u.test(unit)
          ? '0'
          : unit === '-' || unit === '.'
            ? unit
            : '#';
    if (kind !== last) shape += kind;
    last = kind;
  }
  return shape;
}
