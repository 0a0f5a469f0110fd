import type { Actor } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { ActorRegistry, ExtractionContext } from '../context.ts';
import { childrenIn, type Extents, prepositionOf, relationOf } from '../phrase.ts';
import { countryWord } from './countries.ts';
import { NamedParties } from './named-parties.ts';
import { isDisputedSide, namesOf } from './names.ts';
import { NamesBeside } from './names-beside.ts';
import { isPlural, NominalParties } from './nominal-parties.ts';
import { PartyBook } from './party-book.ts';
import { isInActorPosition } from './position.ts';
import { isPairNoun, type SideFinder, sideFinder } from './sides.ts';

/** Builds the registry of a document: names by the tagger and the lexicon, joined by the document's chains. */
export function actorRegistry(
  document: Document,
  extents: Extents,
  ids: ExtractionContext['ids'],
  placeOf: ExtractionContext['placeOf'],
): ActorRegistry {
  return new Registry(document, extents, ids, placeOf);
}

/** Words between a body's name and the preposition before it, at most: 'of the Varda-based'. */
const MOST_BETWEEN = 6;
/** 'tens of thousands of hundreds': counts of counts, at most. */
const MOST_COUNTS = 3;
/** Words of a title that hang on one another, at most. */
const MOST_TITLES = 4;

/** Nouns that say how many of others there are. */
const COUNTS = new Set([
  'dozen',
  'score',
  'hundred',
  'thousand',
  'million',
  'ten',
  'number',
  'majority',
  'handful',
  'group',
  'crowd',
  'most',
  'some',
  'many',
  'several',
  'half',
  'all',
  'couple',
]);

class Registry implements ActorRegistry {
  private readonly document: Document;
  private readonly book: PartyBook;
  private readonly named: NamedParties;
  private readonly nominals: NominalParties;
  private readonly beside: NamesBeside;
  private readonly keysOfGroup = new Map<number, readonly string[]>();
  /** Pronouns that stand for 'the two countries' and the like → that noun. */
  private readonly pairOfPronoun = new Map<number, number>();
  private readonly findSides: SideFinder;

  constructor(
    document: Document,
    extents: Extents,
    ids: ExtractionContext['ids'],
    placeOf: ExtractionContext['placeOf'],
  ) {
    this.document = document;
    const countryOfPlace = (token: number) => placeOf(token)?.country;
    this.book = new PartyBook(document, extents, ids, countryOfPlace);
    this.named = new NamedParties(this.book, countryOfPlace);
    this.nominals = new NominalParties(this.book);
    this.beside = new NamesBeside(this.book, this.nominals);
    const names = namesOf(document);
    for (const name of names)
      for (let index = name.firstToken; index < name.endToken; index++) this.book.nameAt[index] = name;
    for (const name of names) if (name.type === 'PER') this.named.noteSurname(name);
    for (const name of names) this.named.enter(name);
    this.joinChains();
    this.named.describeByChains();
    this.findSides = sideFinder(document, (token) => this.sideAt(token));
  }

  actorOf(index: number): string | null {
    const token = this.countedBy(index) ?? index;
    const key = this.keyOf(token, false);
    return key === null ? null : this.book.use(key, token);
  }

  actorsOf(
    head: number,
    { add = false, acts = false }: { readonly add?: boolean; readonly acts?: boolean } = {},
  ): readonly string[] {
    const found: string[] = [];
    const person = this.titledPerson(head) ?? (acts ? this.memberOfBody(head) : null);
    for (const counted of this.membersOf(person ?? head)) {
      const member = this.countedBy(counted) ?? counted;
      const keys = this.sidesOf(member) ??
        this.nominals.keysOfNations(this.document.tokens[member] as Token) ??
        this.representedBy(member) ?? [this.keyOf(member, add, acts)];
      for (const key of keys) {
        if (key === null) continue;
        const id = this.book.use(key, member);
        if (!found.includes(id)) found.push(id);
      }
    }
    return found;
  }

  get(id: string): Actor {
    const key = this.book.keyOfId.get(id);
    const party = key === undefined ? undefined : this.book.parties.get(key);
    if (!party) throw new RangeError(`no actor ${id} in this record`);
    return this.book.actorFrom(party);
  }

  all(): readonly Actor[] {
    for (const party of this.book.parties.values()) if (party.listed) this.book.idOf(party.key);
    return [...this.book.parties.values()]
      .filter((party) => party.listed)
      .map((party) => this.book.actorFrom(party))
      .sort(
        (a, b) =>
          (a.mentions[0]?.start ?? Infinity) - (b.mentions[0]?.start ?? Infinity) || (a.id < b.id ? -1 : 1),
      );
  }

