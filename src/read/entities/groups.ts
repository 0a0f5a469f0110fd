import type { Token } from '../document.ts';
import type { Draft } from './draft.ts';
import { type Gazetteer, LISTED, type Marks } from './gazetteer.ts';
import type { Roles } from './roles.ts';
import type { WordBook } from './words.ts';

const NAMING = new Set(['PROPN', 'ADJ', 'NOUN', 'X']);

/**
 * Names that the tagger's training data does not mark, from the gazetteer: peoples and groups (NORP), and countries,
 * regions and well-known bodies that the tagger passed over. The marks are those of one sentence, whose first token is `first`.
 */
export function listedNames(
  tokens: readonly Token[],
  first: number,
  drafts: readonly Draft[],
  { kinds, places }: Marks,
): Draft[] {
  const { length } = places;
  const taken = new Uint8Array(length);
  for (const draft of drafts) taken.fill(1, draft.first - first, draft.end - first);
  const found: Draft[] = [];
  for (let at = 0; at < length; ) {
    const kind = kinds[at] as number;
    const place = places[at] as number;
    let stop = at + 1;
    if (place === 1) while (stop < length && (places[stop] === 2 || places[stop] === 3)) stop++;
    if (place !== 1 && place !== 4) {
      at = stop;
      continue;
    }
    const naming = NAMING.has((tokens[first + at] as Token).upos);
    if (naming && isFree(taken, at, stop)) {
      const type =
        kind & (LISTED.demonym | LISTED.group)
          ? 'NORP'
          : kind & (LISTED.country | LISTED.region)
            ? 'LOC'
            : kind === LISTED.organization && (tokens[first + at] as Token).upos === 'PROPN'
              ? 'ORG'
              : null;
      if (type) found.push({ type, first: first + at, end: first + stop });
    }
    at = stop;
  }
  return found;
}

function isFree(taken: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (taken[at] !== 0) return false;
  return true;
}

/** Listed peoples of more than one word ('Karabakh Armenians'), which the tagger would take apart. */
export function listedPeoples(tokens: readonly Token[], first: number, marks: Marks): Draft[] {
  return listedNames(tokens, first, [], marks).filter(
    (draft) => draft.type === 'NORP' && draft.end - draft.first > 1,
  );
}

/**
 * Joins what belongs to one name: a demonym and the body after it ('Azerbaijani' + 'Defense Ministry'), a demonym and
 * its contingent ('Russian peacekeeping contingent'), a place and the noun that completes it ('Lachin corridor').
 */
export function joined(tokens: readonly Token[], drafts: readonly Draft[], roles: Roles): Draft[] {
  const out: Draft[] = [];
  const lower = (at: number) => tokens[at]?.text.toLowerCase() ?? '';
  const sentence = (at: number) => tokens[at]?.sentence;
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index] as Draft;
    const next = drafts[index + 1];
    const adjacent =
      next !== undefined && next.first === draft.end && sentence(next.first) === sentence(draft.first);
    if (next && isPartedByParticle(tokens, draft, next)) {
      out.push({ ...draft, end: next.end });
      index++;
    } else if (
      draft.type === 'NORP' &&
      adjacent &&
      next.type === 'ORG' &&
      roles.bodies.has(lower(next.end - 1))
    ) {
      out.push({ type: 'ORG', first: draft.first, end: next.end });
      index++;
    } else if (
      draft.type === 'NORP' &&
      lower(draft.end) === 'peacekeeping' &&
      roles.contingents.has(lower(draft.end + 1))
    ) {
      out.push({ type: 'ORG', first: draft.first, end: draft.end + 2 });
    } else if (draft.type === 'NORP' && ministryAfter(tokens, draft, next, roles) > 0) {
      out.push({ type: 'ORG', first: draft.first, end: ministryAfter(tokens, draft, next, roles) });
    } else if (
      draft.type === 'LOC' &&
      roles.places.has(lower(draft.end)) &&
      sentence(draft.end) === sentence(draft.first)
    ) {
      out.push({ ...draft, end: draft.end + 1 });
    } else out.push(draft);
  }
  return out;
}

/** 'Mocimboa da Praia', 'Rio dos Anjos': one name of a place, tagged as two. */
function isPartedByParticle(tokens: readonly Token[], draft: Draft, next: Draft): boolean {
  return (
    draft.type === 'LOC' &&
    next.type === 'LOC' &&
    next.first === draft.end + 1 &&
    /^(?:da|do|dos|das)$/.test(tokens[draft.end]?.text ?? '') &&
    tokens[draft.first]?.sentence === tokens[next.first]?.sentence
  );
}

/** Where 'Russian' + 'defence ministry' ends, the ministry in small letters; 0 where none follows. */
function ministryAfter(
  tokens: readonly Token[],
  draft: Draft,
  next: Draft | undefined,
  roles: Roles,
): number {
  for (let at = draft.end; at < draft.end + 3 && (!next || at < next.first); at++) {
    const token = tokens[at];
    if (token?.sentence !== tokens[draft.first]?.sentence) return 0;
    const word = token?.text.toLowerCase() ?? '';
    if (at > draft.end && roles.ministries.has(word)) return at + 1;
    if (!roles.modifiers.has(word)) return 0;
  }
  return 0;
}

/** Gives listed names that can be but one kind of thing that kind: 'EU' and 'ICRC' are bodies, 'Armenia' is a place. */
export function settled(
  tokens: readonly Token[],
  drafts: readonly Draft[],
  book: WordBook,
  gazetteer: Gazetteer,
): Draft[] {
  return drafts.map((draft) => {
    if (draft.type === 'NORP' || (draft.type === 'PER' && draft.end - draft.first > 1)) return draft;
    const forms = tokens.slice(draft.first, draft.end).map((token) => token.text);
    const { kinds, places } = gazetteer.mark(forms.map((form) => book.factsOf(form)));
    const whole =
      forms.length === 1 ? places[0] === 4 : places[0] === 1 && places.lastIndexOf(3) === forms.length - 1;
    if (!whole) return draft;
    const kind = kinds[0] as number;
    if (draft.type === 'PER') return kind & LISTED.region ? { ...draft, type: 'LOC' } : draft;
    if (kind === LISTED.organization) return { ...draft, type: 'ORG' };
    const place = (kind & LISTED.country) !== 0 && (kind & (LISTED.organization | LISTED.demonym)) === 0;
    return place ? { ...draft, type: 'LOC' } : draft;
  });
}
