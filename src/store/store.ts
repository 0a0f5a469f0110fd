import type {
  Actor,
  ActorKind,
  ArticleRecord,
  Claim,
  Condition,
  ConditionKind,
  Edtf,
  Event,
  EventStatus,
  PloverSector,
  PloverType,
  Quad,
  Stance,
} from '../model/index.ts';
import type { Lane } from './lanes.ts';

/** The page that a record was read from; a `Page` of collect fits. */
export interface SourcePage {
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, hexadecimal. */
  readonly hash: string;
  /** Where the bytes came from, for people: a path, an address, `standard input`. */
  readonly origin: string;
  readonly url?: string;
  readonly published?: string;
  readonly language?: string;
  readonly title?: string;
  readonly asIs?: boolean;
}

/** What a person may fix about an input; kept with it, so that a later run reads it the same way. */
export interface Given {
  readonly url?: string;
  readonly published?: string;
  readonly language?: string;
  readonly title?: string;
  readonly asIs?: boolean;
}

export interface Entry {
  readonly record: ArticleRecord;
  readonly page?: SourcePage;
  /** Write it again even where the same bytes are there already. */
  readonly again?: boolean;
}

/**
 * What became of an entry. `updated`: the id was there and was read anew, or (with `supersedes`) an older page of the
 * same address gave way to it; that one stays readable under its id but is listed no more.
 */
export interface Added {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'added' | 'updated' | 'unchanged';
  readonly supersedes?: string;
}

/** What the store knows of an input by its article id: enough to skip it, or to read it as before. */
export interface Known {
  readonly id: string;
  readonly hash: string | null;
  readonly title: string;
  readonly given: Given;
  /** A newer page of the same address has taken its place in the lists. */
  readonly isSuperseded: boolean;
}

/** One page of a list. `next` is the cursor to go on from; null at the end. */
export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** `limit`: 1 to 1000, 50 where not given. `cursor`: `next` of the page before, under the same filter and order. */
export interface Paging {
  readonly limit?: number;
  readonly cursor?: string | null;
  /** By date; unknown dates come last either way. `added`: latest addition first (articles only). */
  readonly order?: 'newest' | 'oldest';
}

export interface ArticlePaging extends Omit<Paging, 'order'> {
  readonly order?: 'newest' | 'oldest' | 'added';
}

/** A filter by date takes what can fall between the two days, `YYYY-MM-DD` inclusive; unknown dates are left out. */
export interface DateRange {
  readonly since?: string;
  readonly until?: string;
}

/** Within a part of the store. */
export interface Scope {
  /** Id of a dossier. */
  readonly dossier?: string;
}

export interface ArticleFilter extends DateRange, Scope {
  readonly language?: string;
  readonly outlet?: string;
}

export interface ArticleListFilter extends ArticleFilter {
  /** Words of the title or the text, as a search takes them; the list keeps its order. */
  readonly q?: string;
}

/** What events, claims and conditions can all be filtered by. Lists mean: any of these. */
export interface LineFilter extends DateRange, Scope {
  readonly articleId?: string;
  readonly language?: string;
  /** Name of an actor taking part, whole, in any case; or an actor id. */
  readonly actor?: string;
  /** Country of an actor taking part, ISO 3166-1 alpha-3. */
  readonly country?: string;
  /** Words that the sentence contains, whole and in any case; `"a phrase"`, `or` and `-word` as in web searches. */
  readonly text?: string;
}

export interface EventFilter extends LineFilter {
  readonly type?: PloverType | readonly PloverType[];
  readonly status?: EventStatus | readonly EventStatus[];
  readonly quad?: Quad | readonly Quad[];
  /** Name of the place, or part of it, in any case. */
  readonly place?: string;
  /** Name of the place, whole, in any case. */
  readonly at?: string;
  /** Lane of the timeline; which parties are third ones follows from `sides`. */
  readonly lane?: Lane;
  /** Countries of the sides, ISO 3166-1 alpha-3: who is of neither is a third party. */
  readonly sides?: string | readonly string[];
  /** Only events of which one day is known, or only others. */
  readonly exact?: boolean;
  /** Only events with dead or injured, or only others. */
  readonly casualties?: boolean;
}

export interface ClaimFilter extends LineFilter {
  readonly stance?: Stance | readonly Stance[];
  /** Name of the speaker, whole, in any case. */
  readonly speaker?: string;
  readonly quoted?: boolean;
  /** Topic, whole, in any case. */
  readonly topic?: string;
  /** Claims about any of these events or conditions, or in the same sentence: each as `articleId/lineId`. */
  readonly about?: readonly string[];
  /** Claims about conditions of this kind, or in the same sentence. */
  readonly kind?: ConditionKind;
}

export interface ConditionFilter extends LineFilter {
  readonly kind?: ConditionKind | readonly ConditionKind[];
  readonly status?: Condition['status'] | readonly Condition['status'][];
}

export interface ActorFilter extends Scope {
  /** Part of the name, in any case. */
  readonly name?: string;
  readonly kind?: ActorKind;
  readonly country?: string;
}

/** An article as a list shows it. */
export interface ArticleLine {
  readonly id: string;
  readonly title: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly language: string;
  readonly published?: Edtf;
  readonly origin: string;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  readonly counts: { readonly [name in 'events' | 'claims' | 'conditions' | 'actors']: number };
}

