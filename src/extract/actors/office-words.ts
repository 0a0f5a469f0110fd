import type { Token } from '../../read/index.ts';
import { type Agent, agentAtEnd, agents } from './agents.ts';
import type { OfficePhrase } from './office-phrases.ts';
import { offices } from './offices.ts';
import type { PartyBook } from './party-book.ts';

/** A word with its hyphens: 'secretary-general'. */
export interface Word {
  readonly text: string;
  readonly first: number;
  readonly end: number;
  readonly upos: string;
}

/** The office as written, without whose it is. */
export function roleIn(
  { document: { tokens, article } }: PartyBook,
  words: readonly Word[],
  first: number,
  last: number,
): string {
  const { start } = tokens[(words[first] as Word).first] as Token;
  return article.text.slice(start, tokens[(words[last] as Word).end - 1]?.end).replace(/\s+/g, ' ');
}

/** The words of a phrase, those with hyphens put together. */
export function wordsIn({ document: { tokens } }: PartyBook, { first, end }: OfficePhrase): Word[] {
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
export function officeAt(
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
