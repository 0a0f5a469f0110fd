import { type Actor, type ActorKind, type PloverSector, type Span, spanOf } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { ActorRegistry, ExtractionContext } from '../context.ts';
import { childIn, childrenIn, type Extents, prepositionOf, relationOf } from '../phrase.ts';
import { type Agent, agentAtEnd, agentOfPhrase } from './agents.ts';
import { countries, countryWord } from './countries.ts';
import { countryOfPhrase } from './country-of-phrase.ts';
import { actorKnowledge } from './knowledge.ts';
import { isSeatOf, type Name, namesOf } from './names.ts';
import { isInActorPosition } from './position.ts';
import { isPairNoun, type SideFinder, sideFinder } from './sides.ts';

/** An actor while the article is being read. */
interface Party {
  readonly key: string;
  name: string;
  kind: ActorKind;
  country?: string;
  sector?: PloverSector;
  role?: string;
  affiliation?: string;
  wikidata?: string;
  readonly mentions: Map<number, Span>;
  /** Belongs in the record even where no line names it. */
  listed: boolean;
  /** The name is one that the article writes. */
  named?: boolean;
}

const MOST_MENTIONS = 200;

/** Builds the registry of a document: names by the tagger and the lexicon, joined by the document's chains. */
export function actorRegistry(
  document: Document,
  extents: Extents,
  ids: ExtractionContext['ids'],
): ActorRegistry {
  return new Registry(document, extents, ids);
}

class Registry implements ActorRegistry {
  private readonly document: Document;
  private readonly extents: Extents;
  private readonly ids: ExtractionContext['ids'];
  private readonly parties = new Map<string, Party>();
  private readonly idOfKey = new Map<string, string>();
  private readonly keyOfId = new Map<string, string>();
  /** Token → name that holds it. */
  private readonly nameAt: (Name | undefined)[];
  /** Token → key, for names and the heads of chain mentions. */
  private readonly keyAt = new Map<number, string>();
  private readonly keysOfGroup = new Map<number, readonly string[]>();
  private readonly surnames = new Map<string, string>();
  private readonly findSides: SideFinder;

  constructor(document: Document, extents: Extents, ids: ExtractionContext['ids']) {
    this.document = document;
    this.extents = extents;
    this.ids = ids;
    this.nameAt = new Array(document.tokens.length);
    const names = namesOf(document);
    for (const name of names)
      for (let index = name.firstToken; index < name.endToken; index++) this.nameAt[index] = name;
    for (const name of names) if (name.type === 'PER') this.noteSurname(name);
    for (const name of names) this.enter(name);
    this.joinChains();
    this.findSides = sideFinder(document, (token) => this.sideAt(token));
  }

  actorOf(token: number): string | null {
    const key = this.keyOf(token, false);
    return key === null ? null : this.use(key, token);
  }

  actorsOf(
    head: number,
    { add = false, acts = false }: { readonly add?: boolean; readonly acts?: boolean } = {},
  ): readonly string[] {
    const found: string[] = [];
    for (const member of this.membersOf(head)) {
      const keys = this.sidesOf(member) ?? this.representedBy(member) ?? [this.keyOf(member, add, acts)];
      for (const key of keys) {
        if (key === null) continue;
        const id = this.use(key, member);
        if (!found.includes(id)) found.push(id);
      }
    }
    return found;
  }

  get(id: string): Actor {
    const key = this.keyOfId.get(id);
    const party = key === undefined ? undefined : this.parties.get(key);
    if (!party) throw new RangeError(`no actor ${id} in this record`);
    return this.actorFrom(party);
  }

  all(): readonly Actor[] {
    for (const party of this.parties.values()) if (party.listed) this.idOf(party.key);
    return [...this.parties.values()]
      .filter((party) => party.listed)
      .map((party) => this.actorFrom(party))
      .sort(
        (a, b) =>
          (a.mentions[0]?.start ?? Infinity) - (b.mentions[0]?.start ?? Infinity) || (a.id < b.id ? -1 : 1),
      );
  }

