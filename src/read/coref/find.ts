import type { Article } from '../../model/index.ts';
import type { Entity, Mention, MentionChain, Sentence, Token } from '../document.ts';
import { rolesOf } from '../entities/roles.ts';
import { type Seats, seatsOf } from '../entities/seats.ts';
import { ChainBook, type OpenChain } from './chain.ts';
import { type ReferenceWords, referenceWords } from './lexicon.ts';
import { nameKeys, plainName } from './names.ts';
import { type NominalView, nominalChain, note, phraseOf } from './nominals.ts';
import { type Pair, type Party, pairAsked, pairMeant, pairOfParties, pairsOf } from './pairs.ts';
import { antecedentOf, pronounKind, quotedTokens, type SentenceMemory } from './pronouns.ts';
import { sexOfName } from './sex.ts';

const LANGUAGES = new Set(['en']);

/** The most pairs of names that are remembered, so that the work stays linear. */
const PAIRS_KEPT = 24;

/** How many sentences back two governments are taken for 'the two sides'. */
const PARTIES_WITHIN = 3;

/** The most governments that are remembered. */
const PARTIES_KEPT = 24;

/** How many tokens back a pair of the same sentence is looked for. */
const LOOKBACK = 60;

/** The most mentions of a sentence that pronouns choose among. */
const SEEN_KEPT = 48;

const roleNouns = new Map<string, ReadonlySet<string>>();

function rolesKnown(language: string): ReadonlySet<string> {
  const known = roleNouns.get(language);
  if (known) return known;
  const { roles } = rolesOf(language);
  roleNouns.set(language, roles);
  return roles;
}

/**
 * Who and what the article refers to again and again: chains of names, common nouns and pronouns. Rules in the order of
 * their precision (a sieve: Lee et al. 2013): names, then definite nouns and pairs, then pronouns, each read left to
 * right; where two antecedents are possible there is none. Needs trees. Linear in the article.
 */
export function findChains(
  article: Pick<Article, 'text'>,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  entities: readonly Entity[],
): MentionChain[] {
  const language = sentences.find((sentence) => LANGUAGES.has(sentence.language))?.language;
  if (!language) return [];
  const words = referenceWords(language);
  const book = new ChainBook(tokens.length);
  const keys = nameKeys(entities, words);
  const view: NominalView = {
    text: article.text,
    tokens,
    words,
    book,
    roleNouns: rolesKnown(language),
    byNoun: new Map(),
  };
  const keyAt = new Map(entities.map(({ head }, index) => [head, keys[index] as string]));
  const story: Story = {
    language,
    pairs: [],
    parties: [],
    seats: seatsOf(language),
    quoted: quotedTokens(sentences, tokens),
    namedAt: (token) => {
      const key = keyAt.get(token);
      return key === undefined ? undefined : book.find(key);
    },
  };
  const { pairs } = story;
  const inside = new Uint8Array(tokens.length);
  for (const entity of entities) inside.fill(1, entity.firstToken, entity.endToken);
  let memories: SentenceMemory[] = [];
  let next = 0;
  for (const sentence of sentences) {
    const memory: SentenceMemory = { seen: [], subject: null, paragraph: sentence.paragraph };
    memories = [memory, ...memories.slice(0, 2)];
    for (let at = sentence.firstToken; at < sentence.endToken; at++) {
      const token = tokens[at] as Token;
      let chain: OpenChain | null = null;
      while (next < entities.length && (entities[next] as Entity).endToken <= at) next++;
      const entity = entities[next];
      if (entity && entity.head === at) {
        chain = addName(entity, keys[next] as string, token, view, story);
        addParty(entity, keys[next] as string, token, chain, view, story);
      } else if (!inside[at]) chain = addReference(token, sentence, view, memories, story);
      if (!chain) continue;
      if (memory.seen.length < SEEN_KEPT) memory.seen.push(chain);
      if (token.deprel.startsWith('nsubj') && token.head === sentence.root) memory.subject = chain;
    }
    pairs.push(...pairsOf(tokens, sentence.firstToken, sentence.endToken, book));
    if (pairs.length > PAIRS_KEPT) pairs.splice(0, pairs.length - PAIRS_KEPT);
  }
  return closed(book);
}

/** What an article has told so far, beside its chains. */
interface Story {
  readonly language: string;
  readonly pairs: Pair[];
  readonly parties: Party[];
  readonly seats: Seats;
  readonly quoted: Uint8Array;
  readonly namedAt: (token: number) => OpenChain | undefined;
}

