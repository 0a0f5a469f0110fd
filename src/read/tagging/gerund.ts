import { hashText } from '../hashing.ts';
import type { WordView } from '../parsing/word-view.ts';
import type { KnownTags } from './known-tags.ts';
import { UPOS_CLASSES } from './upos.ts';

const ING = hashText('ing');
const SMALL = hashText('x');
const COMMA = hashText(',');
const JOINING = new Set(['and', 'or'].map((word) => hashText(word)));
const DIGITS = hashText('0');
const NUMBERS = new Set(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty forty fifty dozens scores hundreds'
    .split(' ')
    .map((word) => hashText(word)),
);
const [DET, NUM, PRON] = ['DET', 'NUM', 'PRON'].map((tag) => UPOS_CLASSES.indexOf(tag as 'DET'));

/**
 * 'killing four and injuring eleven villagers': an English word in -ing behind a conjunction or a comma, with a number or a
 * determiner right behind it, has an object, so that it is a verb. The tagger, which sees no further than a few words, takes the second of
 * two for a noun.
 */
export function isPlainGerund(
  { suffix3, shape, lower, length }: WordView,
  at: number,
  known: KnownTags,
): boolean {
  if (suffix3[at] !== ING || shape[at] !== SMALL || at < 3 || at + 2 >= length) return false;
  const before = lower[at - 1] as number;
  if (before !== COMMA && !JOINING.has(before)) return false;
  if (shape[at + 1] === DIGITS || NUMBERS.has(lower[at + 1] as number)) return true;
  const next = known.get(lower[at + 1] as number);
  return next?.every((tag) => tag === DET || tag === NUM || tag === PRON) === true;
}