  /** Heads of the coordinated phrases under a head: 'Baku and Yerevan' → both. */
  private membersOf(head: number): number[] {
    const token = this.document.tokens[head];
    if (!token) return [];
    const members = [head];
    for (let next = 0; next < members.length && members.length < 8; next++) {
      const member = this.document.tokens[members[next] as number] as Token;
      for (const child of childrenIn(this.document, member, 'conj'))
        if (['NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM'].includes(child.upos) && !this.describes(child, token))
          members.push(child.index);
    }
    return members.sort((a, b) => a - b);
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

  private use(key: string, token: number): string {
    const party = this.parties.get(key) as Party;
    party.listed = true;
    this.mention(party, token);
    return this.idOf(key);
  }

  private idOf(key: string): string {
    const known = this.idOfKey.get(key);
    if (known !== undefined) return known;
    const id = this.ids('actor', key);
    this.idOfKey.set(key, id);
    this.keyOfId.set(id, key);
    return id;
  }

  private actorFrom(party: Party): Actor {
    const { name, kind, country, sector, role, wikidata } = party;
    const affiliation = party.affiliation === undefined ? undefined : this.parties.get(party.affiliation);
    return {
      id: this.idOf(party.key),
      name,
      kind,
      ...(country !== undefined && { country }),
      ...(sector !== undefined && { sector }),
      ...(role !== undefined && { role }),
      ...(affiliation?.listed &&
        affiliation.key !== party.key && { affiliation: this.idOf(affiliation.key) }),
      ...(wikidata !== undefined && { wikidata }),
      mentions: [...party.mentions.values()].sort((a, b) => a.start - b.start),
    };
  }

  private party(key: string, make: () => Omit<Party, 'key' | 'mentions' | 'listed'>, listed: boolean): Party {
    let party = this.parties.get(key);
    if (!party) {
      party = { ...make(), key, mentions: new Map(), listed };
      this.parties.set(key, party);
    }
    if (listed) party.listed = true;
    return party;
  }

  private mention(party: Party, token: number): void {
    if (party.mentions.size >= MOST_MENTIONS) return;
    const name = this.nameAt[token];
    const { tokens, article } = this.document;
    const start =
      name && this.keyAt.get(name.head) === party.key
        ? (tokens[name.firstToken] as Token).start
        : this.nominalStart(token);
    const end =
      name && this.keyAt.get(name.head) === party.key
        ? (tokens[name.endToken - 1] as Token).end
        : (tokens[token] as Token).end;
    if (!party.mentions.has(start))
      party.mentions.set(start, spanOf(article.text, start, Math.max(end, start)));
  }

  private nominalStart(token: number): number {
    const head = this.document.tokens[token] as Token;
    let first = token;
    while (first > 0) {
      const before = this.document.tokens[first - 1] as Token;
      if (before.head !== token || !['amod', 'compound', 'nummod', 'nmod'].includes(relationOf(before)))
        break;
      first--;
    }
    return Math.min(head.start, (this.document.tokens[first] as Token).start);
  }

  // ---- names

  private noteSurname(name: Name): void {
    const words = name.text.split(/\s+/);
    const last = (words.at(-1) as string).toLowerCase();
    if (words.length > 1 && !this.surnames.has(last)) this.surnames.set(last, name.text);
  }

  /** Makes or finds the party of a name; states and seats count only where they act. */
  private enter(name: Name): void {
    const key = this.keyOfName(name);
    if (key === null) return;
    for (let index = name.firstToken; index < name.endToken; index++) this.keyAt.set(index, key);
    this.keyAt.set(name.head, key);
    const party = this.parties.get(key) as Party;
    const head = this.document.tokens[name.head] as Token;
    const acts = !this.isPlaceLike(name) || isInActorPosition(this.document, head, this.isSeat(name));
    if (!acts) return;
    if (name.type !== 'NORP' && name.country?.form !== 'demonym') party.listed = true;
    this.mention(party, name.head);
  }

  private isPlaceLike(name: Name): boolean {
    return this.isSeatOfKnown(name) || (name.country !== undefined && name.country.form !== 'demonym');
  }

  private isSeat(name: Name): boolean {
    return name.country?.form === 'seat' || this.isSeatOfKnown(name);
  }

  private isSeatOfKnown(name: Name): boolean {
    return name.known !== undefined && isSeatOf(name.known, name.text);
  }

  /** The state or disputed side that a token names or describes: 'Baku', 'Armenian', 'Stepanakert'. */
  private sideAt(token: number): string | undefined {
    const name = this.nameAt[token];
    if (name?.known) return name.known.seats ? `known:${name.known.names[0]}` : undefined;
    const country = countryWord((this.document.tokens[token] as Token).text)?.country;
    return country === undefined ? undefined : this.government(country);
  }

  private keyOfName(name: Name): string | null {
    const { known, country } = name;
    if (known) {
      if (
        known.kind === 'government' &&
        known.country &&
        /^(?:Kremlin|White House)$/.test(known.names[0] as string)
      )
        return this.government(known.country);
      const key = `known:${known.names[0]}`;
      const first = known.names[0] as string;
      this.party(
        key,
        () => ({
          name:
            known.kind === 'person'
              ? (this.fullName(name.text) ?? name.text)
              : name.text.length > 5
                ? name.text
                : first,
          kind: known.kind,
          ...(known.country !== undefined && { country: known.country }),
          ...(known.sector !== undefined && { sector: known.sector }),
          ...(known.role !== undefined && { role: known.role }),
          ...(known.wikidata !== undefined && { wikidata: known.wikidata }),
        }),
        known.kind !== 'group' && !known.seats,
      );
      if (known.kind === 'person') this.describe(key, name);
      return key;
    }
    if (country?.form === 'name') return this.government(country.country, name.text);
    if (country?.form === 'seat') return this.government(country.country);
    if (country?.form === 'demonym' || name.type === 'NORP') return this.people(name);
    if (name.type === 'PER') return this.person(name);
    if (name.type === 'ORG') return this.organization(name);
    return null;
  }

  private government(country: string, written?: string): string {
    const key = `gov:${country}`;
    const wikidata = countries().wikidataOf.get(country);
    this.party(
      key,
      () => ({
        name: countries().nameOf.get(country) ?? country,
        kind: 'state',
        country,
        sector: 'GOV',
        ...(wikidata && { wikidata }),
      }),
      false,
    );
    const party = this.parties.get(key) as Party;
    if (written !== undefined && !party.named) {
      party.name = written;
      party.named = true;
    }
    return key;
  }

  private armedForce(country: string, name: string): string {
    const key = `mil:${country}`;
    this.party(key, () => ({ name, kind: 'armed-force', country, sector: 'MIL' }), false);
    return key;
  }

  private people(name: Name): string | null {
    const country = name.country?.country;
    const key = `people:${country ?? name.text.toLowerCase()}`;
    this.party(
      key,
      () => ({ name: name.text, kind: 'group', ...(country !== undefined && { country }) }),
      false,
    );
    return key;
  }

  private fullName(text: string): string | undefined {
    return text.includes(' ') ? text : this.surnames.get(text.toLowerCase());
  }

  private person(name: Name): string {
    const full = this.fullName(name.text) ?? name.text;
    const known = actorKnowledge().byName.get(full.toLowerCase());
    if (known?.kind === 'person') return this.keyOfName({ ...name, known }) as string;
    const key = `person:${full.toLowerCase()}`;
    this.party(key, () => ({ name: full, kind: 'person' }), true);
    this.describe(key, name);
    return key;
  }

  private organization(name: Name): string {
    const country =
      countryOfPhrase(name.text, false) ?? this.countryAround(this.document.tokens[name.head] as Token);
    const agent = agentOfPhrase(name.text);
    if (
      agent?.stands === 'armed-force' &&
      country !== undefined &&
      !/\d/.test(name.text) &&
      name.text.split(' ').length <= 3
    )
      return this.armedForce(country, name.text);
    if (agent?.stands === 'government' && country !== undefined) return this.government(country);
    const key = `org:${country ?? ''}:${bodyKey(name.text)}`;
    this.party(
      key,
      () => ({
        name: name.text,
        kind:
          agent && !agent.person ? (agent.kind === 'group' ? 'organization' : agent.kind) : 'organization',
        ...(country !== undefined && { country }),
        ...(agent && { sector: agent.sector }),
      }),
      true,
    );
    return key;
  }

  // ---- what stands around a name

  /** Role, country, sector and affiliation of a person, from the words before the name, after it, and the tagger. */
  private describe(key: string, name: Name): void {
    const party = this.parties.get(key) as Party;
    const { tokens } = this.document;
    const head = tokens[name.head] as Token;
    let first = name.firstToken;
    const sentence = head.sentence;
    while (first > 0 && name.firstToken - first < 7) {
      const before = tokens[first - 1] as Token;
      if (before.sentence !== sentence || !/^(?:ADJ|NOUN|PROPN|PART)$/.test(before.upos)) break;
      if (this.nameAt[first - 1]?.type === 'PER') break;
      first--;
    }
    const titles = tokens.slice(first, name.firstToken);
    const title = titles.length > 0 ? agentAtEnd(titles.map((token) => token.text.toLowerCase())) : undefined;
    const apposed = childrenIn(this.document, head, 'appos')[0];
    const phrase = title
      ? titles.map((token) => token.text).join(' ')
      : apposed
        ? this.phraseText(apposed)
        : (name.entity?.role ?? '');
    const agent = title ?? (phrase ? agentOfPhrase(phrase) : undefined);
    const country =
      countryOfPhrase(phrase, false) ??
      (name.entity?.affiliation ? countryOfPhrase(name.entity.affiliation) : undefined);
    if (!name.known && party.country === undefined && country !== undefined) party.country = country;
    if (agent && party.sector === undefined) party.sector = agent.sector;
    const role = name.entity?.role ?? (title ? title.noun : agent && apposed ? shortRole(phrase) : undefined);
    if (role && (party.role === undefined || party.role.length < 3)) party.role = role;
    if (party.affiliation === undefined) {
      const belongs = [...(apposed ? [apposed] : []), head].flatMap((token) => [
        token,
        ...childrenIn(this.document, token, 'nmod', 'compound', 'obl'),
      ]);
      for (const token of belongs) {
        const other = this.nameAt[token.index];
        if (other && other !== name && other.type === 'ORG') {
          const orgKey = this.keyAt.get(other.head) ?? this.keyOfName(other);
          if (orgKey !== null && orgKey !== key) party.affiliation = orgKey;
        }
      }
    }
  }

  private phraseText(token: Token): string {
    const { tokens, article } = this.document;
    const first = tokens[this.extents.first[token.index] as number] as Token;
    const last = tokens[Math.min(this.extents.last[token.index] as number, token.index + 12)] as Token;
    return article.text.slice(first.start, last.end);
  }

  /** The country of a noun phrase: a nationality or a state among its modifiers. */
  private countryAround(noun: Token): string | undefined {
    for (const child of childrenIn(this.document, noun, 'amod', 'compound', 'nmod')) {
      if (this.nameAt[child.index]?.known) continue;
      const word = countryWord(child.text);
      if (word?.form === 'demonym' && child.deprel === 'nmod' && child.feats.includes('Number=Plur'))
        continue;
      if (
        word &&
        (word.form !== 'seat' || child.deprel === 'nmod:poss' || prepositionOf(this.document, child) !== '')
      )
        return word.country;
      const key = this.keyAt.get(child.index);
      if (key?.startsWith('gov:')) return key.slice(4);
      const deeper = childIn(this.document, child, 'amod', 'compound');
      const nested = deeper ? countryWord(deeper.text) : undefined;
      if (nested && nested.form !== 'seat' && relationOf(child) !== 'nmod') return nested.country;
    }
    return undefined;
  }

  // ---- nouns and pronouns

  private joinChains(): void {
    for (const chain of this.document.chains) {
      const members: string[] = [];
      for (const mention of chain.mentions) {
        const key = this.keyAt.get(mention.head);
        if (mention.kind === 'name' && key !== undefined && !members.includes(key)) members.push(key);
      }
      if (chain.type === 'GROUP' && members.length > 1) {
        for (const mention of chain.mentions)
          if (mention.kind !== 'name') this.keysOfGroup.set(mention.head, members);
        continue;
      }
      const nominal = chain.mentions.find((mention) => mention.kind === 'nominal');
      const key = members[0] ?? (nominal ? this.nominalKey(nominal.head, true) : null);
      if (key === null || key === undefined) continue;
      for (const mention of chain.mentions)
        if (!this.keyAt.has(mention.head)) this.keyAt.set(mention.head, key);
    }
  }

  private keyOf(index: number, add: boolean, acts = false): string | null {
    const token = this.document.tokens[index];
    if (!token) return null;
    if (token.upos === 'ADJ' && add) {
      const word = countryWord(token.text);
      if (word?.form === 'demonym') return this.government(word.country);
    }
    const name = this.nameAt[index];
    if (name) {
      if (
        !acts &&
        this.isPlaceLike(name) &&
        !isInActorPosition(this.document, this.document.tokens[name.head] as Token, this.isSeat(name))
      )
        return null;
      if (name.country?.form === 'demonym' && ['amod', 'compound'].includes(relationOf(token)))
        return add ? this.government(name.country.country) : null;
      return this.keyAt.get(name.head) ?? null;
    }
    if (token.upos === 'NOUN' || token.upos === 'PROPN') {
      const inner = childrenIn(this.document, token, 'flat', 'appos', 'nmod', 'compound', 'list').find(
        (child) =>
          this.nameAt[child.index]?.type === 'PER' &&
          (child.deprel !== 'nmod' || prepositionOf(this.document, child) === '') &&
          child.deprel !== 'nmod:poss' &&
          child.index > index,
      );
      const beside = inner ?? this.bodyBehind(token) ?? this.personBeside(token);
      if (beside) return this.keyAt.get(beside.index) ?? null;
      if (isPairNoun(this.document, token)) return null;
    }
    return this.keyAt.get(index) ?? this.nominalKey(index, add);
  }

  /** 'the rebel group Nova', 'the news agency Orient': the name of a body right behind its noun. */
  private bodyBehind(token: Token): Token | undefined {
    const name = this.nameAt[token.index + 1];
    if (name?.type !== 'ORG' || name.firstToken !== token.index + 1) return undefined;
    const next = this.document.tokens[name.head] as Token;
    const isOfNoun = next.head === token.index && prepositionOf(this.document, next) === '';
    return isOfNoun && this.agentAt(token) !== undefined ? next : undefined;
  }

  /** 'the leader of X, Arayik Harutyunyan,': a person named after the comma that ends the phrase of an office. */
  private personBeside(token: Token): Token | undefined {
    const agent = this.agentAt(token);
    if (!agent || (!agent.person && agent.stands !== 'government') || isPlural(token)) return undefined;
    const { tokens } = this.document;
    for (let index = token.index + 1; index < Math.min(tokens.length, token.index + 14); index++) {
      const next = tokens[index] as Token;
      if (next.sentence !== token.sentence || next.upos === 'VERB' || next.upos === 'AUX') return undefined;
      if (next.text !== ',') {
        const titled = index <= token.index + 5 ? this.nameAt[index] : undefined;
        if (agent.person && titled?.type === 'PER') return tokens[titled.head];
        continue;
      }
      const name = this.nameAt[index + 1];
      return name?.type === 'PER' && name.firstToken === index + 1 ? tokens[name.head] : undefined;
    }
    return undefined;
  }

  /** The party that a common noun phrase means: 'the Azerbaijani side', 'Armenian soldiers', 'the ministry', 'gunmen'. */
  private nominalKey(index: number, add: boolean): string | null {
    const token = this.document.tokens[index] as Token;
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return null;
    const agent = this.agentAt(token);
    if (!agent) return null;
    const side = this.disputedSide(token);
    if (side !== null && (agent.stands === 'government' || agent.noun === 'side')) return side;
    if (side !== null && agent.kind !== 'group') {
      const key = `role:${side}:${agent.noun}`;
      const fresh = () => ({
        name: this.bodyName(token),
        kind: agent.kind,
        sector: agent.sector,
        affiliation: side,
        ...(agent.person && { role: agent.noun }),
      });
      if (add || this.parties.has(key)) {
        this.party(key, fresh, false);
        return key;
      }
    }
    const country = this.countryAround(token);
    if (country !== undefined) {
      if (agent.stands === 'government') return this.government(country);
      if (agent.stands === 'armed-force') return this.armedForce(country, this.shortText(token));
      if (agent.person) {
        const holder = this.holderOf(agent, country);
        if (holder) return holder;
      }
      if (!add && agent.kind === 'group') return null;
      const key = `role:${country}:${agent.noun}`;
      this.party(
        key,
        () => ({
          name: this.bodyName(token),
          kind: agent.kind,
          country,
          sector: agent.sector,
          ...(agent.person && { role: agent.noun }),
        }),
        false,
      );
      return key;
    }
    const before = this.definiteOf(token, agent);
    if (before !== null) return before;
    if (!add) return this.parties.has(`some:${agent.noun}`) ? `some:${agent.noun}` : null;
    const key = `some:${agent.noun}`;
    this.party(
      key,
      () => ({
        name: this.shortText(token),
        kind: agent.kind === 'person' && isPlural(token) ? 'group' : agent.kind,
        sector: agent.sector,
        ...(agent.person && { role: agent.noun }),
      }),
      false,
    );
    return key;
  }

  private agentAt(token: Token): Agent | undefined {
    const words: string[] = [];
    for (const child of childrenIn(this.document, token, 'amod', 'compound'))
      if (child.index < token.index && child.index >= token.index - 3) words.push(child.text.toLowerCase());
    const agent = agentAtEnd([...words, token.text.toLowerCase()]) ?? agentAtEnd([token.lemma.toLowerCase()]);
    if (agent && (words.includes('former') || words.includes('ex')) && agent.person)
      return { ...agent, sector: 'ELI' };
    return agent;
  }

  /** 'Karabakh authorities', 'the Artsakh side': the side under the name as written, of no country. */
  private disputedSide(token: Token): string | null {
    for (const child of childrenIn(this.document, token, 'amod', 'compound', 'nmod')) {
      const name = this.nameAt[child.index];
      if (name?.known?.seats) return this.keyAt.get(name.head) ?? null;
      if (/^Karabakh$/i.test(child.text)) {
        for (const [key] of this.parties)
          if (key.startsWith('known:') && /Karabakh auth/.test(key)) return key;
      }
    }
    return null;
  }

  /** The person of the article who holds an office: 'the Armenian foreign minister' → Mirzoyan, where he is so called. */
  private holderOf(agent: Agent, country: string | undefined): string | null {
    for (const party of this.parties.values())
      if (
        party.kind === 'person' &&
        party.role?.toLowerCase().endsWith(agent.noun) &&
        party.country === country &&
        !party.key.startsWith('role:')
      )
        return party.key;
    return null;
  }

  /** 'the ministry', 'the minister': the last one named before, if there is one of that word. */
  private definiteOf(token: Token, agent: Agent): string | null {
    const definite = childrenIn(this.document, token, 'det').some((det) =>
      /^(?:the|this|that)$/i.test(det.text),
    );
    if (!definite || isPlural(token)) return null;
    let best: Party | null = null;
    let at = -1;
    for (const party of this.parties.values()) {
      const fits = agent.person
        ? party.kind === 'person' && (party.role?.toLowerCase().includes(agent.noun) ?? false)
        : party.kind !== 'person' && party.name.toLowerCase().includes(agent.noun);
      if (!fits) continue;
      for (const start of party.mentions.keys())
        if (start < token.start && start > at) {
          at = start;
          best = party;
        }
    }
    return best?.key ?? null;
  }

  /** 'both sides', 'the two countries', 'each side': the two that are meant, where that is clear. */
  private sidesOf(index: number): readonly string[] | null {
    const token = this.document.tokens[index] as Token;
    if (isPairNoun(this.document, token)) {
      const sides = this.findSides.sidesAt(index);
      if (sides) return sides;
    }
    const group = this.keysOfGroup.get(index);
    return group?.every((key) => !isPairNoun(this.document, token) || this.findSides.isMain(key))
      ? group
      : null;
  }

  /** 'the leaders of Armenia and Azerbaijan', 'representatives of Baku and Stepanakert': those whom they stand for. */
  private representedBy(index: number): readonly string[] | null {
    const token = this.document.tokens[index] as Token;
    if (token.upos !== 'NOUN' || !isPlural(token)) return null;
    const agent = this.agentAt(token);
    if (!agent || (agent.sector !== 'GOV' && agent.sector !== 'MIL')) return null;
    const owner = childrenIn(this.document, token, 'nmod').find((child) =>
      ['of', 'from', ''].includes(prepositionOf(this.document, child)),
    );
    if (!owner) return null;
    const keys: string[] = [];
    for (const member of this.membersOf(owner.index)) {
      const name = this.nameAt[member];
      const key = name ? this.keyAt.get(name.head) : undefined;
      if (key === undefined) continue;
      const country = key.startsWith('gov:') ? key.slice(4) : undefined;
      const holder = agent.person ? this.holderOf(agent, country) : null;
      keys.push(
        holder ??
          (agent.stands === 'armed-force' && country !== undefined
            ? this.armedForce(country, `${name?.text} ${token.text}`)
            : key),
      );
    }
    return keys.length > 0 ? keys : null;
  }

  /** A body's name with whose it is: 'Azerbaijan's defence ministry', 'foreign ministry in Yerevan'. */
  private bodyName(token: Token): string {
    const short = this.shortText(token);
    if (countryOfPhrase(short) !== undefined) return short;
    const owner = childrenIn(this.document, token, 'nmod').find(
      (child) =>
        child.index !== token.index &&
        (this.nameAt[child.index]?.known?.seats !== undefined ||
          this.keyAt.get(child.index)?.startsWith('gov:') ||
          countryWord(child.text) !== undefined),
    );
    if (!owner) return short;
    const { tokens, article } = this.document;
    const start =
      owner.index < token.index
        ? (tokens[this.extents.first[owner.index] as number] as Token).start
        : (this.document.tokens[token.index]?.start ?? 0);
    const from = owner.index < token.index ? start : token.start - (short.length - token.text.length);
    const to =
      owner.index < token.index ? token.end : (tokens[this.extents.last[owner.index] as number] as Token).end;
    return article.text
      .slice(from, to)
      .replace(/^(?:the|The)\s+/, '')
      .replace(/\s+/g, ' ')
      .slice(0, 120);
  }

  /** The noun with the words right before it that belong to it, without articles. */
  private shortText(token: Token): string {
    return this.document.article.text.slice(this.nominalStart(token.index), token.end).replace(/\s+/g, ' ');
  }
}

function isPlural(token: Token): boolean {
  return token.feats.includes('Number=Plur');
}

/** 'foreign minister of Armenia' → 'foreign minister'. */
function shortRole(phrase: string): string {
  return (
    phrase
      .replace(/^(?:the|a|an|his|her|its|their)\s+/i, '')
      .split(/[,;(]/)[0]
      ?.slice(0, 80)
      .trim() ?? phrase
  );
}

/** 'Ministry of Defence of Armenia', 'Armenian Defense Ministry' → the same key. */
function bodyKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/defence/g, 'defense')
    .replace(/\b(?:affairs)\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(
      (word) =>
        word !== '' &&
        !/^(?:the|of|for|and|s|republic)$/.test(word) &&
        !countryWord(word[0]?.toUpperCase() + word.slice(1)),
    )
    .sort()
    .join(' ');
}
