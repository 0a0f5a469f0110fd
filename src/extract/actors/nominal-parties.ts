import type { ActorKind } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import { childrenIn, prepositionOf } from '../phrase.ts';
import { type Agent, agentAtEnd, agents, mayEndAgent } from './agents.ts';
import { countries, countryWord } from './countries.ts';
import { countryOfPhrase } from './country-of-phrase.ts';
import { isDisputedSide } from './names.ts';
import { offices } from './offices.ts';
import type { Party, PartyBook } from './party-book.ts';

/** Parties of common nouns: 'the Azerbaijani side', 'Armenian soldiers', 'the ministry', 'gunmen'. */
export class NominalParties {
  private readonly book: PartyBook;
  /** Agent nouns by token: many rules ask for the same. */
  private readonly agents = new Map<number, Agent | undefined>();

  constructor(book: PartyBook) {
    this.book = book;
  }

  /** The party that a common noun phrase means: 'the Azerbaijani side', 'Armenian soldiers', 'the ministry', 'gunmen'. */
  nominalKey(index: number, add: boolean): string | null {
    const token = this.book.document.tokens[index] as Token;
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return null;
    const agent = this.agentAt(token);
    if (!agent) return null;
    const side = agent.stands === 'armed-force' && this.hasNation(token) ? null : this.disputedSide(token);
    if (side !== null && (agent.stands === 'government' || agent.noun === 'side')) return side;
    if (side !== null && agent.kind !== 'group') {
      const key = `role:${side}:${agent.noun}`;
      const fresh = () => ({
        name: this.bodyName(token),
        kind: agent.kind,
        sector: agent.sector,
        affiliation: side,
        ...((agent.person || kindOf(agent, token) === 'person') && { role: agent.noun }),
      });
      if (add || this.book.parties.has(key)) {
        this.book.party(key, fresh, false);
        return key;
      }
    }
    const whole =
      agent.stands === 'armed-force' && token.deprel === 'compound' ? this.unitBefore(token) : undefined;
    if (whole !== undefined) return this.nominalKey(whole, add);
    const body = this.keyOfBody(token, agent, add) ?? this.groupMeant(token, agent);
    if (body !== undefined) return body;
    const country = this.book.countryAround(token) ?? this.homeOf(token, agent);
    if (country !== undefined) return this.keyOfCountry(token, agent, country, add);
    const before = this.definiteOf(token, agent);
    if (before !== null) return before;
    const land = this.book.countryOfPlaceAround(token, isBody(agent.noun) || agent.noun === 'resident');
    if (land !== undefined && (add || this.book.parties.has(`role:${land}:${agent.noun}`)))
      return this.keyOfCountry(token, agent, land, add);
    if (offices().weapons.has(agent.noun)) return null;
    if (!add) return this.book.parties.has(`some:${agent.noun}`) ? `some:${agent.noun}` : null;
    const key = `some:${agent.noun}`;
    this.book.party(
      key,
      () => ({
        name: COUNTED.has(token.text.toLowerCase())
          ? agent.noun
          : (this.ownedName(token) ?? this.book.shortText(token)),
        kind: kindOf(agent, token),
        sector: agent.sector,
        ...((agent.person || kindOf(agent, token) === 'person') && { role: agent.noun }),
      }),
      false,
    );
    return key;
  }

  /**
   * 'RSF fighters', 'a spokesman for the Karen National Union', 'UN peacekeepers', 'the army's 21st division': what the noun's body makes of
   * it. Those who fight or speak for an armed group are the group; others have their own party, of the body's country and sector. Undefined
   * where no body is named.
   */
  private keyOfBody(token: Token, agent: Agent, add: boolean): string | null | undefined {
    const { document, keyAt, nameAt, parties } = this.book;
    for (const child of childrenIn(document, token, 'amod', 'compound', 'nmod')) {
      if (offices().former.has(child.text.toLowerCase())) return undefined;
      const name = nameAt[child.index];
      if (name ? name.type !== 'ORG' : child.upos !== 'PRON' && child.deprel !== 'nmod:poss') continue;
      if (name && !BELONGING.has(prepositionOf(document, child))) continue;
      const key = name ? keyAt.get(name.head) : keyAt.get(child.index);
      const isForce = agent.stands === 'armed-force';
      if (key === undefined) {
        const owner = isForce && child.upos === 'NOUN' ? this.agentAt(child) : undefined;
        if (owner?.stands === 'armed-force') return this.nominalKey(child.index, add);
        continue;
      }
      const own = parties.get(key);
      const isLed = own?.kind === 'person' && own.affiliation !== undefined && !name;
      const party = isLed ? parties.get(own.affiliation as string) : own;
      if (!party || party.kind === 'person' || party.key.startsWith('gov:')) continue;
      const isLabel = name && child.index === token.index - 1 && offices().labels.has(agent.noun);
      if (isLabel && party.sector !== 'IGO') {
        if (!offices().vague.has(agent.noun)) party.sector ??= agent.sector;
        return key;
      }
      const isOne = party.kind === 'armed-group' || (isForce && party.kind === 'armed-force');
      if (isOne && (agent.kind === 'armed-group' || agent.stands !== undefined)) return party.key;
      if (!name) continue;
      if (!add && agent.kind === 'group') return null;
      const part = `role:${key}:${agent.noun}`;
      const sector = LENT.has(agent.sector) ? (party.sector ?? agent.sector) : agent.sector;
      this.book.party(
        part,
        () => ({
          name: `${this.bodyName(token)}${agent.noun.endsWith(' general') ? ' general' : ''}`,
          kind: agent.stands === 'government' ? party.kind : kindOf(agent, token),
          sector,
          affiliation: key,
          ...(party.country !== undefined && { country: party.country }),
          ...((agent.person || kindOf(agent, token) === 'person') && { role: agent.noun }),
        }),
        false,
      );
      return part;
    }
    return undefined;
  }

