import { isBelow, type Movable, move, raise } from './moving.ts';

/** Participles that tell something in a clause behind them. */
const TELLING = new Set(
  'saying adding arguing warning claiming noting insisting declaring stressing alleging announcing predicting suggesting asserting acknowledging explaining contending complaining believing fearing hoping'.split(
    ' ',
  ),
);
/** What may stand right before one: nothing that it could belong to. */
const BEFORE = /^(?:,|—|–|--?|["”]|'')$/;
const MOST_STEPS = 6;

/**
 * 'The board replied, saying smugglers had used the pier': the participle that the parser took for an adjective of the noun behind it governs
 * the clause that this noun is the subject of. Changes heads, relations and children of the tokens from `first` on, which are one English
 * sentence; returns its root.
 */
export function mendTellingParticiples(tokens: readonly Movable[], first: number, root: number): number {
  let top = root;
  for (let at = first + 2; at < tokens.length - 2; at++) {
    const word = tokens[at] as Movable;
    if (/^(?:told|tells)$/.test(word.text) && word.deprel === 'amod') {
      top = giveAddressee(tokens, first, word, top);
      continue;
    }
    if (!TELLING.has(word.text) || !BEFORE.test((tokens[at - 1] as Movable).text)) continue;
    if (!/^(?:amod|compound)/.test(word.deprel) || word.head <= at) continue;
    const clause = clauseOfSubject(tokens, tokens[word.head] as Movable);
    if (!clause || clause.index <= word.head) continue;
    top = govern(tokens, first, word, clause, top);
  }
  return top;
}

/**
 * 'Mr. Drenn, who had been away, told reporters that he would come': where the verb behind the comma was taken for an adjective of those who were
 * told, and what is on top is the one who told them. Returns the root.
 */
function giveAddressee(tokens: readonly Movable[], first: number, verb: Movable, root: number): number {
  const told = tokens[verb.head] as Movable;
  const speaker = tokens[root] as Movable;
  if (told.index < verb.index || tokens[verb.index - 1]?.text !== ',') return root;
  if (root < first || root > verb.index || !/^(?:NOUN|PROPN)$/.test(speaker.upos)) return root;
  const behind = tokens.slice(told.index + 1).filter(({ head }) => head < verb.index && head >= first);
  raise(tokens, verb);
  move(tokens, speaker, verb.index, 'nsubj');
  move(tokens, told, verb.index, 'iobj');
  for (const word of behind) move(tokens, word, verb.index);
  return verb.index;
}

/** The finite verb that a noun, or a noun above it, is the subject of. */
function clauseOfSubject(tokens: readonly Movable[], noun: Movable): Movable | null {
  let at = noun;
  for (let step = 0; step < MOST_STEPS && !/^nsubj/.test(at.deprel); step++) {
    if (at.head < 0 || at.index < noun.index) return null;
    at = tokens[at.head] as Movable;
  }
  return /^nsubj/.test(at.deprel) ? ((tokens[at.head] as Movable | undefined) ?? null) : null;
}

function govern(
  tokens: readonly Movable[],
  first: number,
  word: Movable,
  clause: Movable,
  root: number,
): number {
  const main = clause.head < 0 ? verbBefore(tokens, first, word.index) : (tokens[clause.head] as Movable);
  if (!main || main.index > word.index) return root;
  const isRoot = clause.head < 0;
  if (isRoot) {
    if (!isBelow(tokens, main, clause)) return root;
    raise(tokens, main);
  }
  move(tokens, word, main.index, 'advcl');
  move(tokens, clause, word.index, 'ccomp');
  for (const child of [...clause.children])
    if (child < word.index) move(tokens, tokens[child] as Movable, main.index);
  return isRoot ? main.index : root;
}

/** The last finite verb before a place. */
function verbBefore(tokens: readonly Movable[], first: number, end: number): Movable | null {
  for (let at = end - 1; at >= first; at--) {
    const token = tokens[at] as Movable;
    if (token.upos === 'VERB' && /VerbForm=Fin/.test(token.feats)) return token;
  }
  return null;
}
