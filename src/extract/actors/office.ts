import type { PloverSector } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import { type Agent, agentAtEnd, agents } from './agents.ts';
import { countryWord } from './countries.ts';
import type { Name } from './names.ts';
import { type OfficePhrase, officePhrases } from './office-phrases.ts';
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

/** A word with its hyphens: 'secretary-general'. */
interface Word {
  readonly text: string;
  readonly first: number;
  readonly end: number;
  readonly upos: string;
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

/** The office as written, without whose it is. */
function roleIn(
  { document: { tokens, article } }: PartyBook,
  words: readonly Word[],
  first: number,
  last: number,
): string {
  const { start } = tokens[(words[first] as Word).first] as Token;
  return article.text.slice(start, tokens[(words[last] as Word).end - 1]?.end).replace(/\s+/g, ' ');
}

function wordsIn({ document: { tokens } }: PartyBook, { first, end }: OfficePhrase): Word[] {
  const words: Word[] = [];
  for (let at = first; at < end; at++) {
    const token = tokens[at] as Token;
    const last = words.at(-1);
    const isGlued = last !== undefined && tokens[at - 1]?.end === token.start;
    if (isGlued && (/^[-–]/.test(token.text) || /[-–]$/.test(last.text)))
      words[words.length - 1] = {
        ...last,
        text: last.text + token.text.toLowerCase(),
        end: at + 1,
        upos: token.upos,
      };
    else words.push({ text: token.text.toLowerCase(), first: at, end: at + 1, upos: token.upos });
  }
  return words;
}

/** Where the noun of office is, as [first, last] of the words: the one that all before it describes and nothing but a preposition follows. */
function officeAt(
  words: readonly Word[],
  place: OfficePhrase['place'],
): { first: number; last: number; agent: Agent | undefined } | null {
  const lower = words.map(({ text }) => text);
  const isOffice = (at: number) =>
    words[at]?.upos !== 'ADP' &&
    (agentAtEnd(lower.slice(0, at + 1)) !== undefined || offices().offices.has(lower[at] as string));
  const closes = (at: number) => {
    const next = words[at + 1];
    return next === undefined || next.upos === 'ADP' || /^(?:who|by|until|since)$/.test(next.text);
  };
  let at = -1;
  if (place === 'after') {
    for (let index = 0; index < words.length && at < 0; index++) {
      if (words[index]?.upos === 'ADP' && index > 0) return null;
      if (isOffice(index) && closes(index)) at = index;
    }
  } else {
    for (let index = words.length - 1; index >= 0 && at < 0; index--)
      if (isOffice(index) && closes(index)) at = index;
    // 'the adviser to the president, N': the first of the two
    for (let index = at - 1; index > 0 && place === 'before'; index--) {
      if (words[index]?.upos !== 'ADP') continue;
      if (!isOffice(index - 1)) break;
      at = index - 1;
    }
  }
  if (at < 0) return null;
  let last = at;
  // 'secretary of state', 'chief of staff'
  for (const more of [2, 3])
    for (let from = at; from >= Math.max(0, at - 2); from--)
      if (at + more < lower.length && agents().has(lower.slice(from, at + more + 1).join(' ')))
        last = at + more;
  const agent = agentAtEnd(lower.slice(0, last + 1));
  const length = agent?.noun.split(' ').length ?? 1;
  return { first: Math.max(0, last - length + 1), last, agent };
}

interface Owner {
  readonly name?: Name;
  readonly agent?: Agent;
  readonly country?: string;
  /** Token of a noun or a pronoun that means the owner: 'the group's', 'its'. */
  readonly token?: number;
  /** Token of a place's name. */
  readonly place?: number;
  /** The owner is something that no word of ours tells the sector of. */
  readonly isOther?: boolean;
  /** The word after the owner, where the office's own words begin. */
  readonly end: number;
}

/** 'Thailand's foreign minister', 'the junta's spokesman', 'rebel commander': whose office it is, by what stands before its noun. */
function ownerBefore(book: PartyBook, words: readonly Word[], office: number): Owner {
  let start = 0;
  let token: number | undefined;
  for (let at = 0; at < office; at++) {
    const { upos, first } = words[at] as Word;
    if (!/^(?:ADP|DET|PRON)$/.test(upos)) continue;
    start = at + 1;
    token = upos === 'PRON' ? first : undefined;
  }
  let name: Name | undefined;
  let country: string | undefined;
  let place: number | undefined;
  let agent: Agent | undefined;
  let end = start;
  for (let at = start; at < office; at++) {
    const word = words[at] as Word;
    const held = book.nameAt[word.first];
    const helped = offices().helped.has(word.text.slice(word.text.indexOf('-') + 1));
    if (held && helped && word.text.includes('-')) {
      end = at;
      continue;
    }
    if (held && held.type !== 'PER') {
      if (held.country) country ??= held.country.country;
      else if (held.type === 'ORG' || held.known) name = held;
      else if (held.type === 'LOC') place ??= word.first;
      end = at + 1;
    } else if (!held) country ??= countryWord(bare(book, word))?.country;
    if (POSSESSED.test(word.text)) {
      end = at + 1;
      if (!held && at > start) token ??= (words[at - 1] as Word).first;
      agent = agentAtEnd(words.slice(start, at).map(({ text }) => text)) ?? agent;
    } else if (country !== undefined && !held && countryWord(bare(book, word))) end = at + 1;
  }
  if (!agent && office > end) agent = agentAtEnd(words.slice(end, office).map(({ text }) => text));
  while (end < office && /^[-–]/.test((words[end] as Word).text)) end++;
  return {
    end,
    ...(name && { name }),
    ...(agent && { agent }),
    ...(country && { country }),
    ...(token !== undefined && { token }),
    ...(place !== undefined && { place }),
  };
}

const POSSESSED = /^['’]s?$/;

/** A word as written, without 'ex-'. */
function bare({ document }: PartyBook, { first, end }: Word): string {
  const text = document.article.text.slice(
    (document.tokens[first] as Token).start,
    (document.tokens[end - 1] as Token).end,
  );
  return text.replace(/^ex-/i, '');
}

/** 'head of the separatist Southern Council', 'governor of Kharkiv region', 'spokesman for the rebels'. */
function ownerAfter(book: PartyBook, words: readonly Word[], office: number, isObject: boolean): Owner {
  const link = words[isObject ? office : office + 1];
  const none = { end: office };
  const isHelper = HELPERS.has((words[office] as Word).text);
  if (!link || !(isObject || /^(?:of|for|at|with|from)$/.test(link.text) || (isHelper && link.text === 'to')))
    return none;
  const nouns: string[] = [];
  for (let at = isObject ? office + 1 : office + 2; at < words.length; at++) {
    const word = words[at] as Word;
    const held = book.nameAt[word.first];
    if (word.upos === 'ADP') break;
    if (held && held.type !== 'PER') {
      if (offices().helped.has(word.text.slice(word.text.indexOf('-') + 1))) continue;
      if (held.known?.seats || held.type === 'ORG') {
        const label = nounAfter(book, words, at);
        return { ...none, name: held, ...(label && { agent: label }) };
      }
      const isRegion = /^(?:for|from)$/.test(link.text);
      const noun = nounAfter(book, words, at);
      if (held.country && !isRegion)
        return { ...none, country: held.country.country, ...(noun && { agent: noun }) };
      if (held.country && noun) return { ...none, country: held.country.country, agent: noun };
      return held.type === 'LOC' && !isRegion && !held.country ? { ...none, place: word.first } : none;
    }
    nouns.push(word.text);
    const next = words[at + 1];
    if (next && !/^(?:ADP|PUNCT)$/.test(next.upos)) continue;
    const agent = agentAtEnd(nouns);
    return {
      ...none,
      token: word.first,
      ...(agent && { agent }),
      isOther: !agent || offices().vague.has(agent.noun),
    };
  }
  return none;
}

/** Offices that are held 'to' somebody. */
const HELPERS = new Set(['adviser', 'advisor', 'aide', 'assistant', 'deputy']);

/** 'of the Malian army': the agent noun that a nationality describes. */
function nounAfter(book: PartyBook, words: readonly Word[], at: number): Agent | undefined {
  const nouns: string[] = [];
  for (let index = at + 1; index < words.length; index++) {
    const word = words[index] as Word;
    if (!/^(?:NOUN|ADJ|PROPN)$/.test(word.upos) && word.text !== "'s") break;
    if (book.nameAt[word.first]?.type === 'PER') break;
    nouns.push(word.text);
  }
  return agentAtEnd(nouns);
}