  /** 'the army's 21st infantry [division] headquarters', each hung on the last word: the unit that was named first. */
  private unitBefore({ index, head }: Token): number | undefined {
    const above = this.book.document.tokens[head];
    if (!above) return undefined;
    return childrenIn(this.book.document, above, 'compound', 'nmod').find(
      (child) => child.index < index && this.agentAt(child)?.stands === 'armed-force',
    )?.index;
  }

  /** 'the rebels', 'the group' in an article that names one armed group. */
  private groupMeant(token: Token, { kind, noun }: Agent): string | undefined {
    const isGroup = GROUPS.has(noun) && !isPlural(token);
    if (!(isGroup || (kind === 'armed-group' && isPlural(token))) || !this.isBare(token)) return undefined;
    let only: string | undefined;
    for (const party of this.book.recent()) {
      if (party.kind !== 'armed-group' || !/^(?:known|org):/.test(party.key)) continue;
      if (only !== undefined) return undefined;
      only = party.key;
    }
    if (only === undefined) return undefined;
    const first = this.book.parties.get(only)?.mentions.keys().next().value;
    return first !== undefined && first < token.start ? only : undefined;
  }

  /** 'the army', 'the government' in an article about one country, in a sentence that names no other. */
  private homeOf(token: Token, { noun }: Agent): string | undefined {
    return offices().national.has(noun) && this.isBare(token) ? this.book.homeAt(token) : undefined;
  }

  /** 'the army' and no more: nothing that says whose, which or where. */
  private isBare(token: Token): boolean {
    const { document } = this.book;
    const isDefinite = childrenIn(document, token, 'det').some(({ text }) => /^the$/i.test(text));
    return isDefinite && childrenIn(document, token, 'amod', 'compound', 'nmod', 'acl', 'appos').length === 0;
  }

  /** 'Israeli and Lebanese officials', 'the Greek and Bulgarian armies': those of each nation; null where one is named only. */
  keysOfNations(token: Token): readonly string[] | null {
    if (!isPlural(token) && token.lemma !== 'police') return null;
    const { document } = this.book;
    const first = childrenIn(document, token, 'amod', 'compound').find(
      (child) => child.index < token.index && countryWord(child.text)?.form === 'demonym',
    );
    if (!first) return null;
    const others = childrenIn(document, first, 'conj').filter(
      ({ index, text }) => index < token.index && countryWord(text)?.form === 'demonym',
    );
    const agent = others.length > 0 ? this.agentAt(token) : undefined;
    if (!agent) return null;
    return [first, ...others].flatMap(({ text }) => {
      const country = countryWord(text)?.country;
      const key = country && this.keyOfCountry(token, agent, country, true, `${text} ${token.text}`);
      return key ? [key] : [];
    });
  }

  /** 'The two defence ministers', 'both army chiefs' of two states that are meant: one of each; null where the noun or the states are not clear. */
  officersOf(token: Token, sides: () => readonly string[] | null): readonly string[] | null {
    if (token.upos !== 'NOUN' || !isPlural(token)) return null;
    const { document, government } = this.book;
    const marks = childrenIn(document, token, 'det', 'nummod', 'advmod', 'cc:preconj');
    if (!marks.some(({ text }) => /^(?:two|both)$/i.test(text))) return null;
    const agent = this.agentAt(token);
    if (!agent?.person || !OFFICER.test(agent.noun)) return null;
    const ofPersons = this.landsOfPersons(token.sentence - 1);
    const ofSides = sides()?.flatMap((key) => (key.startsWith('gov:') ? [key.slice(4)] : [])) ?? [];
    const lands = ofPersons.length === 2 ? ofPersons : ofSides;
    if (lands.length !== 2) return null;
    return lands.flatMap((land) => {
      const of = this.book.parties.get(government.call(this.book, land))?.name ?? land;
      return this.keyOfCountry(token, agent, land, true, `${agent.noun} of ${of}`) ?? [];
    });
  }

