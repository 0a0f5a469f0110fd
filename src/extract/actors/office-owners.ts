import type { Token } from '../../read/index.ts';
import { type Agent, agentAtEnd } from './agents.ts';
import { countryWord } from './countries.ts';
import type { Name } from './names.ts';
import type { Word } from './office-words.ts';
import { offices } from './offices.ts';
import type { PartyBook } from './party-book.ts';

/** Whose an office is, by the words around its noun. */
export interface Owner {
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
export function ownerBefore(book: PartyBook, words: readonly Word[], office: number): Owner {
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
      if (held.country) country ??= peopleOfTwo(book, words, at) ?? held.country.country;
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

/** 'Turkish Cypriot counterpart': the country of a people of two words. */
function peopleOfTwo(book: PartyBook, words: readonly Word[], at: number): string | undefined {
  const [word, next] = [words[at], words[at + 1]];
  return word && next && countryWord(`${bare(book, word)} ${bare(book, next)}`)?.country;
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
export function ownerAfter(
  book: PartyBook,
  words: readonly Word[],
  office: number,
  isObject: boolean,
): Owner {
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