/** Remembers a country, a capital or a people's adjective as one that may be one of 'the two sides'. */
function addParty(
  entity: Entity,
  key: string,
  token: Token,
  chain: OpenChain | null,
  view: NominalView,
  { seats, parties }: Story,
): void {
  const name = entity.text.toLowerCase();
  const adjective = entity.type === 'NORP' && isJoinedAdjective(token, view.tokens);
  if (!adjective && (entity.type !== 'LOC' || chain === null)) return;
  const country = seats.countryOf(name);
  if (!adjective && (entity.standsFor !== 'government' || country === undefined)) return;
  const { start, end, text, head } = entity;
  const open = () => {
    if (chain) return chain;
    const opened = view.book.keyed(key, entity.type, text, true);
    if (!opened.entities.includes(entity.index))
      view.book.add(opened, { start, end, text, head, kind: 'name' }, entity);
    return opened;
  };
  parties.push({ country: country ?? key, sentence: token.sentence, head, chain: open });
  if (parties.length > PARTIES_KEPT) parties.shift();
}

/** 'Armenian and Azerbaijani delegations': adjectives side by side, each of another side. */
function isJoinedAdjective(token: Token, tokens: readonly Token[]): boolean {
  const joined = (one: Token) => one.children.some((child) => tokens[child]?.deprel === 'conj');
  if (token.deprel === 'amod') return joined(token);
  const first = tokens[token.head];
  return token.deprel === 'conj' && first?.deprel === 'amod';
}

function addName(
  entity: Entity,
  key: string,
  token: Token,
  view: NominalView,
  { language }: Story,
): OpenChain | null {
  if (entity.type === 'NORP' && /^(amod|compound|nmod:poss)/.test(token.deprel)) return null;
  const chain = view.book.keyed(key, entity.type, entity.text, entity.type === 'NORP');
  const { start, end, text } = entity;
  view.book.add(chain, { start, end, text, head: entity.head, kind: 'name' }, entity);
  if (entity.type === 'PER') {
    const role = entity.role?.toLowerCase().split(' ') ?? [];
    chain.sex ??= sexOf([...role, titleBefore(entity, view.tokens)], view.words);
    chain.sex ??= sexOfName(entity.text, language, view.words);
    const office = role.at(-1);
    if (office && view.roleNouns.has(office)) note(view, office, chain);
  } else {
    const last = plainName(entity.text).split(' ').at(-1) as string;
    if (view.words.bodies.has(last) || view.words.places.has(last)) note(view, last, chain);
  }
  return chain;
}

function titleBefore(entity: Entity, tokens: readonly Token[]): string {
  return tokens[entity.firstToken - 1]?.text.toLowerCase() ?? '';
}

function sexOf(words: readonly string[], reference: ReferenceWords): 'he' | 'she' | null {
  if (words.some((word) => reference.feminine.has(word))) return 'she';
  return words.some((word) => reference.masculine.has(word)) ? 'he' : null;
}

function addReference(
  token: Token,
  sentence: Sentence,
  view: NominalView,
  memories: readonly SentenceMemory[],
  story: Story,
): OpenChain | null {
  const { pairs, parties, quoted, namedAt } = story;
  const { tokens, words, book } = view;
  const kind = pronounKind(token, words);
  if (kind) {
    const chain = antecedentOf(token, kind, {
      tokens,
      sentence,
      book,
      memories,
      quoted,
      namedAt,
      harming: view.words.harming,
      roleNouns: view.roleNouns,
    });
    if (!chain) return null;
    if (kind === 'he' || kind === 'she') chain.sex ??= kind;
    const { start, end, text } = token;
    book.add(chain, { start, end, text, head: token.index, kind: 'pronoun' });
    return chain;
  }
  const one = ordinalOfPair(token, view, pairs, parties, sentence.index);
  if (one) {
    const { start } = tokens[token.index - 1] as Token;
    const text = view.text.slice(start, token.end);
    book.add(one, { start, end: token.end, text, head: token.index, kind: 'nominal' });
    return one;
  }
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return null;
  const asked = pairAsked(token, tokens, words);
  if (asked) {
    const from = Math.max(sentence.firstToken, token.index - LOOKBACK);
    const here = [
      ...pairs,
      ...pairsOf(tokens, from, token.index, book).filter(({ heads }) => heads[1] < token.index),
    ];
    const pair =
      pairMeant(here, asked, sentence.index) ??
      (asked === 'person' ? null : pairOfParties(parties, sentence.index, PARTIES_WITHIN));
    if (!pair) return null;
    pairs.push({ ...pair, sentence: sentence.index });
    const chain = groupOf(pair, view);
    book.add(chain, phraseOf(view.text, tokens, token));
    return chain;
  }
  const chain = landMeant(token, view, memories, story) ?? nominalChain(token, view);
  if (chain) book.add(chain, phraseOf(view.text, tokens, token));
  return chain;
}

