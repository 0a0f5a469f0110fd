import type { Token } from '../document.ts';
import type { ChainBook, OpenChain } from './chain.ts';
import type { ReferenceWords } from './lexicon.ts';

/** Two named side by side: 'Armenia and Azerbaijan', 'between Baku and Yerevan'. */
export interface Pair {
  readonly first: OpenChain;
  readonly second: OpenChain;
  readonly sentence: number;
  /** Heads of the two names. */
  readonly heads: readonly [number, number];
}

/** The pairs among tokens [from, end) of a sentence, by coordination; three and more in a row are no pair. */
export function pairsOf(tokens: readonly Token[], from: number, end: number, book: ChainBook): Pair[] {
  const pairs: Pair[] = [];
  for (let at = from; at < end; at++) {
    const first = book.chainAt(at);
    if (!first) continue;
    const joined = (tokens[at] as Token).children.filter(
      (child) => (tokens[child] as Token).deprel === 'conj',
    );
    if (joined.length !== 1) continue;
    const other = joined[0] as number;
    const second = book.chainAt(other);
    if (!second || second === first || !alike(first, second)) continue;
    if ((tokens[other] as Token).children.some((child) => (tokens[child] as Token).deprel === 'conj'))
      continue;
    pairs.push({ first, second, sentence: (tokens[at] as Token).sentence, heads: [at, other] });
  }
  return pairs;
}

/** Two persons, or two places, peoples or bodies called by name; 'the peacekeepers and the Red Cross' are no two sides. */
function alike(a: OpenChain, b: OpenChain): boolean {
  const named = (chain: OpenChain) => chain.mentions.some((mention) => mention.kind === 'name');
  if (!named(a) || !named(b)) return false;
  if (a.type === 'PER' || b.type === 'PER') return a.type === b.type;
  return (a.type === 'ORG') === (b.type === 'ORG');
}

/** Which kind of pair a noun asks for: 'the two sides', 'both countries', 'the two leaders'; null where none. */
export function pairAsked(
  token: Token,
  tokens: readonly Token[],
  words: ReferenceWords,
): 'any' | 'place' | 'person' | null {
  const noun = token.text.toLowerCase();
  const { any, place, person } = words.pairs;
  if (!any.has(noun) && !place.has(noun) && !person.has(noun)) return null;
  const children = token.children.map((child) => (tokens[child] as Token).text.toLowerCase());
  const two = children.some((child) => words.pairWords.has(child));
  const definite = children.some((child) => words.definite.has(child));
  if (words.pairs.any.has(noun)) return two || (definite && children.length === 1) ? 'any' : null;
  if (!two) return null;
  if (words.pairs.place.has(noun)) return 'place';
  return words.pairs.person.has(noun) ? 'person' : null;
}

/** How many sentences back a pair is remembered where the article has named several. */
const NEAR = 3;

/** The pair meant: the only one of the article so far, else the only one of the last sentences; null in doubt. */
export function pairMeant(
  pairs: readonly Pair[],
  kind: 'any' | 'place' | 'person',
  sentence: number,
): Pair | null {
  const fitting = pairs.filter((pair) =>
    kind === 'any' ? true : kind === 'person' ? pair.first.type === 'PER' : pair.first.type !== 'PER',
  );
  const only = (list: readonly Pair[]) => {
    const keys = new Set(
      list.map(({ first, second }) => [first.id, second.id].sort((a, b) => a - b).join(' ')),
    );
    return keys.size === 1 ? (list.at(-1) as Pair) : null;
  };
  return only(fitting) ?? only(fitting.filter((pair) => sentence - pair.sentence <= NEAR));
}

/** A government named by its country or capital, or a people by its adjective, as one of two sides. */
export interface Party {
  readonly country: string;
  readonly sentence: number;
  readonly head: number;
  readonly chain: () => OpenChain;
}

/**
 * Two governments that the last sentences speak of, and no third ('Baku denied it. Yerevan insisted. The two sides …'): the pair
 * in the order of their first mention there; null where there are more or fewer. `within` counts sentences back.
 */
export function pairOfParties(parties: readonly Party[], sentence: number, within: number): Pair | null {
  const first = new Map<string, Party>();
  for (const party of parties)
    if (sentence - party.sentence <= within && !first.has(party.country)) first.set(party.country, party);
  if (first.size !== 2) return null;
  const [one, other] = [...first.values()] as [Party, Party];
  return {
    first: one.chain(),
    second: other.chain(),
    sentence: other.sentence,
    heads: [one.head, other.head],
  };
}
