import type { PloverSector } from '../../model/index.ts';
import { type Agent, agentAtEnd } from './agents.ts';
import type { Name } from './names.ts';
import { type Owner, ownerAfter, ownerBefore } from './office-owners.ts';
import { type OfficePhrase, officePhrases } from './office-phrases.ts';
import { officeAt, roleIn, type Word, wordsIn } from './office-words.ts';
import { offices } from './offices.ts';
import type { PartyBook } from './party-book.ts';

/** What the words beside a name say of the person. */
export interface Office {
  readonly role: string;
  readonly sector?: PloverSector;
  readonly country?: string;
  /** Key of the body that the office belongs to. */
  readonly affiliation?: string;
  /** The phrase tells whose office it is. */
  readonly isOwned: boolean;
}

/** What is known of other names and words when an office is read. */
export interface Around {
  readonly keyOf: (other: Name) => string | null;
  /** Token → key of the party that it means. */
  readonly keyAt: ReadonlyMap<number, string>;
  readonly countryOfPlace: (token: number) => string | undefined;
}

/** The offices that the words beside a person's name tell, first those that say whose office it is. */
export function officesOf(book: PartyBook, name: Name, around: Around): Office[] {
  const found = officePhrases(book.document, name, book.nameAt).flatMap((phrase) => {
    const office = officeIn(book, phrase, around);
    return office ? [office] : [];
  });
  return found.sort((a, b) => Number(b.isOwned) - Number(a.isOwned));
}

function officeIn(book: PartyBook, phrase: OfficePhrase, around: Around): Office | null {
  const words = wordsIn(book, phrase);
  const heading = words[0]?.text === 'who' ? offices().heading[words[1]?.text ?? ''] : undefined;
  if (words[0]?.text === 'who' && heading === undefined) return null;
  const at =
    heading === undefined
      ? officeAt(words, phrase.place)
      : { first: 1, last: 1, agent: agentAtEnd([heading]) };
  if (!at) return null;
  const { first, last, agent } = at;
  const before = heading === undefined ? ownerBefore(book, words, first) : { end: first };
  const after = ownerAfter(book, words, last, heading !== undefined);
  const key = bodyOf(before, around) ?? bodyOf(after, around);
  const party = key === undefined ? undefined : book.parties.get(key);
  const country = party
    ? party.country
    : (before.country ??
      after.country ??
      stateOf(before, around) ??
      countryOf(words, before.place ?? after.place, around));
  const role = heading ?? roleIn(book, words, before.end, last);
  const isFormer = /^(?:former|ex)\b/i.test(role) || words.slice(0, last).some(({ text }) => isPast(text));
  const lent =
    party?.sector ??
    [before.agent, after.agent].find((owner) => owner && !offices().vague.has(owner.noun))?.sector;
  const sector = sectorOf(agent, lent, country !== undefined && !party, after.isOther ?? false);
  const isGone = isFormer && (sector === undefined || PUBLIC.has(sector));
  const own = isGone ? (sector === 'COP' ? undefined : 'ELI') : sector;
  return {
    role: (isFormer && !/^(?:former|ex)\b/i.test(role) ? `former ${role}` : role).slice(0, 80),
    ...(own && { sector: own }),
    ...(country !== undefined && { country }),
    ...(key !== undefined && party && { affiliation: key }),
    isOwned: party !== undefined || country !== undefined || lent !== undefined,
  };
}

/** Sectors that somebody leaves with the office. */
const PUBLIC = new Set<PloverSector>(['GOV', 'LEG', 'MIL', 'SPY', 'COP']);

const isPast = (word: string) => offices().former.has(word) || word.startsWith('ex-');

/** An open office is of the sector of what it belongs to; by itself only where its noun leaves no doubt, or a state's. */
function sectorOf(
  agent: Agent | undefined,
  lent: PloverSector | undefined,
  isOfState: boolean,
  isOfOther: boolean,
): PloverSector | undefined {
  if (agent && !offices().offices.has(agent.noun)) return agent.sector;
  const isSure = isOfState || (agent !== undefined && !isOfOther && offices().certain.has(agent.noun));
  return lent ?? (isSure ? agent?.sector : undefined);
}

/** The key of the body that an owner is, if it is one. */
function bodyOf({ name, token }: Owner, { keyOf, keyAt }: Around): string | undefined {
  if (name) return keyOf(name) ?? undefined;
  const key = token === undefined ? undefined : keyAt.get(token);
  return key === undefined || /^(?:gov|people|person|some):/.test(key) ? undefined : key;
}

/** 'Saudi Arabia sent its deputy minister': the state that a pronoun means. */
function stateOf({ token }: Owner, { keyAt }: Around): string | undefined {
  const key = token === undefined ? undefined : keyAt.get(token);
  return key?.startsWith('gov:') ? key.slice(4) : undefined;
}

function countryOf(words: readonly Word[], place: number | undefined, around: Around): string | undefined {
  const isContested = words.some(
    ({ text }) => offices().contested.has(text) || /-(?:installed|appointed)$/.test(text),
  );
  return place === undefined || isContested ? undefined : around.countryOfPlace(place);
}
