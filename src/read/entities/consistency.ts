import type { EntityType, Token } from '../document.ts';
import { type Draft, wordsOf } from './draft.ts';

/**
 * Makes an article agree with itself: one name is one kind of thing throughout (the kind that most of its mentions have),
 * and the last name of a person named in full is that person wherever it stands alone ('Ruben Vardanyan … Vardanyan').
 */
export function consistent(tokens: readonly Token[], drafts: readonly Draft[]): Draft[] {
  const votes = new Map<string, Map<EntityType, number>>();
  const surnames = new Set<string>();
  for (const draft of drafts) {
    const name = wordsOf(tokens, draft);
    const tally = votes.get(name) ?? new Map<EntityType, number>();
    votes.set(name, tally);
    tally.set(draft.type, (tally.get(draft.type) ?? 0) + 1);
    if (draft.type === 'PER' && draft.end - draft.first > 1)
      surnames.add((tokens[draft.end - 1] as Token).text);
  }
  const voted = drafts.map((draft): Draft => {
    const name = wordsOf(tokens, draft);
    const single = draft.end - draft.first === 1;
    if (draft.type === 'NORP') {
      const isPerson = single && surnames.has(name) && standsAlone(tokens, draft.first);
      return isPerson ? { ...draft, type: 'PER' } : draft;
    }
    const tally = votes.get(name) as Map<EntityType, number>;
    if (single && draft.type !== 'LOC' && surnames.has(name)) return { ...draft, type: 'PER' };
    let best: EntityType = draft.type;
    for (const [type, count] of tally) if (count > (tally.get(best) ?? 0)) best = type;
    return best === draft.type ? draft : { ...draft, type: best };
  });
  const taken = new Uint8Array(tokens.length);
  for (const { first, end } of voted) taken.fill(1, first, end);
  const missed: Draft[] = [];
  for (const token of surnames.size > 0 ? tokens : []) {
    if (!surnames.has(token.text)) continue;
    const capital = token.text.length > 2 && token.text[0] !== token.text[0]?.toLowerCase();
    const naming = token.upos === 'PROPN' || (token.text.length > 4 && /^(NOUN|ADJ|X)$/.test(token.upos));
    if (capital && naming && !taken[token.index]) {
      missed.push({ type: 'PER', first: token.index, end: token.index + 1 });
    }
  }
  return [...voted, ...missed];
}

/** 'Tatar said', where Ersin Tatar was named: not 'the Tatars', 'a Tatar officer', 'Tatar and Russian villages'. */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const name = tokens[at] as Token;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  return (
    /^(?:nsubj|obj|iobj|obl|root|parataxis)/.test(name.deprel) &&
    before?.upos !== 'DET' &&
    before?.upos !== 'ADJ' &&
    !/^(?:NOUN|PROPN|ADJ|CCONJ)$/.test(next?.upos ?? '')
  );
}
