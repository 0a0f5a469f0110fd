import { hashText } from '../hashing.ts';

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
  readonly upos: Int32Array;
  readonly feats: Int32Array;
}

const ROOT = 1;
const NONE = 2;
const ROOT_TAG = 30;
const NONE_TAG = 31;

export function viewOf(forms: readonly string[]): WordView {
  const length = forms.length + 1;
  const numbers = () => new Int32Array(length + 1).fill(NONE).fill(ROOT, 0, 1);
  const view: WordView = {
    length,
    lower: numbers(),
    shape: numbers(),
    prefix: numbers(),
    suffix1: numbers(),
    suffix2: numbers(),
    suffix3: numbers(),
    suffix4: numbers(),
    upos: new Int32Array(length + 1),
    feats: new Int32Array(length + 1),
  };
  view.upos[0] = ROOT_TAG;
  view.upos[length] = NONE_TAG;
  for (let index = 1; index < length; index++) {
    const form = forms[index - 1] as string;
    const lower = normal(form);
    const end = lower.length;
    view.lower[index] = hashText(lower);
    view.shape[index] = hashText(shapeOf(form, index === 1));
    view.prefix[index] = hashText(lower, 0, Math.min(3, end));
    view.suffix1[index] = hashText(lower, Math.max(0, end - 1), end);
    view.suffix2[index] = hashText(lower, Math.max(0, end - 2), end);
    view.suffix3[index] = hashText(lower, Math.max(0, end - 3), end);
    view.suffix4[index] = hashText(lower, Math.max(0, end - 4), end);
  }
  return view;
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
