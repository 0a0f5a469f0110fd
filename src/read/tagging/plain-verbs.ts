import { hashText } from '../hashing.ts';
import type { WordView } from '../parsing/word-view.ts';
import type { KnownTags } from './known-tags.ts';
import { UPOS_CLASSES } from './upos.ts';

const ING = hashText('ing');
const SMALL = hashText('x');
const SHOT = hashText('shot');
const DEAD = hashText('dead');
const TO = hashText('to');
const ARTICLES = new Set(['a', 'an', 'the', 'its', 'their', 'his', 'her'].map((word) => hashText(word)));
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
 * Is an English word a verb for the words beside it? The tagger, which sees no further than a few words, takes 'injuring' for a noun in
 * 'killing four and injuring eleven villagers', and 'broker' in 'a delegation to broker a truce'. A word in -ing behind a conjunction or a
 * comma, or a word behind 'to', with a determiner (or a number) right behind it, has an object. Nobody is 'a shot' who is shot dead.
 */
export function isPlainVerb(view: WordView, at: number, known: KnownTags): boolean {
  const { shape, lower, suffix3, length } = view;
  if (shape[at] !== SMALL || at + 2 >= length) return false;
  if (lower[at] === SHOT && lower[at + 1] === DEAD) return true;
  const before = lower[at - 1] as number;
  if (before === TO) return at > 2 && ARTICLES.has(lower[at + 1] as number);
  if (suffix3[at] !== ING || at < 3 || (before !== COMMA && !JOINING.has(before))) return false;
  if (shape[at + 1] === DIGITS || NUMBERS.has(lower[at + 1] as number)) return true;
  const next = known.get(lower[at + 1] as number);
  return next?.every((tag) => tag === DET || tag === NUM || tag === PRON) === true;
}
