import type { Dossier, DossierDefinition } from '../api/client.ts';

/** A dossier as a form holds it: each list as text with commas. */
export interface Draft {
  readonly name: string;
  readonly parties: string;
  readonly places: string;
  readonly words: string;
  readonly sources: string;
  readonly match: 'any' | 'all';
  readonly since: string | undefined;
  readonly until: string | undefined;
}

export function draftOf(dossier: Dossier | null): Draft {
  const {
    parties = [],
    places = [],
    words = [],
    sources = [],
    match,
    since,
    until,
  } = dossier?.definition ?? {};
  return {
    name: dossier?.name ?? '',
    parties: parties.join(', '),
    places: places.join(', '),
    words: words.join(', '),
    sources: sources.join(', '),
    match: match ?? 'any',
    since,
    until,
  };
}

export function definitionOf(draft: Draft): DossierDefinition {
  const { since, until, match } = draft;
  return {
    parties: listOf(draft.parties),
    places: listOf(draft.places),
    words: listOf(draft.words),
    sources: listOf(draft.sources),
    match,
    ...(since && { since }),
    ...(until && { until }),
  };
}

export function isEmpty({ parties, places, words, sources }: DossierDefinition): boolean {
  return [parties, places, words, sources].every((list) => (list?.length ?? 0) === 0);
}

/** The parts of a text with commas, without blanks and doubles. */
export function listOf(text: string): string[] {
  const parts = text.split(/[,;\n]/).map((part) => part.trim());
  return [...new Set(parts.filter(Boolean))].slice(0, 100);
}
