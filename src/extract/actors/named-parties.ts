import type { Token } from '../../read/index.ts';
import { childrenIn } from '../phrase.ts';
import { agentAtEnd, agentOfPhrase } from './agents.ts';
import { countryWord } from './countries.ts';
import { countryOfPhrase } from './country-of-phrase.ts';
import { actorKnowledge } from './knowledge.ts';
import { isSeatOf, type Name } from './names.ts';
import type { Party, PartyBook } from './party-book.ts';
import { isInActorPosition } from './position.ts';

/** Parties of names: persons with their roles, bodies, states and those who sit in a capital. */
export class NamedParties {
  private readonly book: PartyBook;
  private readonly surnames = new Map<string, string>();

  constructor(book: PartyBook) {
    this.book = book;
  }

  noteSurname(name: Name): void {
    const words = name.text.split(/\s+/);
    const last = (words.at(-1) as string).toLowerCase();
    if (words.length > 1 && !this.surnames.has(last)) this.surnames.set(last, name.text);
  }

  /** Makes or finds the party of a name; states and seats count only where they act. */
  enter(name: Name): void {
    const key = this.keyOfName(name);
    if (key === null) return;
    for (let index = name.firstToken; index < name.endToken; index++) this.book.keyAt.set(index, key);
    this.book.keyAt.set(name.head, key);
    const party = this.book.parties.get(key) as Party;
    const head = this.book.document.tokens[name.head] as Token;
    const acts = !this.isPlaceLike(name) || isInActorPosition(this.book.document, head, this.isSeat(name));
    if (!acts) return;
    if (name.type !== 'NORP' && name.country?.form !== 'demonym') party.listed = true;
    this.book.mention(party, name.head);
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
    const country =
      countryOfPhrase(name.text, false) ??
      this.book.countryAround(this.book.document.tokens[name.head] as Token);
    const agent = agentOfPhrase(name.text);
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
        ...(agent && { sector: agent.sector }),
      }),
      true,
    );
    return key;
  }

  /** Role, country, sector and affiliation of a person, from the words before the name, after it, and the tagger. */
  describe(key: string, name: Name): void {
    const party = this.book.parties.get(key) as Party;
    const { tokens } = this.book.document;
    const head = tokens[name.head] as Token;
    let first = name.firstToken;
    const sentence = head.sentence;
    while (first > 0 && name.firstToken - first < 7) {
      const before = tokens[first - 1] as Token;
      if (before.sentence !== sentence || !/^(?:ADJ|NOUN|PROPN|PART)$/.test(before.upos)) break;
      if (this.book.nameAt[first - 1]?.type === 'PER') break;
      first--;
    }
    const titles = tokens.slice(first, name.firstToken);
    const title = titles.length > 0 ? agentAtEnd(titles.map((token) => token.text.toLowerCase())) : undefined;
    const apposed = childrenIn(this.book.document, head, 'appos')[0];
    const phrase = title
      ? titles.map((token) => token.text).join(' ')
      : apposed
        ? this.book.phraseText(apposed)
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
        ...childrenIn(this.book.document, token, 'nmod', 'compound', 'obl'),
      ]);
      for (const token of belongs) {
        const other = this.book.nameAt[token.index];
        if (other && other !== name && other.type === 'ORG') {
          const orgKey = this.book.keyAt.get(other.head) ?? this.keyOfName(other);
          if (orgKey !== null && orgKey !== key) party.affiliation = orgKey;
        }
      }
    }
  }
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
