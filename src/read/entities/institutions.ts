import type { Token } from '../document.ts';
import type { Draft } from './draft.ts';
import { type Gazetteer, LISTED } from './gazetteer.ts';
import type { Roles } from './roles.ts';
import type { WordBook } from './words.ts';

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
  let places: ReadonlySet<number> | undefined;
  for (let at = first; at < end; at++) {
    const token = tokens[at] as Token;
    if (!isCapital(token) || !roles.institutions.has(token.text.toLowerCase())) continue;
    places ??= new Set(drafts.filter(({ type }) => type === 'LOC').map((draft) => draft.first));
    const place = places;
    let stop = at + 1;
    while (stop + 1 < end && stop < at + REACH && /^(for|on|of)$/.test((tokens[stop] as Token).text)) {
      const next = tokens[stop + 1] as Token;
      if (!isCapital(next) || place.has(stop + 1) || roles.calendar.has(next.text.toLowerCase())) break;
      stop += 2;
      while (stop < end && stop < at + REACH && isCapital(tokens[stop]) && !place.has(stop)) {
        if (roles.titles.has((tokens[stop] as Token).text.toLowerCase())) break;
        stop++;
      }
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

/** 'the mayor of Goris Arush Arushanyan' taken for one name: a place that an office belongs to, and a person. */
export function parted(
  draft: Draft,
  tokens: readonly Token[],
  first: number,
  roles: Roles,
  book: WordBook,
  gazetteer: Gazetteer,
): Draft[] {
  if (draft.type === 'LOC' || draft.end - draft.first < 2) return [draft];
  const lower = (at: number) => (at < first ? '' : (tokens[at]?.text.toLowerCase() ?? ''));
  if (lower(draft.first - 1) !== 'of' || !roles.roles.has(lower(draft.first - 2))) return [draft];
  const forms = tokens.slice(draft.first, draft.end);
  const { kinds, places } = gazetteer.mark(forms.map(({ text }) => book.factsOf(text)));
  const place = LISTED.country | LISTED.region | LISTED.city | LISTED.town;
  if (((kinds[0] as number) & place) === 0 || (places[0] !== 4 && places[0] !== 1)) return [draft];
  const end = draft.first + (places[0] === 4 ? 1 : places.indexOf(3) + 1);
  if (end >= draft.end || !tokens.slice(end, draft.end).every(isCapital)) return [draft];
  return [
    { type: 'LOC', first: draft.first, end },
    { type: 'PER', first: end, end: draft.end },
  ];
}

/** 'European Council President Charles Michel' taken for one body: a body, an office, a person. */
export function unbundled(draft: Draft, tokens: readonly Token[], roles: Roles): Draft[] {
  if (draft.type !== 'ORG' || draft.end - draft.first < 3) return [draft];
  for (let at = draft.first + 1; at < draft.end - 1; at++) {
    const isTitle = (place: number) => roles.titles.has((tokens[place] as Token).text.toLowerCase());
    if (!isTitle(at)) continue;
    let first = at + 1;
    while (first < draft.end - 1 && isTitle(first)) first++;
    const name = tokens.slice(first, draft.end);
    if (!name.every(isCapital)) return [draft];
    return [
      { type: 'ORG', first: draft.first, end: at },
      { type: 'PER', first, end: draft.end },
    ];
  }
  return [draft];
}