/** The article that a line comes from, in brief. */
export type ArticleRef = Pick<
  ArticleLine,
  'id' | 'title' | 'outlet' | 'url' | 'language' | 'published' | 'origin'
>;

/** An actor without its mentions. */
export type ActorRef = Omit<Actor, 'mentions'>;

/** A line of a record with its article and the actors that it names. */
interface LineOf {
  readonly article: ArticleRef;
  /** Every actor whose id the line uses, and their affiliations. */
  readonly actors: readonly ActorRef[];
  /** What a person decided about the line, where somebody has. */
  readonly review?: ReviewMark;
}
/** Rejected and merged lines are not listed. */
export type ReviewMark = 'confirmed' | 'corrected';

export interface EventLine extends LineOf {
  readonly event: Event;
}
export interface ClaimLine extends LineOf {
  readonly claim: Claim;
}
export interface ConditionLine extends LineOf {
  readonly condition: Condition;
}

/** One name over all articles: actors with the same name (in any case) and kind. */
export interface ActorLine {
  readonly name: string;
  readonly kind: ActorKind;
  readonly country?: string;
  readonly sector?: PloverSector;
  readonly articles: number;
  readonly mentions: number;
}

/** Text cut where words were found; hits are to be shown as the reader's marks. Nothing in it is markup. */
export type Snippet = readonly { readonly text: string; readonly isHit: boolean }[];

export interface SearchHit {
  readonly article: ArticleLine;
  readonly title: Snippet;
  readonly snippet: Snippet;
  readonly rank: number;
}

export interface FailureLine {
  readonly origin: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** Hash of the bytes that were kept, where there were any. */
  readonly hash?: string;
  readonly attempts: number;
  readonly lastAt: string;
}

/** How many there are of what: for the heads of lists and the choices of filters. */
export interface Facets {
  readonly articles: number;
  readonly languages: Counts;
  readonly outlets: Counts;
  readonly events: number;
  readonly eventTypes: Counts;
  readonly eventStatuses: Counts;
  readonly countries: Counts;
  readonly claims: number;
  readonly stances: Counts;
  readonly conditions: number;
  readonly conditionKinds: Counts;
  readonly failures: number;
  /** First and last day of the dated events. */
  readonly days: { readonly first: string | null; readonly last: string | null };
}
/** Most frequent first. */
export type Counts = readonly { readonly value: string; readonly count: number }[];

/**
 * The store: articles with their records, and the lines of all records for listing. All lists are paged by keyset, so
 * the thousandth page costs what the first does. Every method may throw a TrucelineError of the E_STORE family,
 * E_DISK_FULL or E_READ_ONLY.
 */
export interface RecordStore {
  /** Folder, or the server without its password, for people. */
  readonly place: string;

  /** Writes one record in a transaction of its own; when it returns, the record survives a kill of the process. */
  addRecord(record: ArticleRecord, page?: SourcePage): Promise<Added>;
  /** Writes several in one transaction: all or none. Outcomes in the order of the entries. */
  addMany(entries: readonly Entry[]): Promise<readonly Added[]>;
  /** Which of these article ids are there, superseded ones included. */
  known(ids: readonly string[]): Promise<ReadonlyMap<string, Known>>;
  /** Removes articles with their lines, earlier versions and bytes. Returns the ids that were there. */
  removeArticles(ids: readonly string[]): Promise<readonly string[]>;

  /**
   * The whole record as it stands: byte for byte what was put in, once written as JSON, but for the lines that people
   * corrected or took away. Throws E_NO_ARTICLE.
   */
  getRecord(id: string): Promise<ArticleRecord>;
  /** Throws E_NO_ARTICLE. */
  getArticle(id: string): Promise<ArticleLine>;
  /** The bytes that the article was read from; null where it came without. Throws E_NO_ARTICLE. */
  getPage(
    id: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly hash: string; readonly origin: string } | null>;

  listArticles(filter?: ArticleListFilter, paging?: ArticlePaging): Promise<PageOf<ArticleLine>>;
  listEvents(filter?: EventFilter, paging?: Paging): Promise<PageOf<EventLine>>;
  listClaims(filter?: ClaimFilter, paging?: Paging): Promise<PageOf<ClaimLine>>;
  listConditions(filter?: ConditionFilter, paging?: Paging): Promise<PageOf<ConditionLine>>;
  /** Most mentioned in articles first. */
  listActors(filter?: ActorFilter, paging?: Omit<Paging, 'order'>): Promise<PageOf<ActorLine>>;
  /** Full text of titles and texts, best first; `"a phrase"`, `or` and `-word` work as in web searches. */
  searchArticles(
    words: string,
    filter?: ArticleFilter,
    paging?: Omit<Paging, 'order'>,
  ): Promise<PageOf<SearchHit>>;
  facets(scope?: Scope): Promise<Facets>;

  /** All records in the order in which they were added, a few in memory at a time. */
  records(filter?: ArticleFilter): AsyncIterable<ArticleRecord>;

  /** Keeps note of an input that could not be used, with its bytes where there are any. */
  addFailure(failure: {
    readonly origin: string;
    readonly code: string;
    readonly message: string;
    readonly remedy: string;
    readonly page?: SourcePage;
  }): Promise<void>;
  /** Latest first. */
  listFailures(paging?: Omit<Paging, 'order'>): Promise<PageOf<FailureLine>>;

  close(): Promise<void>;
}
