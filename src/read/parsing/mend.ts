import { mendAbsolutes } from './absolute-with.ts';
import { mendAdjectivesBehind } from './adjectives-behind.ts';
import { mendBodies } from './body-heads.ts';
import { mendClosingSpeakers } from './closing-speakers.ts';
import { mendCommaSubjects } from './comma-subjects.ts';
import { mendDemonyms } from './demonym-heads.ts';
import { mendFiniteConjuncts } from './finite-conjuncts.ts';
import { mendGerunds } from './gerunds.ts';
import { mendJoinedClauses } from './joined-clauses.ts';
import { mendJoinedSubjects } from './joined-subjects.ts';
import { mendLostMains } from './lost-mains.ts';
import type { Movable } from './moving.ts';
import { mendNameHeads } from './name-heads.ts';
import { mendObjectPredicates } from './object-predicates.ts';
import { mendOpeningClauses } from './opening-clauses.ts';
import { mendOwners } from './owners.ts';
import { mendParticiplesBehind } from './participles-behind.ts';
import { mendPhrasesBehind } from './phrases-behind.ts';
import { mendPlainRelatives } from './plain-relatives.ts';
import { mendPrepositions } from './prepositions.ts';
import { mendReducedClauses } from './reduced-clauses.ts';
import { mendRelatives } from './relative-clauses.ts';
import { mendSemicolons } from './semicolons.ts';
import { mendSubjects } from './subjects.ts';
import { mendTellingParticiples } from './telling-participles.ts';
import { mendTimeBefore } from './time-before.ts';
import { mendTimeClauses } from './time-clauses.ts';
import { mendToldClauses } from './told-clauses.ts';
import { mendToldConjuncts } from './told-conjuncts.ts';
import { mendToldMains } from './told-mains.ts';
import { mendTwoSubjects } from './two-subjects.ts';
import { mendWholeClauses } from './whole-clauses.ts';

/** Words without which some of the mends find nothing, as bits. */
const RELATIVE = 1;
const THAT = 2;
const TIME = 4;
const WITH = 8;
const SEMICOLON = 16;
const OPENERS: ReadonlyMap<string, number> = new Map([
  ...['who', 'which', 'whom', 'whose'].map((word) => [word, RELATIVE] as const),
  ['that', THAT],
  ...['as', 'after', 'before', 'since', 'until'].map((word) => [word, TIME] as const),
  ['with', WITH],
  [';', SEMICOLON],
]);
const LONGEST_OPENER = 6;

/** Which of the openers stand in the sentence. */
function openersIn(tokens: readonly Movable[], first: number): number {
  let bits = 0;
  for (let at = first; at < tokens.length; at++) {
    const { text } = tokens[at] as Movable;
    if (text.length <= LONGEST_OPENER) bits |= OPENERS.get(text.toLowerCase()) ?? 0;
  }
  return bits;
}

/**
 * What the parser is known to get wrong and words tell plainly, put right in the tokens from `first` on, which are one sentence with the
 * given root. Returns its root.
 */
export function mend(tokens: readonly Movable[], first: number, root: number, language: string): number {
  let top = root;
  if (language === 'en') {
    const openers = openersIn(tokens, first);
    top = mendDemonyms(tokens, first, root);
    top = mendNameHeads(tokens, first, top);
    top = mendBodies(tokens, first, top);
    if (openers & WITH) top = mendAdjectivesBehind(tokens, first, top);
    top = mendTwoSubjects(tokens, first, top);
    top = mendToldMains(tokens, first, top);
    top = mendOpeningClauses(tokens, first, top);
    top = mendLostMains(tokens, first, top);
    top = mendJoinedSubjects(tokens, first, top);
    top = mendTellingParticiples(tokens, first, top);
    mendReducedClauses(tokens, first);
    if (openers & TIME) mendTimeClauses(tokens, first);
    if (openers & WITH) mendAbsolutes(tokens, first);
    mendObjectPredicates(tokens, first);
    mendGerunds(tokens, first);
    mendTimeBefore(tokens, first);
    if (openers & (RELATIVE | THAT)) mendPlainRelatives(tokens, first);
    mendParticiplesBehind(tokens, first);
    mendPhrasesBehind(tokens, first);
    top = mendOwners(tokens, first, top);
    mendSubjects(tokens, first);
    mendToldClauses(tokens, first);
    mendWholeClauses(tokens, first);
    mendClosingSpeakers(tokens, first);
    mendJoinedClauses(tokens, first);
    mendCommaSubjects(tokens, first);
    mendFiniteConjuncts(tokens, first);
    mendToldConjuncts(tokens, first);
    top = mendPrepositions(tokens, first, top);
    if (openers & SEMICOLON) mendSemicolons(tokens, first);
    if (!(openers & RELATIVE)) return top;
  }
  return mendRelatives(tokens, first, top, language);
}
