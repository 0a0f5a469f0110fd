import type { ArticleLine, EventLine } from './store.ts';

/**
 * What belongs to a dossier. An article falls in where it names one of the `parties`, a place or a word; with `match`
 * `all`, one of each kind that is given. `sources`, `since` and `until` then narrow it down.
 */
export interface DossierDefinition {
  /** Names of actors in any case, or countries by ISO 3166-1 alpha-3. */
  readonly parties: readonly string[];
  /** How many of the parties an article must name; 1 where not given. */
  readonly partiesNeeded?: number;
  /** Places of events and conditions, whole names in any case. */
  readonly places: readonly string[];
  /** Searches in titles and texts, as web searches. */
  readonly words: readonly string[];
  /** Outlets by name in any case, or by the host of their addresses. */
  readonly sources: readonly string[];
  readonly match?: 'any' | 'all';
  /** Days of publication, YYYY-MM-DD. */
  readonly since?: string;
  readonly until?: string;
}

export interface Dossier {
  readonly id: string;
  readonly name: string;
  readonly definition: DossierDefinition;
  readonly articles: number;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What of the store falls in, before the dossier is kept. */
export interface DossierPreview {
  readonly articles: number;
  readonly events: number;
  readonly claims: number;
  readonly conditions: number;
  readonly newestArticles: readonly ArticleLine[];
  readonly newestEvents: readonly EventLine[];
}

/** Dossiers. What is added to the store later falls in by itself. */
export interface DossierStore {
  /** By name. */
  list(): Promise<readonly Dossier[]>;
  /** Throws E_NO_SUCH. */
  get(id: string): Promise<Dossier>;
  preview(definition: DossierDefinition): Promise<DossierPreview>;
  create(name: string, definition: DossierDefinition, createdBy: string): Promise<Dossier>;
  /** Throws E_NO_SUCH. */
  change(id: string, name: string, definition: DossierDefinition): Promise<Dossier>;
  /** The articles stay. Throws E_NO_SUCH. */
  remove(id: string): Promise<void>;
}
