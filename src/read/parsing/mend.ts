import { mendFiniteConjuncts } from './finite-conjuncts.ts';
import { mendJoinedClauses } from './joined-clauses.ts';
import type { Movable } from './moving.ts';
import { mendReducedClauses } from './reduced-clauses.ts';
import { mendRelatives } from './relative-clauses.ts';

/**
 * What the parser is known to get wrong and words tell plainly, put right in the tokens from `first` on, which are one sentence with the
 * given root. Returns its root.
 */
export function mend(tokens: readonly Movable[], first: number, root: number, language: string): number {
  if (language === 'en') {
    mendReducedClauses(tokens, first);
    mendJoinedClauses(tokens, first);
    mendFiniteConjuncts(tokens, first);
  }
  return mendRelatives(tokens, first, root, language);
}
