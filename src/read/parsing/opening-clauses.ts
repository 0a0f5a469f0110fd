import {
  childrenOf,
  hasChild,
  hasOwnSubject,
  type Movable,
  move,
  SUBJECT,
  startOf,
  takePlace,
} from './moving.ts';

const OPENS = /^(?:while|though|although|when|whenever|if|because|since|after|before|once|unless|until)$/i;
/** Clauses looked at below the first one, at most. */
const MOST_CLAUSES = 12;

/**
 * 'When the mayor said the bridge was safe, the council laughed': where the clause that opens the sentence was made the main one, the clause
 * with a subject of its own behind a comma that the parser put below it takes its place. Changes heads, relations and children of the tokens
 * from `first` on, which are one English sentence; returns its root.
 */
export function mendOpeningClauses(tokens: readonly Movable[], first: number, root: number): number {
  const verb = tokens[root] as Movable;
  if (verb.upos !== 'VERB' || !hasOwnSubject(tokens, verb)) return root;
  const opening = childrenOf(tokens, verb).find(
    ({ index, text, deprel }) => index <= first + 1 && OPENS.test(text) && /^(?:mark|advmod)$/.test(deprel),
  );
  if (!opening || tokens[opening.index + 1]?.upos === 'AUX') return root;
  if (opening.index > first && !/^(?:and|but|yet|so|["“]|'')$/i.test(tokens[first]?.text ?? '')) return root;
  const main = mainBelow(tokens, verb);
  if (!main) return root;
  const comma = tokens[startOf(tokens, main) - 1] as Movable;
  const { head } = main;
  takePlace(tokens, main, verb);
  for (const child of childrenOf(tokens, tokens[head] as Movable))
    if (child.index > main.index) move(tokens, child, main.index);
  move(tokens, verb, main.index, 'advcl');
  move(tokens, comma, main.index);
  for (const child of childrenOf(tokens, verb))
    if (child.index < opening.index || child.index > main.index) move(tokens, child, main.index);
  return main.index;
}

/** The first clause with its subject right behind a comma. */
function mainBelow(tokens: readonly Movable[], verb: Movable): Movable | null {
  const open = childrenOf(tokens, verb).filter(({ index }) => index > verb.index);
  for (let step = 0; step < MOST_CLAUSES; step++) {
    const clause = open.shift();
    if (!clause) return null;
    if (isMain(tokens, clause)) return clause;
    open.push(...childrenOf(tokens, clause).filter(({ index }) => index > clause.index));
  }
  return null;
}

function isMain(tokens: readonly Movable[], clause: Movable): boolean {
  if (!/^(?:conj|parataxis|ccomp|advcl)$/.test(clause.deprel)) return false;
  if (/ing$/.test(clause.text) || hasChild(tokens, clause, /^(?:mark|cc)$/)) return false;
  const subject = childrenOf(tokens, clause).find(({ deprel }) => SUBJECT.test(deprel));
  if (!subject || subject.index > clause.index) return false;
  const start = startOf(tokens, clause);
  return (
    tokens[start - 1]?.text === ',' &&
    !/^(?:who|which|whose|where|when|that)$/i.test((tokens[start] as Movable).text)
  );
}
