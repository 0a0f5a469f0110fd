import { mix } from '../hashing.ts';
import type { WordView } from '../parsing/word-view.ts';

/** Room for the features of one decision. */
export const TAG_FEATURES = 48;

/**
 * Features of one word for the UPOS decision, left to right; tags of the words before are known (Toutanova et al. 2003 for the
 * templates, Collins 2002 for the method).
 */
export function tagFeatures(view: WordView, at: number, out: Int32Array): number {
  const { lower, shape, prefix, suffix1, suffix2, suffix3, suffix4, upos, length, fine, coarse } = view;
  const before = at > 1 ? (lower[at - 1] as number) : 11;
  const before2 = at > 2 ? (lower[at - 2] as number) : 12;
  const next = at + 1 < length ? (lower[at + 1] as number) : 13;
  const next2 = at + 2 < length ? (lower[at + 2] as number) : 14;
  const tag1 = at > 1 ? (upos[at - 1] as number) : 0;
  const tag2 = at > 2 ? (upos[at - 2] as number) : 0;
  const word = lower[at] as number;
  const nextSuffix = at + 1 < length ? (suffix3[at + 1] as number) : 15;
  const nextShape = at + 1 < length ? (shape[at + 1] as number) : 16;
  let count = 0;
  let template = 0;
  const add = (a: number) => {
    out[count++] = mix(Math.imul(++template, 0x01000193), a);
  };
  add(word);
  add(shape[at] as number);
  add(suffix1[at] as number);
  add(suffix2[at] as number);
  add(suffix3[at] as number);
  add(suffix4[at] as number);
  add(prefix[at] as number);
  add(mix(shape[at] as number, suffix3[at] as number));
  add(before);
  add(before2);
  add(next);
  add(next2);
  add(mix(before, word));
  add(mix(word, next));
  add(mix(before, next));
  add(tag1);
  add(mix(tag1, tag2));
  add(mix(tag1, word));
  add(mix(mix(tag1, tag2), word));
  add(mix(tag1, suffix3[at] as number));
  add(mix(tag1, next));
  add(nextSuffix);
  add(mix(nextShape, shape[at] as number));
  add(mix(suffix2[at] as number, nextSuffix));
  add(mix(mix(before, word), next));
  add(mix(at > 1 ? (suffix3[at - 1] as number) : 17, suffix3[at] as number));
  add(mix(next, next2));
  add(mix(before, before2));
  add(mix(tag1, nextSuffix));
  add(0);
  const c = fine[at] as number;
  const cNext = fine[at + 1] as number;
  const cBefore = fine[at - 1] as number;
  add(c);
  add(cNext);
  add(cBefore);
  add(mix(tag1, c));
  add(mix(c, cNext));
  add(mix(cBefore, c));
  add(mix(mix(coarse[at - 1] as number, coarse[at] as number), coarse[at + 1] as number));
  add(mix(shape[at] as number, c));
  add(mix(tag1, cNext));
  add(mix(mix(tag1, tag2), c));
  add(mix(suffix2[at] as number, cNext));
  add(at + 2 < length ? (fine[at + 2] as number) : 18);
  add(mix(mix(tag1, coarse[at] as number), cNext));
  return count;
}

/** Features for the morphology of one word whose UPOS (and those of its neighbours) is known. */
export function featsFeatures(view: WordView, at: number, out: Int32Array): number {
  const { lower, shape, suffix2, suffix3, suffix4, upos, length } = view;
  const tag = upos[at] as number;
  const tag1 = at > 1 ? (upos[at - 1] as number) : 0;
  const tagNext = at + 1 < length ? (upos[at + 1] as number) : 0;
  const before = at > 1 ? (lower[at - 1] as number) : 11;
  const before2 = at > 2 ? (lower[at - 2] as number) : 12;
  const next = at + 1 < length ? (lower[at + 1] as number) : 13;
  const feats1 = at > 1 ? (view.feats[at - 1] as number) : 0;
  let count = 0;
  let template = 100;
  const add = (a: number) => {
    out[count++] = mix(mix(Math.imul(++template, 0x01000193), a), tag);
  };
  add(0);
  add(lower[at] as number);
  add(suffix2[at] as number);
  add(suffix3[at] as number);
  add(suffix4[at] as number);
  add(shape[at] as number);
  add(tag1);
  add(tagNext);
  add(before);
  add(before2);
  add(next);
  add(feats1);
  add(mix(feats1, suffix2[at] as number));
  add(mix(tag1, suffix3[at] as number));
  add(mix(before, lower[at] as number));
  add(mix(before, suffix2[at] as number));
  add(mix(mix(before2, before), suffix2[at] as number));
  add(mix(lower[at] as number, next));
  add(mix(tag1, tagNext));
  // The nearest auxiliary or subject to the left tells participles from past tenses and bare forms from infinitives.
  let auxiliary = 0;
  for (let back = at - 1; back >= 1 && back > at - 6; back--) {
    const other = upos[back] as number;
    if (other === AUX_CLASS) {
      auxiliary = lower[back] as number;
      break;
    }
  }
  add(auxiliary);
  add(mix(auxiliary, suffix2[at] as number));
  return count;
}

/** Class number of AUX, the same in all models: see {@link UPOS_CLASSES}. */
export const AUX_CLASS = 4;
