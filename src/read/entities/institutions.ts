import type { Token } from '../document.ts';
import type { Draft } from './draft.ts';
import type { Roles } from './roles.ts';

/** How far the name of an institution goes from its noun to either side, in words. */
const REACH = 6;

const isCapital = (token: Token | undefined) =>
  token !== undefined && token.text[0] !== token.text[0]?.toLowerCase();

/**
 * Institutions by the way they are called: capitalised words, an institution's noun, and a phrase of capitalised words after
 * 'for', 'on' or 'of' ('Centre for Border Dialogues', 'Lindau Forum on Mediation'). A place after 'of' is left to itself.
 * Tokens [first, end) are one sentence.
 */
export function institutions(
  tokens: readonly Token[],
  first: number,
  end: number,
  drafts: readonly Draft[],
  roles: Roles,
): Draft[] {
  const found: Draft[] = [];
  const place = new Set(drafts.filter(({ type }) => type === 'LOC').map((draft) => draft.first));
  for (let at = first; at < end; at++) {
    const token = tokens[at] as Token;
    if (!isCapital(token) || !roles.institutions.has(token.text.toLowerCase())) continue;
    let stop = at + 1;
    while (stop + 1 < end && stop < at + REACH && /^(for|on|of)$/.test((tokens[stop] as Token).text)) {
      if (!isCapital(tokens[stop + 1]) || place.has(stop + 1)) break;
      stop += 2;
      while (stop < end && stop < at + REACH && isCapital(tokens[stop]) && !place.has(stop)) stop++;
    }
    if (stop === at + 1) continue;
    let start = at;
    while (start > first && start > at - REACH && isCapital(tokens[start - 1])) {
      if (/^the$/i.test((tokens[start - 1] as Token).text)) break;
      start--;
    }
    found.push({ type: 'ORG', first: start, end: stop });
    at = stop - 1;
  }
  return found;
}

/** 'European Council President Charles Michel' taken for one body: a body, an office, a person. */
export function unbundled(draft: Draft, tokens: readonly Token[], roles: Roles): Draft[] {
  if (draft.type !== 'ORG' || draft.end - draft.first < 3) return [draft];
  for (let at = draft.first + 1; at < draft.end - 1; at++) {
    if (!roles.titles.has((tokens[at] as Token).text.toLowerCase())) continue;
    const name = tokens.slice(at + 1, draft.end);
    if (!name.every(isCapital)) return [draft];
    return [
      { type: 'ORG', first: draft.first, end: at },
      { type: 'PER', first: at + 1, end: draft.end },
    ];
  }
  return [draft];
}
