import { type Actor, type ActorKind, type PloverSector, type Span, spanOf } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, childrenIn, type Extents, prepositionOf, relationOf } from '../phrase.ts';
import { countries, countryWord } from './countries.ts';
import type { Name } from './names.ts';
import { offices } from './offices.ts';

/** An actor while the article is being read. */
export interface Party {
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
  /** The article has told the person's office. */
  described?: boolean;
}

const MOST_MENTIONS = 200;
/** Parties that a common noun is held against, at most: an article of a thousand names takes no longer by the word. */
const MOST_PARTIES = 300;

/** The parties of an article by key, their ids and mentions, and which token belongs to which. */
export class PartyBook {
  readonly document: Document;
  readonly extents: Extents;
  readonly parties = new Map<string, Party>();
  private readonly latest: Party[] = [];
  readonly keyOfId = new Map<string, string>();
  /** Token → name that holds it. */
  readonly nameAt: (Name | undefined)[];
  /** Token → key, for names and the heads of chain mentions. */
  readonly keyAt = new Map<number, string>();
  private readonly ids: ExtractionContext['ids'];
  private readonly countryOfPlace: (token: number) => string | undefined;
  private readonly idOfKey = new Map<string, string>();
  private readonly joined = new Map<string, string>();
  private home: { readonly country?: string } | undefined;
  private readonly inOrder = new Map<string, Span[]>();

  /** The parties entered last, in their order. */
  recent(): readonly Party[] {
    return this.latest.length > MOST_PARTIES ? this.latest.slice(-MOST_PARTIES) : this.latest;
  }

  constructor(
    document: Document,
    extents: Extents,
    ids: ExtractionContext['ids'],
    countryOfPlace: (token: number) => string | undefined,
  ) {
    this.document = document;
    this.countryOfPlace = countryOfPlace;
    this.extents = extents;
    this.ids = ids;
    this.nameAt = new Array(document.tokens.length);
  }

  idOf(key: string): string {
    const known = this.idOfKey.get(key);
    if (known !== undefined) return known;
    const id = this.ids('actor', key);
    this.idOfKey.set(key, id);
    this.keyOfId.set(id, key);
    return id;
  }