/** 'the country', 'its nation': the only country that this sentence or the two before it name. */
function landMeant(
  token: Token,
  { tokens, words }: NominalView,
  memories: readonly SentenceMemory[],
  { seats }: Story,
): OpenChain | null {
  if (!words.lands.has(token.text.toLowerCase()) || token.deprel === 'compound') return null;
  const children = token.children.map((child) => tokens[child] as Token);
  const definite = children.some(
    (child) => /^(the|this|that)$/i.test(child.text) && child.index < token.index,
  );
  const described = children.some(({ deprel }) =>
    /^(amod|compound|nummod|acl|nmod(?!:poss)|appos)/.test(deprel),
  );
  if (!definite || described) return null;
  const named = new Set<OpenChain>();
  for (const memory of memories)
    for (const chain of memory.seen)
      if (
        chain.type === 'LOC' &&
        seats.countryOf(plainName(chain.name)) !== undefined &&
        !seats.isCapital(plainName(chain.name))
      )
        named.add(chain);
  return named.size === 1 ? ([...named][0] as OpenChain) : null;
}

/** 'the former', 'the latter' by themselves: the one or the other of the pair just named. */
function ordinalOfPair(
  token: Token,
  view: NominalView,
  pairs: readonly Pair[],
  parties: readonly Party[],
  sentence: number,
): OpenChain | null {
  const lower = token.text.toLowerCase();
  const { words, tokens } = view;
  if (!words.former.has(lower) && !words.latter.has(lower)) return null;
  const next = tokens[token.index + 1];
  if (next && next.sentence === token.sentence && /^(NOUN|PROPN|ADJ|NUM)$/.test(next.upos)) return null;
  if (!words.definite.has(tokens[token.index - 1]?.text.toLowerCase() ?? '')) return null;
  const near = pairs.filter((pair) => sentence - pair.sentence <= 1);
  const alike = new Set(near.map(({ first, second }) => `${first.id} ${second.id}`));
  const pair =
    alike.size === 1 ? near.at(-1) : near.length === 0 ? pairOfParties(parties, sentence, 1) : null;
  if (!pair) return null;
  return words.former.has(lower) ? pair.first : pair.second;
}

/** The chain of a pair: the names of its two and every 'the two sides'. */
function groupOf(pair: Pair, { book, text, tokens }: NominalView): OpenChain {
  const [first, second] = [pair.first, pair.second].sort((a, b) => a.id - b.id) as [OpenChain, OpenChain];
  const key = `pair ${first.id} ${second.id}`;
  const known = book.find(key);
  if (known) return known;
  const chain = book.keyed(key, 'GROUP', `${pair.first.name} and ${pair.second.name}`, true);
  for (const head of pair.heads) {
    const token = tokens[head] as Token;
    const mention = book.chainAt(head)?.mentions.find((one) => one.head === head);
    chain.mentions.push(
      mention ?? {
        start: token.start,
        end: token.end,
        text: text.slice(token.start, token.end),
        head,
        kind: 'name',
      },
    );
  }
  chain.entities.push(...[pair.first, pair.second].flatMap(({ entities }) => entities.slice(0, 1)));
  return chain;
}

/** Chains of one common noun alone say nothing; the others are given in order of their first mention. */
function closed(book: ChainBook): MentionChain[] {
  return book.chains
    .filter(({ mentions }) => mentions.length > 1 || mentions[0]?.kind === 'name')
    .map(({ name, type, mentions, entities }) => ({
      name,
      type,
      mentions: [...mentions].sort((a: Mention, b: Mention) => a.start - b.start || a.end - b.end),
      entities: [...new Set(entities)],
    }))
    .sort((a, b) => (a.mentions[0] as Mention).start - (b.mentions[0] as Mention).start)
    .map((chain, index) => ({ index, ...chain }));
}
