import type { ActorKind, Claim, Condition, Event } from '../model/index.ts';
import type { Reason } from './importance.ts';
import type {
  ActorRef,
  ArticleRef,
  ClaimLine,
  ConditionLine,
  EventLine,
  PageOf,
  Paging,
  Scope,
} from './store.ts';

/** The tables of lines. */
export const LINE_TABLES = ['events', 'claims', 'conditions'] as const;
export type LineTable = (typeof LINE_TABLES)[number];

/** A line by its place in the store. */
export interface LineRef {
  readonly table: LineTable;
  readonly articleId: string;
  readonly lineId: string;
}

/** `open`: nobody has decided; `merged`: it tells of what another line tells. */
export const REVIEW_STATUSES = ['open', 'confirmed', 'corrected', 'rejected', 'merged'] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** What stands of a line after a decision. */
export interface LineState {
  readonly status: ReviewStatus;
  /** The line as it stands. */
  readonly line: Event | Claim | Condition;
  /** The actors that the line names. */
  readonly actors: readonly ActorRef[];
  /** Where `merged`: the line that it was merged into, of the same table. */
  readonly into?: { readonly articleId: string; readonly lineId: string };
  readonly note?: string;
}

export const ACTIONS = ['confirm', 'correct', 'reject', 'merge', 'note', 'reopen'] as const;
export type Action = (typeof ACTIONS)[number];

/** An actor of a correction: one of the article's by its id or name, or a new one by name. */
export interface NamedActor {
  readonly name: string;
  readonly kind?: ActorKind;
  readonly country?: string;
}

/** What a correction may change; null takes a value away. Evidence and trigger stay: they are what was read. */
export interface LineChanges {
  readonly type?: Event['type'];
  readonly mode?: Event['mode'] | null;
  readonly status?: string;
  readonly date?: string;
  readonly place?: Event['place'] | null;
  readonly actors?: readonly NamedActor[];
  readonly recipients?: readonly NamedActor[];
  readonly overseers?: readonly NamedActor[];
  readonly killed?: readonly CasualtiesChange[];
  readonly injured?: readonly CasualtiesChange[];
  readonly topics?: readonly string[];
  readonly stance?: Claim['stance'];
  readonly speaker?: NamedActor | null;
  readonly addressee?: NamedActor | null;
  readonly deadline?: string | null;
  readonly kind?: Condition['kind'];
  readonly since?: string | null;
  readonly until?: string | null;
  readonly days?: number | null;
  readonly onPlace?: string | null;
  readonly onThing?: string | null;
  readonly onActor?: NamedActor | null;
  readonly by?: readonly NamedActor[];
  readonly exceptions?: readonly string[];
}

export interface CasualtiesChange {
  readonly count: number;
  readonly atLeast?: boolean;
  readonly atMost?: boolean;
  readonly actor?: NamedActor;
}

export interface Decision extends LineRef {
  readonly action: Action;
  readonly changes?: LineChanges;
  readonly into?: { readonly articleId: string; readonly lineId: string };
  readonly note?: string;
  /** The latest change of the line that the person saw, null for none; where another came since, it is E_CONFLICT. */
  readonly seen?: number | null;
}

export interface Who {
  readonly id: string | null;
  readonly name: string;
}

/** One decision, with what stood before it and after. */
export interface Change extends LineRef {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly who: string;
  /** `undo` takes back another change; `carry` is a decision that followed its article to a newer page. */
  readonly action: Action | 'undo' | 'carry';
  readonly before: LineState;
  readonly after: LineState;
  readonly note?: string;
  readonly undoes?: number;
  readonly undoneBy?: number;
  readonly article: ArticleRef | null;
}

export interface ChangeFilter {
  readonly articleId?: string;
  readonly lineId?: string;
  readonly who?: string;
}

/** A line that waits for a person. */
export type QueueItem = {
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** The latest change of the line, a note say; what a decision gives back as `seen`. Null for none. */
  readonly seen: number | null;
} & (
  | ({ readonly table: 'events' } & EventLine)
  | ({ readonly table: 'claims' } & ClaimLine)
  | ({ readonly table: 'conditions' } & ConditionLine)
);

export interface QueueFilter extends Scope {
  readonly table?: LineTable;
}

/** What stands of a line of an article, hidden ones included. */
export interface Verdict extends LineRef {
  readonly changeId: number;
  readonly state: LineState;
}

/** An event that a person merged into another. */
export interface MergedLine {
  readonly into: { readonly articleId: string; readonly lineId: string };
  readonly line: EventLine;
}

/**
 * Decisions of people about lines. All are kept; what a person decided is never overwritten by reading an article
 * again, and follows it to a newer page of the same address.
 */
export interface ReviewStore {
  /** Lines that nobody decided about, by importance and doubt. */
  queue(filter?: QueueFilter, paging?: Omit<Paging, 'order'>): Promise<PageOf<QueueItem>>;
  /** Throws E_NO_SUCH, E_CONFLICT, E_QUERY. */
  decide(decision: Decision, who: Who): Promise<Change>;
  /** Only the latest decision about a line can be taken back; an undo too. Throws E_NO_SUCH, E_CONFLICT. */
  undo(changeId: number, who: Who): Promise<Change>;
  /** Latest first. */
  changes(filter?: ChangeFilter, paging?: Omit<Paging, 'order'>): Promise<PageOf<Change>>;
  /** What people decided about the lines of an article. */
  verdicts(articleId: string): Promise<readonly Verdict[]>;
  /** The events that people merged into these. */
  mergedInto(
    events: readonly { readonly articleId: string; readonly lineId: string }[],
  ): Promise<readonly MergedLine[]>;
}
