import type { PloverSector } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import { childrenIn } from '../phrase.ts';
import { agentOfPhrase } from './agents.ts';
import { countryWord } from './countries.ts';
import { countryOfPhrase } from './country-of-phrase.ts';
import { actorKnowledge, type KnownActor, knownIn } from './knowledge.ts';
import { isAdjectiveOf, isDisputedSide, isSeatOf, type Name } from './names.ts';
import { type Around, officesOf } from './office.ts';
import { offices } from './offices.ts';
import type { Party, PartyBook } from './party-book.ts';
import { isInActorPosition } from './position.ts';
import { countryOfTown } from './resolve-phrase.ts';

/** Parties of names: persons with their roles, bodies, states and those who sit in a capital. */
export class NamedParties {
  private readonly book: PartyBook;
  private readonly surnames = new Map<string, string>();

  private readonly around: Around;
  /** Names whose words beside them are read. */
  private readonly read = new Set<Name>();
  /** Persons whose office nobody is known to own yet. */
  private readonly undescribed: { readonly key: string; readonly name: Name }[] = [];

  constructor(book: PartyBook, countryOfPlace: (token: number) => string | undefined) {
    this.book = book;
    this.around = { keyOf: (other) => this.keyOfOther(other), keyAt: book.keyAt, countryOfPlace };
  }

  noteSurname(name: Name): void {
    const words = name.text.split(/\s+/);
    const last = (words.at(-1) as string).toLowerCase();
    if (words.length < 2) return;
    for (const surname of [last, last.replace(ARTICLE, '')])
      if (!this.surnames.has(surname)) this.surnames.set(surname, name.text);
  }

  /** Makes or finds the party of a name; states and seats count only where they act. */
  enter(name: Name): void {
    const key = this.keyOfName(name);
    if (key === null) return;
    for (let index = name.firstToken; index < name.endToken; index++) this.book.keyAt.set(index, key);
    this.book.keyAt.set(name.head, key);
    const party = this.book.parties.get(key) as Party;
    const head = this.book.document.tokens[name.head] as Token;
    const acts =
      !this.isPlaceLike(name) ||
      (!this.isPrefix(name) && isInActorPosition(this.book.document, head, this.isSeat(name)));
    if (!acts) return;
    if (name.type !== 'NORP' && name.country?.form !== 'demonym') party.listed = true;
    this.book.mention(party, name.head);
  }

  /** 'Britain-based', 'Turkey-backed': a state that does nothing itself. */
  private isPrefix({ endToken }: Name): boolean {
    const { tokens } = this.book.document;
    const [hyphen, word] = [tokens[endToken], tokens[endToken + 1]];
    if (!hyphen || !/^[-–]$/.test(hyphen.text) || hyphen.start !== tokens[endToken - 1]?.end) return false;
    return word !== undefined && (word.text === 'based' || offices().helped.has(word.text.toLowerCase()));
  }

  isPlaceLike(name: Name): boolean {
    return this.isSeatOfKnown(name) || (name.country !== undefined && name.country.form !== 'demonym');
  }

  isSeat(name: Name): boolean {
    return name.country?.form === 'seat' || this.isSeatOfKnown(name);
  }

  isSeatOfKnown(name: Name): boolean {
    return name.known !== undefined && isSeatOf(name.known, name.text);
  }

  /** 'Brussels' for the European Union: a place that stands for a body with a better name. */
  private isSecondSeat(name: Name): boolean {
    return this.isSeatOfKnown(name) && !isDisputedSide(name.known);
  }

