import type { Actor } from '../../model/index.ts';
import type { StanceLexicon } from './stance-words.ts';

/** What the stance depends on in the one who speaks. */
export interface Speaker {
  /** An analyst, a researcher, a think tank. */
  readonly isExpert: boolean;
  /** A state, an authority, an armed force or somebody of theirs: one who denies and accuses. */
  readonly isSide: boolean;
  /** Countries (alpha-3) and disputed sides the speaker stands for. */
  readonly sides: ReadonlySet<string>;
}

const SIDE_KINDS = new Set<Actor['kind']>(['state', 'government', 'armed-force', 'armed-group']);
const SIDE_SECTORS = new Set(['GOV', 'MIL', 'REB', 'SPY', 'COP', 'LEG', 'PRM']);

/** Reads the speaker's kind off the actors and the words that name the speaker. */
export function speakerKindOf(
  actors: readonly Actor[],
  affiliations: readonly string[],
  words: string,
  named: ReadonlySet<string>,
  lexicon: StanceLexicon,
): Speaker {
  const described = [words, ...actors.flatMap(({ role, name }) => [role ?? '', name]), ...affiliations]
    .join(' ')
    .toLowerCase();
  const isSide =
    actors.some(({ kind, sector }) => SIDE_KINDS.has(kind) || SIDE_SECTORS.has(sector ?? '')) ||
    named.size > 0;
  const isExpert = hasAny(described, lexicon.experts) || hasAny(described, lexicon.thinkTanks);
  const sides = new Set(named);
  for (const { country } of actors) if (country !== undefined) sides.add(country);
  if (/stepanakert|karabakh|artsakh|khankendi/.test(described)) sides.add('Karabakh');
  return { isExpert: isExpert && !/\bminist(?:er|ry)\b/.test(described), isSide, sides };
}

function hasAny(text: string, words: ReadonlySet<string>): boolean {
  for (const word of words) if (hasWord(text, word)) return true;
  return false;
}

function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  return (
    !/\p{L}/u.test(text[at - 1] ?? ' ') &&
    !/\p{L}{2}/u.test(text.slice(at + word.length, at + word.length + 2))
  );
}
