import {
  childrenOf,
  hasChild,
  hasOwnSubject,
  isBelow,
  type Movable,
  move,
  SUBJECT,
  startOf,
  takePlace,
} from './moving.ts';
import { TELLING } from './told-clauses.ts';

const MOST_STEPS = 4;

/**
 * 'While the mayor said he opposed the toll, his office pays for it', 'The paper said the judge was shut out': what is told, right behind its
 * verb of telling with a subject of its own, that the parser made the main clause goes below that verb (`ccomp`). The clause behind the comma,
 * where there is one, is the main one then; else the verb of telling takes the place. Changes heads, relations and children of the tokens
 * from `first` on, which are one English sentence; returns its root.
 */
export function mendToldMains(tokens: readonly Movable[], first: number, root: number): number {
  let top = root;
  for (let at = first + 1; at < tokens.length - 2; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB' || !TELLING.test(verb.text)) continue;
    if (hasChild(tokens, verb, /^(?:ccomp|obj|xcomp)/) || !hasOwnSubject(tokens, verb)) continue;
    const [told, opening] = mainAbove(tokens, verb) ?? [];
    if (!told || !opening) continue;
    const main = mainBehind(tokens, told, verb) ?? (opening === verb ? verb : null);
    if (!main) continue;
    const comma = startOf(tokens, main) - 1;
    const before = childrenOf(tokens, told).filter(({ index }) => index <= at);
    takePlace(tokens, main, told);
    if (told.index === top) top = main.index;
    for (const child of before) if (child !== main) move(tokens, child, main.index);
    move(tokens, told, at, 'ccomp');
    if (main === verb) continue;
    for (const child of childrenOf(tokens, told)) if (child.index >= comma) move(tokens, child, main.index);
  }
  return top;
}

/** The predicate that the verb is below, whose subject stands right behind the verb; and the word by which the verb hangs there. */
function mainAbove(tokens: readonly Movable[], verb: Movable): [Movable, Movable] | null {
  let below = verb;
  for (let step = 0; step < MOST_STEPS; step++) {
    const above = tokens[below.head];
    if (!above) return null;
    if (above.index > verb.index) {
      const subject = childrenOf(tokens, above).find(
        ({ deprel, index }) => SUBJECT.test(deprel) && index > verb.index && index < above.index,
      );
      if (subject && startOf(tokens, subject) === verb.index + 1) return [above, below];
    }
    below = above;
  }
  return null;
}

/** The clause with a subject of its own behind a comma that the parser put below what is told. */
function mainBehind(tokens: readonly Movable[], told: Movable, verb: Movable): Movable | null {
  for (const clause of childrenOf(tokens, told)) {
    if (clause.index < told.index || !/^(?:conj|parataxis|ccomp|advcl)$/.test(clause.deprel)) continue;
    const subject = childrenOf(tokens, clause).find(({ deprel }) => SUBJECT.test(deprel));
    if (!subject || subject.index > clause.index || isBelow(tokens, verb, clause)) continue;
    if (hasChild(tokens, clause, /^(?:mark|cc)$/)) continue;
    if (tokens[startOf(tokens, subject) - 1]?.text === ',') return clause;
  }
  return null;
}
