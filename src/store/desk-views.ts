import type { ActorKind, EventStatus, Place, PloverType, Quad } from '../model/index.ts';
import type { ArticleLine, ClaimLine, ConditionLine, DateRange, EventLine, Scope } from './store.ts';

/** A week of the overview. Several tellings of one type, day and place count as one event. */
export interface Week {
  /** Its Monday, YYYY-MM-DD. */
  readonly week: string;
  readonly meetings: number;
  readonly incidents: number;
  /** Lowest and highest sum of the dead, where tellings of one event differ. */
  readonly killed: { readonly low: number; readonly high: number };
}

/** A condition that several lines speak of. */
export interface StandingCondition {
  /** The latest line that speaks of it. */
  readonly line: ConditionLine;
  readonly since: string | null;
  /** From `since` to the day of the overview. */
  readonly days: number | null;
  /** Day of the latest article that says it stands. */
  readonly confirmed: string | null;
  readonly lines: number;
}

export interface Overview {
  /** The day that everything is counted from. */
  readonly asOf: string;
  readonly lastMeeting: { readonly day: string; readonly daysAgo: number; readonly line: EventLine } | null;
  /** Oldest first, without gaps. */
  readonly weeks: readonly Week[];
  readonly conditions: readonly StandingCondition[];
  /** Demands and threats whose deadline has not passed, nearest first; then the newest without one. */
  readonly demands: readonly ClaimLine[];
  readonly contested: readonly EventLine[];
  readonly newest: readonly ArticleLine[];
}

export interface OverviewFilter extends Scope {
  /** YYYY-MM-DD; the day of the newest article where not given. */
  readonly asOf?: string;
  /** How many weeks back; 52 where not given. */
  readonly weeks?: number;
}

export interface NetworkFilter extends Scope, DateRange {
  /** Ties with these names only. */
  readonly actor?: string;
  /** How many ties, the strongest first; 80 where not given. */
  readonly limit?: number;
}

/** Who speaks or acts with or against whom. */
export interface Network {
  readonly actors: readonly {
    readonly key: string;
    readonly name: string;
    readonly kind: ActorKind;
    readonly country?: string;
    readonly articles: number;
  }[];
  readonly ties: readonly {
    /** Keys of actors. */
    readonly from: string;
    readonly to: string;
    readonly cooperation: number;
    readonly conflict: number;
    readonly articles: number;
  }[];
}

/** An event in as few bytes as a timeline or a map of thousands needs. */
export interface Mark {
  readonly articleId: string;
  readonly eventId: string;
  readonly type: PloverType;
  readonly quad: Quad;
  readonly status: EventStatus;
  /** First and last day that its date can mean. */
  readonly from: string;
  readonly to: string;
  readonly place?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly precision?: NonNullable<Place['precision']>;
  readonly killed?: number;
}

/** Counts of one stretch of time, for a timeline that is too far away for single events. */
export interface Density {
  /** First day of the stretch. */
  readonly from: string;
  readonly quad: Quad;
  readonly events: number;
}

/** What the desk's views ask of the whole store or a dossier at once. */
export interface ViewStore {
  overview(filter?: OverviewFilter): Promise<Overview>;
  network(filter?: NetworkFilter): Promise<Network>;
  /** By first day, at most `limit` (2,000 where not given); `isAll` tells whether there are no more. */
  marks(
    filter: Scope & DateRange & { readonly placed?: boolean; readonly limit?: number },
  ): Promise<{ readonly items: readonly Mark[]; readonly isAll: boolean }>;
  density(filter: Scope & DateRange & { readonly by: 'day' | 'week' | 'month' }): Promise<readonly Density[]>;
  /** Claims about these events or conditions, each with its article's. */
  claimsAbout(
    lines: readonly { readonly articleId: string; readonly lineId: string }[],
  ): Promise<readonly ClaimLine[]>;
}
