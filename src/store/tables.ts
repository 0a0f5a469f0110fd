import type { Generated, Kysely, Transaction } from 'kysely';
import type { Role } from './accounts.ts';

/** The tables of migrations/, as Kysely sees them. JSON columns are read and written as text. */
export interface Tables {
  pages: { hash: string; packed: Uint8Array; size: number; kept_at: Generated<Date> };
  articles: ArticlesTable;
  failures: {
    origin: string;
    code: string;
    message: string;
    remedy: string;
    hash: string | null;
    attempts: Generated<number>;
    first_at: Generated<Date>;
    last_at: Generated<Date>;
  };
  actors: ActorsTable;
  events: EventsTable;
  claims: ClaimsTable;
  conditions: ConditionsTable;
  accounts: AccountsTable;
  invitations: {
    id: string;
    token_hash: string;
    role: Role;
    note: string;
    invited_by: string | null;
    account_id: string | null;
    created_at: Generated<Date>;
    expires_at: Date;
  };
  sessions: {
    token_hash: string;
    account_id: string;
    created_at: Generated<Date>;
    seen_at: Generated<Date>;
    expires_at: Date;
  };
  dossiers: {
    id: string;
    name: string;
    definition: string;
    created_by: string;
    created_at: Generated<Date>;
    updated_at: Generated<Date>;
  };
  dossier_articles: { dossier_id: string; article_id: string };
  actor_totals: ActorTotalsTable;
  ties: TiesTable;
  counted_events: { article_id: string };
  counted_claims: { article_id: string };
  counted_conditions: { article_id: string };
  changes: ChangesTable;
  verdicts: {
    article_id: string;
    line_table: string;
    line_id: string;
    change_id: number;
    state: string;
    into_article: string | null;
    into_line: string | null;
  };
  truceline_migrations: { number: number; name: string; applied_at: Generated<Date> };
}

export interface Days {
  first_day: string | null;
  last_day: string | null;
  day_up: string;
  day_down: string;
}

export interface ArticlesTable extends Days {
  id: string;
  seq: Generated<number>;
  hash: string | null;
  origin: string;
  source_url: string | null;
  given: string;
  title: string;
  outlet: string | null;
  url: string | null;
  language: string;
  published: string | null;
  event_count: number;
  claim_count: number;
  condition_count: number;
  actor_count: number;
  search_config: string;
  search: string;
  record: string;
  added_at: Generated<Date>;
  superseded_by: string | null;
}

export interface ActorsTable {
  article_id: string;
  id: string;
  name: string;
  name_key: string;
  kind: string;
  country: string | null;
  sector: string | null;
  role: string | null;
  affiliation: string | null;
  wikidata: string | null;
  mention_count: number;
}

export interface AccountsTable {
  id: string;
  name: string;
  name_key: string;
  role: Role;
  password: string;
  created_at: Generated<Date>;
}

export interface ActorTotalsTable {
  dossier_id: string;
  name_key: string;
  kind: string;
  name: string;
  country: string | null;
  sector: string | null;
  articles: number;
  mentions: number;
}

export interface TiesTable {
  article_id: string;
  from_key: string;
  to_key: string;
  day: string | null;
  cooperation: number;
  conflict: number;
}

export interface ChangesTable {
  id: Generated<number>;
  at: Generated<Date>;
  account_id: string | null;
  who: string;
  action: string;
  line_table: string;
  article_id: string;
  line_id: string;
  before: string;
  after: string;
  note: string | null;
  undoes: number | null;
  undone_by: number | null;
}

/** What events, claims and conditions have in common. */
export interface LinesTable extends Days {
  article_id: string;
  nr: number;
  id: string;
  language: string;
  parties: string[];
  sentence: string;
  body: string;
  review: string | null;
  hidden: boolean;
  score: number;
}

export interface EventsTable extends LinesTable {
  type: string;
  mode: string | null;
  status: string;
  quad: string;
  place: string | null;
  place_country: string | null;
  killed: number | null;
  injured: number | null;
  confidence: number;
  lat: number | null;
  lon: number | null;
  precision: string | null;
  topics: string[];
}

export interface ClaimsTable extends LinesTable {
  stance: string;
  speaker: string | null;
  quoted: boolean;
  topics: string[];
  deadline: string | null;
}

export interface ConditionsTable extends LinesTable {
  kind: string;
  status: string;
  place: string | null;
  subject: string;
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