  /** The countries of the persons that a sentence names. */
  private landsOfPersons(sentence: number): readonly string[] {
    const { document } = this.book;
    const { start, end } = document.sentences[sentence] ?? { start: 0, end: 0 };
    const lands = new Set<string>();
    for (const { kind, country, mentions } of this.book.recent())
      if (kind === 'person' && country !== undefined)
        for (const at of mentions.keys()) if (at >= start && at < end) lands.add(country);
    return [...lands];
  }

  /** 'Both foreign ministers', taken for two leaders that were named: persons whose office is another one. */
  areOthers(token: Token, keys: readonly string[]): boolean {
    const agent = token.upos === 'NOUN' ? this.agentAt(token) : undefined;
    if (!agent?.person || !OFFICER.test(agent.noun)) return false;
    return keys.some((key) => {
      const { kind, role } = this.book.parties.get(key) as Party;
      return kind === 'person' && role !== undefined && !role.toLowerCase().endsWith(agent.noun);
    });
  }

  /** The party of a common noun that belongs to a country. `name` where the words around the noun name others too. */
  private keyOfCountry(
    token: Token,
    agent: Agent,
    country: string,
    add: boolean,
    name?: string,
  ): string | null {
    if (agent.stands === 'government') return this.book.government(country);
    if (agent.stands === 'armed-force')
      return this.book.armedForce(country, name ?? this.book.shortText(token));
    if (agent.person) {
      const holder = this.holderOf(agent, country);
      if (holder) return holder;
    }
    if (!add && agent.kind === 'group') return null;
    const key = `role:${country}:${agent.noun}`;
    this.book.party(
      key,
      () => ({
        name: name ?? this.bodyName(token),
        kind: kindOf(agent, token),
        country,
        sector: agent.sector,
        ...((agent.person || kindOf(agent, token) === 'person') && { role: agent.noun }),
      }),
      false,
    );
    return key;
  }

  private hasNation(token: Token): boolean {
    return childrenIn(this.book.document, token, 'amod').some(
      ({ text }) => countryWord(text)?.form === 'demonym',
    );
  }

  agentAt(token: Token): Agent | undefined {
    if (!this.agents.has(token.index)) this.agents.set(token.index, this.findAgent(token));
    return this.agents.get(token.index);
  }

  private findAgent(token: Token): Agent | undefined {
    if (!mayEndAgent(token.text.toLowerCase()) && !mayEndAgent(token.lemma.toLowerCase())) return undefined;
    const words: string[] = [];
    for (const child of childrenIn(this.book.document, token, 'amod', 'compound'))
      if (child.index < token.index && child.index >= token.index - 3) words.push(child.text.toLowerCase());
    const next = this.book.document.tokens[token.index + 1]?.text.toLowerCase();
    const agent =
      (next === 'general' ? agentAtEnd([token.text.toLowerCase(), next]) : undefined) ??
      agentAtEnd([...words, token.text.toLowerCase()]) ??
      agentAtEnd([token.lemma.toLowerCase()]);
    const lender = agent && MEMBERS.has(agent.noun) ? agentAtEnd(words) : undefined;
    if (agent && lender && !offices().vague.has(lender.noun))
      return { ...agent, noun: `${lender.noun} ${agent.noun}`, sector: lender.sector };
    if (agent && COUNTED.has(agent.noun)) return agents().get('people');
    if (agent && (words.includes('former') || words.includes('ex')) && agent.person)
      return { ...agent, sector: 'ELI' };
    return agent;
  }

  /** 'Karabakh authorities', 'the Artsakh side': the side under the name as written, of no country. */
  disputedSide(token: Token): string | null {
    for (const child of childrenIn(this.book.document, token, 'amod', 'compound', 'nmod')) {
      const name = this.book.nameAt[child.index];
      if (name && isDisputedSide(name.known)) return this.book.keyAt.get(name.head) ?? null;
      if (/^Karabakh$/i.test(child.text)) {
        for (const { key } of this.book.recent())
          if (key.startsWith('known:') && /Karabakh auth/.test(key)) return key;
      }
    }
    return null;
  }