  /** 'dozens of peacekeepers', 'tens of thousands of refugees': those who are counted. */
  private countedBy(index: number): number | null {
    let at = index;
    for (let step = 0; step < MOST_COUNTS; step++) {
      const token = this.document.tokens[at] as Token;
      if (token.upos !== 'NUM' && !COUNTS.has(token.lemma.toLowerCase())) break;
      const counted = childrenIn(this.document, token, 'nmod').find(
        (child) => child.index > at && prepositionOf(this.document, child) === 'of',
      );
      if (!counted || !isPlural(counted)) return null;
      at = counted.index;
    }
    const { upos } = this.document.tokens[at] as Token;
    return at === index || !/^(?:NOUN|PROPN)$/.test(upos) ? null : at;
  }

  /** 'EU policy chief Jon Vale', taken by its first word: the person whose title it is part of. */
  private titledPerson(index: number): number | null {
    const { tokens } = this.document;
    let at = tokens[index];
    for (let step = 0; at && step < MOST_TITLES; step++) {
      const above: Token | undefined = tokens[at.head];
      if (!above || above.index < at.index || !/^(?:compound|amod|nmod:desc)$/.test(at.deprel)) return null;
      if (this.book.nameAt[above.index]?.type === 'PER') return above.index;
      at = above;
    }
    return null;
  }

  /** 'Jon Vale of the Rivers Institute said', where the tree makes the institute speak: the person whose body it is. */
  private memberOfBody(index: number): number | null {
    const { tokens } = this.document;
    const body = this.book.nameAt[index];
    if (body?.type !== 'ORG') return null;
    for (let at = body.firstToken - 1; at >= body.firstToken - MOST_BETWEEN; at--) {
      const token = tokens[at];
      if (!token || token.sentence !== (tokens[index] as Token).sentence || token.text === ',') return null;
      if (!/^(?:of|at|from|with)$/i.test(token.text)) continue;
      const person = this.book.nameAt[at - 1];
      return person?.type === 'PER' ? person.head : null;
    }
    return null;
  }

  /** Heads of the coordinated phrases under a head: 'Baku and Yerevan' → both. */
  private membersOf(head: number): number[] {
    const token = this.document.tokens[head];
    if (!token) return [];
    const members = [head];
    for (let next = 0; next < members.length && members.length < 8; next++) {
      const member = this.document.tokens[members[next] as number] as Token;
      for (const child of childrenIn(this.document, member, 'conj'))
        if (
          ['NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM'].includes(child.upos) &&
          !this.describes(child, token) &&
          !this.isBehindVerb(member, child)
        )
          members.push(child.index);
    }
    return members.sort((a, b) => a - b);
  }

  /** 'killing 19 people and abducting dozens, police and residents said': what stands behind a verb that is no part of the phrase. */
  private isBehindVerb(first: Token, member: Token): boolean {
    const { tokens } = this.document;
    for (let at = first.index + 1; at < member.index; at++) {
      const verb = tokens[at] as Token;
      if (verb.upos !== 'VERB') continue;
      // 'and abducting dozens', read as an adjective of the dozens
      if (/ing$/i.test(verb.text) && tokens[at - 1]?.upos === 'CCONJ' && at < member.index - 1) return true;
      let above = verb;
      for (let step = 0; step < 8 && above.head > first.index; step++) above = tokens[above.head] as Token;
      const isInside = above.head === first.index && relationOf(above) !== 'conj';
      if (!isInside && verb.head !== member.index) return true;
    }
    return false;
  }

  /** 'Norland and [Sudrian] leader Tavi', read as the second of two: an adjective before its noun is nobody of its own. */
  private describes({ index, upos, sentence }: Token, first: Token): boolean {
    const next = this.document.tokens[index + 1];
    return (
      upos === 'ADJ' &&
      first.upos !== 'ADJ' &&
      next?.sentence === sentence &&
      /^(?:NOUN|PROPN)$/.test(next.upos)
    );
  }

  /** The state or disputed side that a token names or describes: 'Baku', 'Armenian', 'Stepanakert'. */
  private sideAt(token: number): string | undefined {
    const name = this.book.nameAt[token];
    if (name?.known && isDisputedSide(name.known)) return `known:${name.known.names[0]}`;
    const key = this.book.keyAt.get(token);
    const isArmed = key !== undefined && this.book.parties.get(key)?.kind === 'armed-group';
    if (key !== undefined && (isArmed || (key.startsWith('gov:') && !name))) return key;
    if (name?.known) return undefined;
    const country = countryWord((this.document.tokens[token] as Token).text)?.country;
    return country === undefined ? undefined : this.book.government(country);
  }

