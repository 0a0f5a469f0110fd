import { mix } from '../hashing.ts';
import type { Scorer } from '../linear-table.ts';
import type { WordView } from '../parsing/word-view.ts';
import { LEARNED } from './word-kinds.ts';

/**
 * Features of one word for the UPOS decision, left to right; tags of the words before are known (Toutanova et al. 2003 for the
 * templates, Collins 2002 for the method). Written into `scorer.features`, hashed; returns how many.
 */
export function tagFeatures(view: WordView, at: number, scorer: Scorer): number {
  const out = scorer.features;
  const { lower, shape, prefix, suffix1, suffix2, suffix3, suffix4, upos, length, fine, coarse, kinds } =
    view;
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
  out[count++] = word;
  out[count++] = shape[at] as number;
  out[count++] = suffix1[at] as number;
  out[count++] = suffix2[at] as number;
  out[count++] = suffix3[at] as number;
  out[count++] = suffix4[at] as number;
  out[count++] = prefix[at] as number;
  out[count++] = mix(shape[at] as number, suffix3[at] as number);
  out[count++] = before;
  out[count++] = before2;
  out[count++] = next;
  out[count++] = next2;
  out[count++] = mix(before, word);
  out[count++] = mix(word, next);
  out[count++] = mix(before, next);
  out[count++] = tag1;
  out[count++] = mix(tag1, tag2);
  out[count++] = mix(tag1, word);
  out[count++] = mix(mix(tag1, tag2), word);
  out[count++] = mix(tag1, suffix3[at] as number);
  out[count++] = mix(tag1, next);
  out[count++] = nextSuffix;
  out[count++] = mix(nextShape, shape[at] as number);
  out[count++] = mix(suffix2[at] as number, nextSuffix);
  out[count++] = mix(mix(before, word), next);
  out[count++] = mix(at > 1 ? (suffix3[at - 1] as number) : 17, suffix3[at] as number);
  out[count++] = mix(next, next2);
  out[count++] = mix(before, before2);
  out[count++] = mix(tag1, nextSuffix);
  out[count++] = 0;
  const c = fine[at] as number;
  const cNext = fine[at + 1] as number;
  const cBefore = fine[at - 1] as number;
  out[count++] = c;
  out[count++] = cNext;
  out[count++] = cBefore;
  out[count++] = mix(tag1, c);
  out[count++] = mix(c, cNext);
  out[count++] = mix(cBefore, c);
  out[count++] = mix(mix(coarse[at - 1] as number, coarse[at] as number), coarse[at + 1] as number);
  out[count++] = mix(shape[at] as number, c);
  out[count++] = mix(tag1, cNext);
  out[count++] = mix(mix(tag1, tag2), c);
  out[count++] = mix(suffix2[at] as number, cNext);
  out[count++] = at + 2 < length ? (fine[at + 2] as number) : 18;
  out[count++] = mix(mix(tag1, coarse[at] as number), cNext);
  const k = (kinds[at] as number) & LEARNED;
  const kNext = (kinds[at + 1] as number) & LEARNED;
  const kinds1 = mix(tag1, k);
  out[count++] = k;
  out[count++] = kinds1;
  out[count++] = mix(k, kNext);
  out[count++] = mix(kinds1, kNext);
  out[count++] = mix(kinds1, tag2);
  out[count++] = mix(k, next);
  out[count++] = mix(before, k);
  out[count++] = mix(k, shape[at] as number);
  const kNext2 = at + 2 < length ? (kinds[at + 2] as number) & LEARNED : 19;
  const kBoth = mix(kNext, kNext2);
  out[count++] = mix(k, kBoth);
  out[count++] = mix(kinds1, kBoth);
  out[count++] = mix(kinds1, next);
  out[count++] = mix(lower[at] as number, kNext);
  out[count++] = mix(k, nextShape);
  scorer.hash(count, 0);
  return count;
}

/** Features for the morphology of one word whose UPOS (and those of its neighbours) is known. */
export function featsFeatures(view: WordView, at: number, scorer: Scorer): number {
  const out = scorer.features;
  const { lower, shape, suffix2, suffix3, suffix4, upos, length } = view;
  const tag = upos[at] as number;
  const tag1 = at > 1 ? (upos[at - 1] as number) : 0;
  const tagNext = at + 1 < length ? (upos[at + 1] as number) : 0;
  const before = at > 1 ? (lower[at - 1] as number) : 11;
  const before2 = at > 2 ? (lower[at - 2] as number) : 12;
  const next = at + 1 < length ? (lower[at + 1] as number) : 13;
  const feats1 = at > 1 ? (view.feats[at - 1] as number) : 0;
  let count = 0;
  out[count++] = 0;
  out[count++] = lower[at] as number;
  out[count++] = suffix2[at] as number;
  out[count++] = suffix3[at] as number;
  out[count++] = suffix4[at] as number;
  out[count++] = shape[at] as number;
  out[count++] = tag1;
  out[count++] = tagNext;
  out[count++] = before;
  out[count++] = before2;
  out[count++] = next;
  out[count++] = feats1;
  out[count++] = mix(feats1, suffix2[at] as number);
  out[count++] = mix(tag1, suffix3[at] as number);
  out[count++] = mix(before, lower[at] as number);
  out[count++] = mix(before, suffix2[at] as number);
  out[count++] = mix(mix(before2, before), suffix2[at] as number);
  out[count++] = mix(lower[at] as number, next);
  out[count++] = mix(tag1, tagNext);
  // The nearest auxiliary or subject to the left tells participles from past tenses and bare forms from infinitives.
  let auxiliary = 0;
  for (let back = at - 1; back >= 1 && back > at - 6; back--) {
    const other = upos[back] as number;
    if (other === AUX_CLASS) {
      auxiliary = lower[back] as number;
      break;
    }
  }
  out[count++] = auxiliary;
  out[count++] = mix(auxiliary, suffix2[at] as number);
  scorer.hash(count, 100);
  for (let index = 0; index < count; index++) out[index] = mix(out[index] as number, tag);
  return count;
}

/** Class number of AUX, the same in all models: see {@link UPOS_CLASSES}. */
export const AUX_CLASS = 4;
