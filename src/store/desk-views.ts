import type { ActorKind, EventStatus, Place, PloverType, Quad } from '../model/index.ts';
import type { Lane } from './lanes.ts';
import type {
  ArticleLine,
  ClaimFilter,
  ClaimLine,
  ConditionLine,
  Counts,
  DateRange,
  EventFilter,
  EventLine,
  PageOf,
  Scope,
} from './store.ts';

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
  /** How many ties there are, from one to another. */
  readonly total: number;
}

/** A tie between two names, in one of its two kinds. */
export interface TieFilter extends Scope, DateRange {
  readonly one: string;
  readonly other: string;
  readonly kind: 'cooperation' | 'conflict';
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

/** Lines of events in one stretch of time, for a timeline that is too far away for single events. */
export interface Density {
  /** First day of the stretch. */
  readonly from: string;
  /** Its last day, of those of which no single day is known. */
  readonly to?: string;
  readonly lane: Lane;
  readonly quad: Quad;
  readonly events: number;
}

export interface DensityFilter extends EventFilter {
  readonly by: 'day' | 'week' | 'month';
}

/** What happened at one place. */
export interface PlaceCount {
  readonly name: string;
  readonly country?: string;
  readonly lat: number;
  readonly lon: number;
  readonly precision?: NonNullable<Place['precision']>;
  /** The class of most of its events. */
  readonly quad: Quad;
  /** Tellings of one type, day and place count as one event. */
  readonly events: number;
  readonly lines: number;
  /** The highest number that is told of each event, together. */
  readonly killed: number;
}

export interface Places {
  /** Those where most happened first. */
  readonly items: readonly PlaceCount[];
  /** Lines of events without coordinates. */
  readonly withoutPlace: number;
}

/** A party and what it says. */
export interface Side {
  /** Code of its country, else its name in lower case; `others` for all who have no column of their own. */
  readonly key: string;
  readonly party: { readonly name: string; readonly country?: string };
  /** All its claims, and how many of them deny something. */
  readonly count: number;
  readonly denials: number;
  /** Day of the first article with one. */
  readonly since: string | null;
  /** The newest, newest first. */
  readonly claims: readonly ClaimLine[];
}

export interface Sides {
  readonly columns: readonly Side[];
  readonly total: number;
}

export interface SidesFilter extends ClaimFilter {
  /** Only this column, by its key. */
  readonly column?: string;
  /** Claims shown in each column; 20 where not given. */
  readonly limit?: number;
}

/** A condition over time: what lines say of one kind, subject and status put together. */
export interface ConditionSpan {
  /** The earliest line that speaks of it. */
  readonly line: ConditionLine;
  readonly since: string | null;
  /** Does a line say since when, or is it only the first day that one speaks of? */
  readonly isSinceTold: boolean;
  readonly until: string | null;
  /** Day of the latest article that speaks of it. */
  readonly confirmed: string | null;
  readonly lines: number;
}

export interface ConditionSpans {
  /** Those that most lines speak of. */
  readonly items: readonly ConditionSpan[];
  readonly total: number;
}

/** What claims can be about. */
export interface Subjects {
  readonly topics: Counts;
  /** Kinds of conditions, with the number of lines that speak of them. */
  readonly kinds: Counts;
  /** Events that the newest claims are about, newest first. */
  readonly events: readonly { readonly line: EventLine; readonly claims: number }[];
}

export interface RolesFilter extends Scope {
  /** Whole, in any case. */
  readonly name: string;
}

/** A role and what it belongs to, with the first and the last day of articles that give it. */
export interface RoleInTime {
  readonly role?: string;
  readonly affiliation?: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly articles: number;
}

/** What the desk's views ask of the whole store or a dossier at once. */
export interface ViewStore {
  overview(filter?: OverviewFilter): Promise<Overview>;
  network(filter?: NetworkFilter): Promise<Network>;
  /** By first day, at most `limit` (2,000 where not given); `isAll` tells whether there are no more. */
  marks(
    filter: Scope & DateRange & { readonly placed?: boolean; readonly limit?: number },
  ): Promise<{ readonly items: readonly Mark[]; readonly isAll: boolean }>;
  density(filter: DensityFilter): Promise<readonly Density[]>;
  places(filter?: EventFilter): Promise<Places>;
  conditionSpans(filter?: Scope): Promise<ConditionSpans>;
  sides(filter?: SidesFilter): Promise<Sides>;
  subjects(filter?: Scope): Promise<Subjects>;
  /** Of a name, latest first. */
  roles(filter: RolesFilter): Promise<readonly RoleInTime[]>;
  /** The lines behind a tie, newest articles first; a page holds the lines of some articles. */
  tieLines(
    filter: TieFilter,
    paging?: { readonly cursor?: string | null },
  ): Promise<PageOf<EventLine | ClaimLine>>;
}