  private joinChains(): void {
    for (const chain of this.document.chains) {
      const pair = chain.mentions.findLast(
        ({ kind, head }) =>
          kind === 'nominal' && isPairNoun(this.document, this.document.tokens[head] as Token),
      );
      if (pair)
        for (const { kind, head } of chain.mentions)
          if (kind === 'pronoun' && head > pair.head) this.pairOfPronoun.set(head, pair.head);
      const members: string[] = [];
      for (const mention of chain.mentions) {
        const key = this.book.keyAt.get(mention.head);
        if (mention.kind === 'name' && key !== undefined && !members.includes(key)) members.push(key);
      }
      if (chain.type === 'GROUP' && members.length > 1) {
        for (const mention of chain.mentions)
          if (mention.kind !== 'name') this.keysOfGroup.set(mention.head, members);
        continue;
      }
      if (members.length > 1 && (chain.type === 'PER' || chain.type === 'ORG')) this.book.join(members);
      const nominal = chain.mentions.find((mention) => mention.kind === 'nominal');
      const key =
        this.book.joinedKey(members[0]) ?? (nominal ? this.nominals.nominalKey(nominal.head, true) : null);
      if (key === null || key === undefined) continue;
      const isArmedGroup = this.book.parties.get(key)?.kind === 'armed-group';
      for (const { head, kind } of chain.mentions) {
        if (this.book.keyAt.has(head)) continue;
        // 'the army' beside the Liberation Army is the state's
        const agent =
          kind === 'nominal' ? this.nominals.agentAt(this.document.tokens[head] as Token) : undefined;
        if (!(isArmedGroup && agent?.stands === 'armed-force')) this.book.keyAt.set(head, key);
      }
    }
  }

  private keyOf(index: number, add: boolean, acts = false): string | null {
    const token = this.document.tokens[index];
    if (!token) return null;
    if (token.upos === 'ADJ' && add) {
      const word = countryWord(token.text);
      if (word?.form === 'demonym') return this.book.government(word.country);
    }
    const name = this.book.nameAt[index];
    if (name) {
      if (
        !acts &&
        this.named.isPlaceLike(name) &&
        !isInActorPosition(this.document, this.document.tokens[name.head] as Token, this.named.isSeat(name))
      )
        return null;
      if (name.country?.form === 'demonym' && ['amod', 'compound'].includes(relationOf(token)))
        return add ? this.book.government(name.country.country) : null;
      return this.book.keyAt.get(name.head) ?? null;
    }
    if (token.upos === 'NOUN' || token.upos === 'PROPN') {
      const inner = childrenIn(this.document, token, 'flat', 'appos', 'nmod', 'compound', 'list').find(
        (child) =>
          this.book.nameAt[child.index]?.type === 'PER' &&
          (child.deprel !== 'nmod' || prepositionOf(this.document, child) === '') &&
          child.deprel !== 'nmod:poss' &&
          child.index > index,
      );
      const beside = inner ?? this.beside.bodyBehind(token) ?? this.beside.personBeside(token);
      if (beside) return this.book.keyAt.get(beside.index) ?? null;
      if (isPairNoun(this.document, token)) return null;
    }
    return this.book.keyAt.get(index) ?? this.nominals.nominalKey(index, add);
  }

  /** 'both sides', 'the two countries', 'each side': the two that are meant, where that is clear. */
  private sidesOf(index: number): readonly string[] | null {
    const token = this.document.tokens[index] as Token;
    if (isPairNoun(this.document, token)) {
      const sides = this.findSides.sidesAt(index);
      if (sides) return sides;
    }
    const pair = this.pairOfPronoun.get(index);
    const meant = pair === undefined ? null : this.findSides.sidesAt(pair);
    if (meant) return meant;
    const officers = this.nominals.officersOf(token, () => this.findSides.sidesAt(index));
    if (officers) return officers;
    const group = this.keysOfGroup.get(index);
    if (group && this.nominals.areOthers(token, group)) return null;
    return group?.every((key) => !isPairNoun(this.document, token) || this.findSides.isMain(key))
      ? group
      : null;
  }

  /** 'the leaders of Armenia and Azerbaijan', 'representatives of Baku and Stepanakert': those whom they stand for. */
  private representedBy(index: number): readonly string[] | null {
    const token = this.document.tokens[index] as Token;
    if (token.upos !== 'NOUN' || !isPlural(token)) return null;
    const agent = this.nominals.agentAt(token);
    if (!agent || (agent.sector !== 'GOV' && agent.sector !== 'MIL')) return null;
    const owner = childrenIn(this.document, token, 'nmod').find((child) =>
      ['of', 'from', ''].includes(prepositionOf(this.document, child)),
    );
    if (!owner) return null;
    const keys: string[] = [];
    for (const member of this.membersOf(owner.index)) {
      const name = this.book.nameAt[member];
      const key = name ? this.book.keyAt.get(name.head) : undefined;
      if (key === undefined) continue;
      const country = key.startsWith('gov:') ? key.slice(4) : undefined;
      const holder = agent.person ? this.nominals.holderOf(agent, country) : null;
      keys.push(
        holder ??
          (agent.stands === 'armed-force' && country !== undefined
            ? this.book.armedForce(country, `${name?.text} ${token.text}`)
            : key),
      );
    }
    return keys.length > 0 ? keys : null;
  }
}