  keyOfName(name: Name): string | null {
    const { known, country } = name;
    if (known) {
      if (
        known.kind === 'government' &&
        known.country &&
        /^(?:Kremlin|White House)$/.test(known.names[0] as string)
      )
        return this.book.government(known.country);
      const key = `known:${known.names[0]}`;
      const first = known.names[0] as string;
      this.book.party(
        key,
        () => ({
          name:
            known.kind === 'person'
              ? (this.fullName(name.text) ?? (first.endsWith(` ${name.text}`) ? first : name.text))
              : name.text.length > 5 && !isAdjectiveOf(known, name.text) && !this.isSecondSeat(name)
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
    if (country?.form === 'name') return this.book.government(country.country, name.text);
    if (country?.form === 'seat') return this.book.government(country.country);
    if (country?.form === 'demonym' || name.type === 'NORP') return this.people(name);
    if (name.type === 'PER') return this.person(name);
    if (name.type === 'ORG') return this.organization(name);
    return null;
  }

  people(name: Name): string | null {
    const country = name.country?.country;
    const key = `people:${country ?? name.text.toLowerCase()}`;
    this.book.party(
      key,
      () => ({ name: name.text, kind: 'group', ...(country !== undefined && { country }) }),
      false,
    );
    return key;
  }

  fullName(text: string): string | undefined {
    return text.includes(' ') ? text : this.surnames.get(text.toLowerCase());
  }

  person(name: Name): string {
    const full = this.fullName(name.text) ?? name.text;
    const known = actorKnowledge().byName.get(full.toLowerCase());
    if (known?.kind === 'person') return this.keyOfName({ ...name, known }) as string;
    const key = `person:${full.toLowerCase()}`;
    this.book.party(key, () => ({ name: full, kind: 'person' }), true);
    this.describe(key, name);
    return key;
  }

  organization(name: Name): string {
    const head = this.book.document.tokens[name.head] as Token;
    const [own = ''] = name.text.split(/ (?:in|for|to) /);
    const inName = knownIn(own);
    const of = this.bodyBefore(name) ?? (inName?.kind === 'person' ? undefined : inName);
    const named = agentOfPhrase(name.text);
    const country = of
      ? of.country
      : (countryOfPhrase(MISSION.test(own) ? own : name.text, false) ??
        this.book.countryAround(head) ??
        this.book.countryOfPlaceAround(head, true) ??
        (named && OF_TOWNS.has(named.sector) ? countryOfTown(name.text) : undefined));
    const agent = named && offices().vague.has(named.noun) && country === undefined ? undefined : named;
    const sector =
      of && (!agent || agent.sector === 'GOV' || agent.sector === 'CVL') ? of.sector : agent?.sector;
    if (
      agent?.stands === 'armed-force' &&
      country !== undefined &&
      !/\d/.test(name.text) &&
      name.text.split(' ').length <= 3
    )
      return this.book.armedForce(country, name.text);
    if (agent?.stands === 'government' && country !== undefined) return this.book.government(country);
    const key = `org:${country ?? ''}:${bodyKey(name.text)}`;
    this.book.party(
      key,
      () => ({
        name: name.text,
        kind:
          agent && !agent.person ? (agent.kind === 'group' ? 'organization' : agent.kind) : 'organization',
        ...(country !== undefined && { country }),
        ...(sector && { sector }),
      }),
      true,
    );
    return key;
  }

  /** 'NATO's mission in Kosovo': the known body that a body's name or the words before it give it to. */
  private bodyBefore(name: Name): KnownActor | undefined {
    const { document, nameAt } = this.book;
    const owner = childrenIn(document, document.tokens[name.head] as Token, 'nmod', 'compound').find(
      ({ index, deprel }) => index < name.firstToken && deprel !== 'nmod' && nameAt[index]?.known,
    );
    return owner && nameAt[owner.index]?.known;
  }

  /** Role, country, sector and affiliation of a person, from the words beside the name, else from the tagger. */
  describe(key: string, name: Name): void {
    if (this.read.has(name)) return;
    this.read.add(name);
    const party = this.book.parties.get(key) as Party;
    const told = officesOf(this.book, name, this.around);
    const [first] = told;
    if (name.known && !party.described && first?.sector && first.sector !== party.sector) {
      party.role = first.role;
      party.sector = first.sector;
    }
    for (const { role, sector, country, affiliation } of told) {
      party.role ??= role;
      if (sector) party.sector ??= sector;
      if (!name.known && country !== undefined && party.affiliation === undefined) party.country ??= country;
      if (affiliation !== undefined && affiliation !== key) party.affiliation ??= affiliation;
    }
    if (first) party.described = true;
    else this.describeByTagger(party, name);
    if (first ? !first.isOwned : party.affiliation === undefined) this.undescribed.push({ key, name });
  }

  /** Looks once more at persons whose office is said to be 'its' or 'the group's', when the article's chains tell who that is. */
  describeByChains(): void {
    for (const { key, name } of this.undescribed.splice(0)) {
      const party = this.book.parties.get(this.book.joinedKey(key) as string);
      if (!party) continue;
      for (const { sector, country, affiliation } of officesOf(this.book, name, this.around)) {
        if (affiliation !== undefined && affiliation !== key) party.affiliation ??= affiliation;
        if (sector) party.sector ??= sector;
        if (country !== undefined && !name.known) party.country ??= country;
      }
    }
  }

  private describeByTagger(party: Party, name: Name): void {
    const { role, affiliation } = name.entity ?? {};
    if (role) {
      const agent = agentOfPhrase(role);
      party.role ??= role;
      if (agent) party.sector ??= agent.sector;
    }
    const country = affiliation ? countryOfPhrase(affiliation) : undefined;
    if (!name.known && country !== undefined) party.country ??= country;
    const body = this.bodyBehind(name);
    const key = body ? this.keyOfOther(body) : null;
    if (key === null) return;
    party.affiliation ??= key;
    const { sector, country: land } = this.book.parties.get(key) as Party;
    if (sector) party.sector ??= sector;
    if (land !== undefined && !name.known) party.country ??= land;
  }

  /** 'Jürgen Maass of the Lindau Forum': the body that a person's name is followed by. */
  private bodyBehind(name: Name): Name | undefined {
    const { document, nameAt } = this.book;
    const isComma = document.tokens[name.endToken]?.text === ',';
    const link = document.tokens[name.endToken + (isComma ? 1 : 0)];
    if (!link || !/^(?:of|at|from|with)$/.test(link.text)) return undefined;
    const isArticle = /^the$/i.test(document.tokens[link.index + 1]?.text ?? '');
    const body = nameAt[link.index + (isArticle ? 2 : 1)];
    return body?.type === 'ORG' && body.head !== name.head ? body : undefined;
  }

  /** The key of a name that stands beside another, be it entered or not; states and places are none. */
  private keyOfOther(other: Name): string | null {
    if (other.country !== undefined) return null;
    return this.book.keyAt.get(other.head) ?? this.keyOfName(other);
  }
}

/** The article before an Arabic surname, which news leave out at the second mention. */
const ARTICLE = /^(?:al|el|as|ad|ar|at|az|an|ash)-/;

/** Sectors of what a town has: 'Kharkiv police'. */
const OF_TOWNS = new Set<PloverSector>(['COP', 'GOV', 'JUD', 'MED']);

/** What a state or a body has in another's country. */
const MISSION = /\b(?:mission|embassy|consulate|delegation|office|force|contingent|bureau)$/i;

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
