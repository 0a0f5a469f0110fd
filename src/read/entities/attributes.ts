import type { Token } from '../document.ts';
import type { Draft } from './draft.ts';
import type { Roles } from './roles.ts';

/** What the text says beside a name. */
export interface Attributes {
  readonly role?: string;
  readonly affiliation?: string;
  readonly acronym?: string;
}

/** How far a role is looked for after a name. */
const REACH = 8;

/** Everything that attributes are read from. */
export interface Surroundings {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly roles: Roles;
  /** Index into `drafts` of the draft that holds a token; -1 where none does. */
  readonly draftAt: Int32Array;
  readonly drafts: readonly Draft[];
}

/** Role and affiliation of a person, the acronym of a body; the sentence's tokens are [first, end). */
export function attributesOf(draft: Draft, around: Surroundings, first: number, end: number): Attributes {
  if (draft.type === 'ORG' || draft.type === 'LOC' || draft.type === 'MISC')
    return acronymAfter(draft, around, end);
  if (draft.type !== 'PER') return {};
  const before = roleBefore(draft, around, first);
  if (before?.affiliation) return before;
  // 'Brigadier N, commander of the M mission': the office tells more than the rank.
  return roleAfter(draft, around, end) ?? before ?? roleOver(draft, around, first) ?? {};
}

/** How many words lie at most between an office and the name after it: 'spokesman for the Russian foreign ministry N'. */
const OVER = 8;