  actorFrom(party: Party): Actor {
    const { name, kind, country, sector, role, wikidata } = party;
    const body = this.joinedKey(party.affiliation);
    const affiliation = body === undefined ? undefined : this.parties.get(body);
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
      mentions: this.mentionsOf(party),
    };
  }

  /** A party's mentions in text order, put in order again only where there are more than before. */
  private mentionsOf({ key, mentions }: Party): Span[] {
    const known = this.inOrder.get(key);
    if (known?.length === mentions.size) return known;
    const sorted = [...mentions.values()].sort((a, b) => a.start - b.start);
    this.inOrder.set(key, sorted);
    return sorted;
  }

  party(key: string, make: () => Omit<Party, 'key' | 'mentions' | 'listed'>, listed: boolean): Party {
    let party = this.parties.get(key);
    if (!party) {
      party = { ...make(), key, mentions: new Map(), listed };
      this.parties.set(key, party);
      this.latest.push(party);
    }
    if (listed) party.listed = true;
    return party;
  }

  /** Makes one party of those that a chain of names says are one: the known one, else the first. */
  join(keys: readonly string[]): void {
    const kept = keys.find((key) => key.startsWith('known:')) ?? (keys[0] as string);
    const party = this.parties.get(kept);
    if (!party) return;
    for (const key of keys) {
      const other = this.parties.get(key);
      if (key === kept || !other || !isJoinable(other, party)) continue;
      for (const [start, span] of other.mentions) party.mentions.set(start, span);
      for (const [token, at] of this.keyAt) if (at === key) this.keyAt.set(token, kept);
      if (other.role !== undefined) party.role ??= other.role;
      if (other.sector !== undefined) party.sector ??= other.sector;
      this.parties.delete(key);
      this.latest.splice(this.latest.indexOf(other), 1);
      this.joined.set(key, kept);
    }
  }

  /** The key that a party has after it was joined to another. */
  joinedKey(key: string | undefined): string | undefined {
    return key === undefined ? undefined : (this.joined.get(key) ?? key);
  }

  mention(party: Party, token: number): void {
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

  nominalStart(token: number): number {
    const { tokens } = this.document;
    const head = tokens[token] as Token;
    let first = token;
    while (first > 0) {
      const before = tokens[first - 1] as Token;
      // 'Moscow-backed officials': a hyphen makes one word of two, whatever the tree says of them
      const isGlued = /^[-–]$/.test(before.text) && before.end === (tokens[first] as Token).start;
      const back = isGlued ? 2 : 1;
      if (first < back || !(isGlued || belongsBefore(before, first, token))) break;
      first -= back;
    }
    return Math.min(head.start, (tokens[first] as Token).start);
  }

  use(key: string, token: number): string {
    const party = this.parties.get(key) as Party;
    party.listed = true;
    this.mention(party, token);
    return this.idOf(key);
  }

  government(country: string, written?: string): string {
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

  armedForce(country: string, name: string): string {
    const key = `mil:${country}`;
    this.party(key, () => ({ name, kind: 'armed-force', country, sector: 'MIL' }), false);
    return key;
  }

  phraseText(token: Token): string {
    const { tokens, article } = this.document;
    const first = tokens[this.extents.first[token.index] as number] as Token;
    const last = tokens[Math.min(this.extents.last[token.index] as number, token.index + 12)] as Token;
    return article.text.slice(first.start, last.end);
  }

  /** The noun with the words right before it that belong to it, without articles, and without how many they are. */
  shortText(token: Token): string {
    return withoutCount(
      this.document.article.text
        .slice(this.nominalStart(token.index), token.end)
        .replace(/\s+/g, ' ')
        .replace(/^whose /i, ''),
    );
  }

  /** 'Eritrea, whose troops fought': the token that the relative clause of a subject is about; -1 where there is none. */
  private antecedentOf(subject: Token): number {
    const verb = this.document.tokens[subject.head];
    return verb && relationOf(verb) === 'acl' ? verb.head : -1;
  }

  /** The country of a noun phrase: a nationality or a state among its modifiers. */
  countryAround(noun: Token): string | undefined {
    let owner: string | undefined;
    for (const child of childrenIn(this.document, noun, 'amod', 'compound', 'nmod')) {
      const held = this.nameAt[child.index];
      if (held?.known || this.isHelped(child)) continue;
      if (child.upos === 'PRON') {
        owner ??= this.countryOfOwner(noun, child);
        continue;
      }
      const hasMore = () => this.nominalStart(child.index) < child.start;
      // the Sudan of 'Port Sudan' is none
      const isLonger =
        held !== undefined && held.country === undefined && held.endToken - held.firstToken > 1;
      const word =
        held?.country ??
        (isLonger ? undefined : countryWord(child.text)) ??
        (hasMore() ? countryWord(this.shortText(child)) : undefined);
      if (word?.form === 'demonym' && child.deprel === 'nmod' && child.feats.includes('Number=Plur'))
        continue;
      if (
        word &&
        (word.form !== 'seat' || child.deprel === 'nmod:poss' || prepositionOf(this.document, child) !== '')
      )
        return this.peopleOf(child) ?? word.country;
      const key = this.keyAt.get(child.index);
      if (key?.startsWith('gov:')) return key.slice(4);
      const deeper =
        childIn(this.document, child, 'amod', 'compound') ??
        childrenIn(this.document, child, 'nmod').find(({ deprel }) => deprel === 'nmod:poss');
      const nested = deeper ? (this.nameAt[deeper.index]?.country ?? countryWord(deeper.text)) : undefined;
      const isOwned = deeper?.deprel === 'nmod:poss';
      if (nested && (isOwned || nested.form !== 'seat') && relationOf(child) !== 'nmod')
        return nested.country;
    }
    return owner;
  }

  /**
   * The country that the article is about, where a sentence has named no other before the token: the one that at least half of its names of states, peoples,
   * capitals and known bodies are of, twice as many as of any other.
   */
  homeAt({ index, sentence }: Token): string | undefined {
    this.home ??= this.findHome();
    const { country } = this.home;
    const { firstToken = index } = this.document.sentences[sentence] ?? {};
    if (country === undefined) return undefined;
    for (let at = firstToken; at < index; at++) {
      const named = countryOfName(this.nameAt[at]);
      if (named !== undefined && named !== country) return undefined;
    }
    return country;
  }

  private findHome(): { readonly country?: string } {
    const counts = new Map<string, number>();
    let all = 0;
    for (let at = 0; at < this.nameAt.length; at++) {
      const name = this.nameAt[at];
      const country = name?.firstToken === at ? countryOfName(name) : undefined;
      if (country === undefined) continue;
      all++;
      counts.set(country, (counts.get(country) ?? 0) + 1);
    }
    const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
    if (!first || first[1] < LEAST_AT_HOME || first[1] * 2 < all || first[1] < 2 * (second?.[1] ?? 0))
      return {};
    return { country: first[0] };
  }

  /** 'Kharkiv police', 'residents of Goma': the country of a place that a noun phrase names; `isThere` where being in it is being of it. */
  countryOfPlaceAround(noun: Token, isThere: boolean): string | undefined {
    for (const child of childrenIn(this.document, noun, 'amod', 'compound', 'nmod')) {
      const held = this.nameAt[child.index];
      if (held?.type !== 'LOC' || held.known || held.country || this.isHelped(child)) continue;
      const preposition = prepositionOf(this.document, child);
      if (OF_PLACES.has(preposition) || (isThere && preposition === 'in'))
        return this.countryOfPlace(child.index);
    }
    return undefined;
  }

  /** 'Turkish Cypriot leaders': the people of two words that a nationality begins. */
  private peopleOf({ index, end }: Token): string | undefined {
    const next = this.document.tokens[index + 1];
    if (!next || next.start !== end + 1 || countryWord(next.text)?.form !== 'demonym') return undefined;
    return countryWord(`${this.document.tokens[index]?.text} ${next.text}`)?.country;
  }

  /** 'Moscow-backed', 'Kenyan-led', said of what is not that state's. */
  private isHelped({ index, text }: Token): boolean {
    const { tokens } = this.document;
    const next = tokens[index + 1];
    const isPrefix = next !== undefined && /^[-–]$/.test(next.text) && next.start === tokens[index]?.end;
    const word = isPrefix ? (tokens[index + 2]?.text ?? '') : text.slice(text.indexOf('-') + 1);
    const isSuffix = isPrefix || text.includes('-') || /^[-–]$/.test(tokens[index - 1]?.text ?? '');
    return isSuffix && offices().helped.has(word.toLowerCase());
  }

  /** 'its soldiers', 'his government', 'Eritrea, whose troops': the country of whoever is meant. */
  private countryOfOwner(noun: Token, pronoun: Token): string | undefined {
    const isWhose = pronoun.lemma.toLowerCase() === 'whose';
    const key = this.keyAt.get(isWhose ? this.antecedentOf(noun) : pronoun.index);
    if (key === undefined) return undefined;
    return key.startsWith('gov:') ? key.slice(4) : isWhose ? undefined : this.parties.get(key)?.country;
  }
}

const countryOfName = (name: Name | undefined) => name?.country?.country ?? name?.known?.country;

/** Names of a country that make an article its own, at least. */
const LEAST_AT_HOME = 4;

const OF_PLACES = new Set(['', "'s", '’s', 'of', 'from']);

/** How many, before a noun: 'at least 26 civilians', 'half a million refugees', 'dozens of people'. */
const COUNT =
  /^(?:(?:at least|at most|least|most|up to|as many as|about|around|some|nearly|almost|over|more than|more|fewer than|less than|roughly|approximately|an estimated|another|several|many|few|half|an?|dozens?|scores?|hundreds?|thousands?|tens|millions?|billions?|\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\p{L}+)?)(?: of (?:the )?)? ?)+(?<= )(?=\p{L})/iu;

function withoutCount(phrase: string): string {
  return COUNTING.test(phrase) ? phrase.replace(COUNT, '') : phrase;
}

/** What a count begins with: most phrases have none. */
const COUNTING = /^[\dabdefhlmnorstu]/i;

/** Two that our lists know are two, and 'the Army' is not the Liberation Army. */
function isJoinable(one: Party, other: Party): boolean {
  if (/^(?:known|gov):/.test(one.key)) return false;
  if (one.kind === 'armed-force' && other.kind === 'armed-group') return false;
  return (one.kind === 'person') === (other.kind === 'person');
}

/** A word that modifies one of the words [first, head] behind it: 'South' of 'South African presidency', '16-year-' of '16-year-old boy'. */
function belongsBefore(word: Token, first: number, head: number): boolean {
  if (word.head < first || word.head > head) return false;
  if (['amod', 'compound', 'nummod', 'nmod'].includes(relationOf(word))) return true;
  return word.head < head && word.deprel === 'obl:unmarked';
}
