import { childrenOf, hasChild, type Movable } from './moving.ts';

/** Nouns of which a clause says what they are. */
const SAYINGS =
  /^(?:accusation|acknowledge?ment|admission|allegation|announcement|argument|assertion|assessment|assumption|assurance|belief|charge|claim|complaint|concern|conclusion|confidence|confirmation|contention|conviction|declaration|denial|disclosure|doubt|expectation|fact|fear|feeling|guarantee|hint|hope|idea|impression|indication|insistence|news|notion|opinion|pledge|possibility|prediction|promise|proof|realization|reminder|report|revelation|rumou?r|sense|sign|speculation|statement|suggestion|suspicion|theory|thought|threat|view|vow|warning|worry)$/;

/**
 * 'in the hopes that the dam will hold the water': read as a relative clause (`acl:relcl`), but it has an object of its own, so that the
 * noun stands for nothing in it: it says what is hoped (`acl`, 'that' being its `mark`). Changes relations of the tokens from `first` on,
 * which are one English sentence.
 */
export function mendWholeClauses(tokens: readonly Movable[], first: number): void {
  for (let at = first + 1; at < tokens.length; at++) {
    const that = tokens[at] as Movable;
    const clause = tokens[that.head];
    if (that.text !== 'that' || clause?.deprel !== 'acl:relcl' || clause.head !== at - 1) continue;
    if (!SAYINGS.test((tokens[at - 1] as Movable).lemma.toLowerCase()) || !isWhole(tokens, clause, that))
      continue;
    that.deprel = 'mark';
    clause.deprel = 'acl';
  }
}

function isWhole(tokens: readonly Movable[], clause: Movable, that: Movable): boolean {
  const own = childrenOf(tokens, clause).filter(({ index }) => index > that.index);
  if (
    that.deprel === 'nsubj' ||
    !own.some(({ deprel, index }) => /^nsubj/.test(deprel) && index < clause.index)
  )
    return false;
  return (
    own.some(({ deprel, index }) => /^(?:obj|ccomp|xcomp)$/.test(deprel) && index > clause.index) ||
    hasChild(tokens, clause, /^(?:cop|aux:pass)$/)
  );
}
