import type { DateMention } from '../document.ts';
import type { Atom } from './atoms.ts';
import type { Context } from './context.ts';
import { startOf } from './duration-forms.ts';
import type { DateWords } from './lexicon.ts';
import type { PatternMatch } from './pattern.ts';
import type { Resolution } from './resolution.ts';

type Anchor = NonNullable<DateMention['anchor']>;
type Bound = NonNullable<DateMention['bound']>;

/** 'over', 'at least', 'about' at the head of an expression or right before it. */
export function boundOf(match: PatternMatch, atoms: readonly Atom[], words: DateWords): Bound | null {
  let best: { bound: Bound; length: number } | null = null;
  for (const [bound, phrases] of Object.entries(words.bounds) as [Bound, string[][]][]) {
    for (const phrase of phrases) {
      if (best && phrase.length <= best.length) continue;
      for (let at = match.from - phrase.length; at <= match.from + 1; at++) {
        if (at >= 0 && phrase.every((word, index) => atoms[at + index]?.lower === word)) {
          best = { bound, length: phrase.length };
        }
      }
    }
  }
  return best?.bound ?? null;
}

/** 'since', 'until', 'within' right before an expression. */
export function anchorOf(match: PatternMatch, atoms: readonly Atom[], words: DateWords): Anchor | null {
  for (const [anchor, phrases] of Object.entries(words.anchors) as [Anchor, string[][]][]) {
    for (const phrase of phrases) {
      const at = match.from - phrase.length;
      if (at >= 0 && phrase.every((word, index) => atoms[at + index]?.lower === word)) return anchor;
    }
  }
  return null;
}

/**
 * Gives a duration its start point: 'for over 87 days' runs up to the article where its clause is not simply past
 * ('has been blocked for 87 days'; not 'fought for 44 days').
 */
export function anchored(
  resolution: Resolution,
  match: PatternMatch,
  atoms: readonly Atom[],
  context: Context,
): Resolution {
  const anchor = anchorOf(match, atoms, context.words);
  if (resolution.kind !== 'duration') {
    return anchor && anchor !== 'within' && !resolution.anchor ? { ...resolution, anchor } : resolution;
  }
  if (resolution.anchor) return resolution;
  if (anchor === 'within') return { ...resolution, anchor };
  const before = atoms[match.from - 1]?.lower;
  // 'has lasted seven years'
  const lasting = before === 'lasted' && context.tense() === 'perfect';
  const running = before === 'for' || atoms[match.from - 2]?.lower === 'for' || lasting;
  const adjective = atoms.slice(match.from, match.end).some((atom) => atom.lower === '-');
  if (!running || adjective) return resolution;
  const tense = context.tense();
  if (tense === 'past' || tense === 'future') return resolution;
  // Where nothing tells ('blocked for over 87 days'), only 'over' and its like say that it goes on.
  if (tense === null && boundOf(match, atoms, context.words) !== 'at-least') return resolution;
  return { ...resolution, anchor: 'since', moment: startOf(context, match.slots) };
}