/** 'Foreign Minister of Armenia N', 'spokesman for the foreign ministry N': a role, what it belongs to, the name. */
function roleOver(draft: Draft, around: Surroundings, first: number): Attributes | null {
  const { roles, draftAt, drafts, tokens } = around;
  let link = draft.first - 1;
  const last = link;
  const isLink = (at: number) => (draftAt[at] as number) < 0 && /^(of|for)$/.test(lowerAt(around, at));
  while (link >= first && link > last - OVER && !isLink(link)) {
    const inside = drafts[draftAt[link] as number];
    const { upos } = tokens[link] as Token;
    if (inside ? inside.type === 'PER' : !/^(NOUN|PROPN|ADJ|DET)$/.test(upos)) return null;
    link--;
  }
  if (link < first || link === last || !isLink(link)) return null;
  let from = link + 1;
  while (from < last && (tokens[from] as Token).upos === 'DET') from++;
  const named = drafts[draftAt[last] as number];
  if (named ? named.first < from : !roles.bodies.has(lowerAt(around, last))) return null;
  const at = link - 1;
  if (at < first || (draftAt[at] as number) >= 0 || !roles.roles.has(lowerAt(around, at))) return null;
  let start = at;
  while (
    start > first &&
    (draftAt[start - 1] as number) < 0 &&
    roles.modifiers.has(lowerAt(around, start - 1))
  )
    start--;
  while (start < at && /^(-|'s)$/.test(lowerAt(around, start))) start++;
  const { role, affiliation } = {
    role: slice(around, start, at + 1),
    affiliation: slice(around, from, last + 1),
  };
  return { role, affiliation };
}

const slice = ({ text, tokens }: Surroundings, first: number, end: number) =>
  text.slice((tokens[first] as Token).start, (tokens[end - 1] as Token).end);

const lowerAt = ({ tokens }: Surroundings, at: number) => tokens[at]?.text.toLowerCase() ?? '';

/** 'Azerbaijani Foreign Minister N', 'the envoy N', 'Defense Ministry spokesman N'. */
function roleBefore(draft: Draft, around: Surroundings, first: number): Attributes | null {
  const { roles, draftAt, drafts } = around;
  let start = draft.first;
  let last = start - 1;
  // 'Secretary of State N'.
  if (lowerAt(around, last - 1) === 'of' && roles.offices.has(lowerAt(around, last))) last -= 2;
  const word = lowerAt(around, last);
  if (last < first || !(roles.roles.has(word) || roles.titles.has(word)) || (draftAt[last] as number) >= 0)
    return null;
  start = last;
  while (start - 1 >= first && (draftAt[start - 1] as number) < 0) {
    const before = lowerAt(around, start - 1);
    if (!roles.modifiers.has(before) && !roles.roles.has(before)) break;
    if (before === "'s") break;
    start--;
  }
  while (start < last && (lowerAt(around, start) === '-' || lowerAt(around, start) === "'s")) start++;
  if (start === last && roles.courtesies.has(word)) return null;
  const role = slice(around, start, draft.first);
  let holder = start - 1;
  const owned = lowerAt(around, holder) === "'s";
  if (owned) holder--;
  const owner = holder >= first ? drafts[draftAt[holder] as number] : undefined;
  if (!owner || (owner.type === 'PER' && !owned)) return { role };
  return { role, affiliation: slice(around, owner.first, owner.end) };
}

/** 'N, commander of the M mission,', 'N, a military analyst at the M Centre', 'N (head of M)'. */
function roleAfter(draft: Draft, around: Surroundings, end: number): Attributes | null {
  const { roles, draftAt, drafts, tokens } = around;
  let at = draft.end;
  if (lowerAt(around, at) !== ',' && lowerAt(around, at) !== '(') return null;
  at++;
  while (
    at < end &&
    ['the', 'a', 'an', 'who', 'is', 'then', 'now', 'currently'].includes(lowerAt(around, at))
  ) {
    if (lowerAt(around, at) === 'who' && !['is', 'was'].includes(lowerAt(around, at + 1))) return null;
    at++;
  }
  let start = at;
  let owner: Draft | null = null;
  for (; at < end && at < start + REACH; at++) {
    const token = tokens[at] as Token;
    // A tagger may take "Russia's president" for a verb; after a possessive or an article it is none.
    const office =
      roles.roles.has(token.text.toLowerCase()) && /^('s|the|an?)$/.test(lowerAt(around, at - 1));
    if (!office && (token.upos === 'VERB' || token.upos === 'AUX')) return null;
    if (token.upos === 'PUNCT' && token.text !== '-') return null;
    if (token.upos === 'ADP' || token.upos === 'PRON' || token.upos === 'SCONJ') return null;
    const inside = draftAt[at] as number;
    if (inside >= 0) {
      owner = drafts[inside] as Draft;
      if (owner.type === 'PER') return null;
      at = owner.end - 1;
      start = owner.end;
      if (lowerAt(around, start) === "'s") {
        at++;
        start++;
      }
      continue;
    }
    const next = lowerAt(around, at + 1);
    if (roles.roles.has(token.text.toLowerCase()) && !roles.roles.has(next)) break;
  }
  if (at >= end || at >= start + REACH || !roles.roles.has(lowerAt(around, at))) return null;
  // 'with N, French President M': the office is M's.
  const next = drafts[draftAt[at + 1] as number];
  if (next?.type === 'PER') return null;
  const role = slice(around, start, at + 1);
  const affiliation = owner ? slice(around, owner.first, owner.end) : linked(around, at + 1, end);
  return affiliation ? { role, affiliation } : { role };
}

/** What a preposition after the role leads to: 'of the Geneva-based M Centre'. */
function linked(around: Surroundings, at: number, end: number): string | null {
  const { roles, tokens, draftAt, drafts } = around;
  if (at >= end || !roles.links.has(lowerAt(around, at))) return null;
  let from = at + 1;
  while (from < end && (tokens[from] as Token).upos === 'DET') from++;
  from = afterBased(around, from, end);
  let stop = from;
  while (stop < end && stop < from + 14) {
    const inside = draftAt[stop] as number;
    if (inside >= 0) {
      stop = (drafts[inside] as Draft).end;
      continue;
    }
    const { upos, text } = tokens[stop] as Token;
    const word = text.toLowerCase();
    const bridge = /^(for|on)$/.test(word) && isCapital(tokens[stop - 1]) && isCapital(tokens[stop + 1]);
    const goesOn =
      bridge ||
      upos === 'NOUN' ||
      upos === 'PROPN' ||
      upos === 'ADJ' ||
      upos === 'NUM' ||
      upos === 'DET' ||
      word === 'of' ||
      word === "'s" ||
      word === '-' ||
      (upos === 'VERB' && word === 'based');
    if (!goesOn) break;
    stop++;
  }
  while (stop > from && ['of', "'s", '-', 'the'].includes(lowerAt(around, stop - 1))) stop--;
  return stop > from ? slice(around, from, stop) : null;
}

/** Where the name begins after 'Geneva-based': its seat is no part of it. */
function afterBased(around: Surroundings, from: number, end: number): number {
  for (let at = from; at < end && at < from + 5; at++) {
    const word = lowerAt(around, at);
    if (word === 'based' || word.endsWith('-based')) return at + 1 < end ? at + 1 : from;
  }
  return from;
}

const isCapital = (token: Token | undefined) =>
  token !== undefined && token.text[0] !== token.text[0]?.toLowerCase();

/** 'International Committee of the Red Cross (ICRC)': an acronym in brackets whose letters begin the name's words. */
function acronymAfter(draft: Draft, around: Surroundings, end: number): Attributes {
  const { tokens } = around;
  if (lowerAt(around, draft.end) !== '(') return {};
  const token = tokens[draft.end + 1];
  if (!token || draft.end + 2 >= end || lowerAt(around, draft.end + 2) !== ')') return {};
  const acronym = token.text;
  if (!/^\p{Lu}[\p{Lu}\p{L}\d.&-]{0,9}$/u.test(acronym) || !/\p{Lu}.*\p{Lu}/u.test(acronym)) return {};
  let initials = '';
  for (let at = draft.first; at < draft.end; at++) initials += (tokens[at] as Token).text[0] ?? '';
  return begins(acronym.replace(/[^\p{L}]/gu, ''), initials) ? { acronym } : {};
}

/** Are the acronym's letters in the order of the initials, the first one first? */
function begins(acronym: string, initials: string): boolean {
  const wanted = acronym.toLowerCase();
  const given = initials.toLowerCase();
  if (wanted[0] !== given[0]) return false;
  let at = 0;
  for (const letter of given) if (letter === wanted[at]) at++;
  return at >= wanted.length - 1 && at >= 2;
}