  /** The person of the article who holds an office: 'the Armenian foreign minister' → Mirzoyan, where he is so called. */
  holderOf(agent: Agent, country: string | undefined): string | null {
    for (const party of this.book.recent())
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
  definiteOf(token: Token, agent: Agent): string | null {
    const definite = childrenIn(this.book.document, token, 'det').some((det) =>
      /^(?:the|this|that)$/i.test(det.text),
    );
    if (!definite || isPlural(token)) return null;
    let best: Party | null = null;
    let at = -1;
    for (const party of this.book.recent()) {
      const fits = agent.person
        ? party.kind === 'person' && (party.role?.toLowerCase().includes(agent.noun) ?? false)
        : party.kind !== 'person' &&
          party.name.toLowerCase().includes(agent.noun) &&
          !(agent.kind === 'armed-force' && party.kind === 'armed-group');
      if (!fits) continue;
      for (const start of party.mentions.keys())
        if (start < token.start && start > at) {
          at = start;
          best = party;
        }
    }
    return best?.key ?? null;
  }

  /** 'His family', 'its defence ministry': the name says whose, where that is known, and never begins with a pronoun. */
  private ownedName(token: Token): string | null {
    const short = this.book.shortText(token);
    const [pronoun = ''] = /^(?:his|her|its|their|our|my|your)\s+/i.exec(short) ?? [];
    if (pronoun === '') return null;
    const bare = short.slice(pronoun.length);
    const owner = childrenIn(this.book.document, token, 'nmod').find(({ index }) => index < token.index);
    const key = owner && this.book.keyAt.get(owner.index);
    const party = key === undefined ? undefined : this.book.parties.get(key);
    if (!party) return bare;
    const isPart = party.kind !== 'person' && party.country !== undefined && /^(?:role|org):/.test(party.key);
    return `${bare} of ${isPart ? (countries().nameOf.get(party.country as string) ?? party.name) : party.name}`;
  }

  /** A body's name with whose it is: 'Azerbaijan's defence ministry', 'foreign ministry in Yerevan'. */
  bodyName(token: Token): string {
    const owned = this.ownedName(token);
    if (owned !== null) return owned;
    const short = this.book.shortText(token);
    if (countryOfPhrase(short) !== undefined) return short;
    const owner = childrenIn(this.book.document, token, 'nmod').find(
      (child) =>
        child.index !== token.index &&
        ((child.index < token.index && this.book.nameAt[child.index]?.type === 'ORG') ||
          this.book.nameAt[child.index]?.known?.seats !== undefined ||
          this.book.keyAt.get(child.index)?.startsWith('gov:') ||
          countryWord(child.text) !== undefined),
    );
    if (!owner) return short;
    const { tokens, article } = this.book.document;
    const start =
      owner.index < token.index
        ? (tokens[this.book.extents.first[owner.index] as number] as Token).start
        : (this.book.document.tokens[token.index]?.start ?? 0);
    const from = owner.index < token.index ? start : token.start - (short.length - token.text.length);
    const to =
      owner.index < token.index
        ? token.end
        : (tokens[this.book.extents.last[owner.index] as number] as Token).end;
    return article.text
      .slice(from, to)
      .replace(/^(?:the|The)\s+/, '')
      .replace(/\s+/g, ' ')
      .slice(0, 120);
  }
}

/** Offices of which a state has one. */
const OFFICER = /(?:minister|president|premier|chief|commander|ambassador|spokesman|speaker|secretary)$/;

/** 'dozens were wounded': people. */
const COUNTED = new Set(['thousands', 'hundreds', 'dozens', 'scores', 'millions']);

/** Nouns that are of the sector of the noun before them: 'gang members', 'militia supporters'. */
const MEMBERS = new Set(['member', 'supporter', 'follower', 'sympathizer', 'sympathiser']);

const GROUPS = new Set(['group', 'movement', 'militia', 'rebel group', 'armed group', 'militant group']);

/** Prepositions before the body that people belong to. */
const BELONGING = new Set(['', "'s", '’s', "'", '’', 'of', 'from', 'for']);

/** What a body's people are beside its own: those of a rebel group are rebels. */
const LENT = new Set(['GOV', 'MIL', 'CVL', 'LAB', 'IGO']);

/** Many persons are a group, whatever one of them is; bodies stay what they are. */
function kindOf({ kind, noun }: Agent, token: Token): ActorKind {
  if (kind !== 'person' && kind !== 'organization' && kind !== 'outlet') return kind;
  if (isBody(noun)) return kind;
  return isPlural(token) ? 'group' : 'person';
}

/** Is a noun of many that of a body: 'defence ministry', not 'lawyer'? */
export function isBody(noun: string): boolean {
  return offices().bodies.has(noun.slice(noun.lastIndexOf(' ') + 1));
}

export function isPlural(token: Token): boolean {
  return /Number=(?:Plur|Ptan)/.test(token.feats);
}
