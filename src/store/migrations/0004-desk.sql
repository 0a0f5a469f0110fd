-- What the desk needs: lines found by words and placed on maps, dossiers, totals of actors, who speaks with whom, and
-- what people decided about lines.

-- `words`: found by `text=`, word by word as they stand, in any language. `review`: what a person decided about the
-- line; null where nobody has. `hidden`: rejected, or merged into another. `score`: importance times doubt, by which
-- the review queue is ordered.
alter table events
  add column words tsvector generated always as (to_tsvector('simple'::regconfig, left(sentence, 20000))) stored,
  add column review text, add column hidden boolean not null default false, add column score real not null default 0,
  add column lat real, add column lon real, add column precision text, add column topics text[] not null default '{}';
alter table claims
  add column words tsvector generated always as (to_tsvector('simple'::regconfig, left(sentence, 20000))) stored,
  add column review text, add column hidden boolean not null default false, add column score real not null default 0,
  add column topics text[] not null default '{}', add column deadline text collate "C";
-- `subject`: what the condition is on, lower case; lines of one kind and subject speak of one condition.
alter table conditions
  add column words tsvector generated always as (to_tsvector('simple'::regconfig, left(sentence, 20000))) stored,
  add column review text, add column hidden boolean not null default false, add column score real not null default 0,
  add column subject text collate "C" not null default '';
update conditions set subject = coalesce(lower(place), '');

create index events_words on events using gin (words);
create index claims_words on claims using gin (words);
create index conditions_words on conditions using gin (words);
create index claims_topics on claims using gin (topics);
create index events_queue on events (score desc, article_id, nr) where review is null;
create index claims_queue on claims (score desc, article_id, nr) where review is null;
create index conditions_queue on conditions (score desc, article_id, nr) where review is null;
create index events_status on events (status, day_down, article_id, nr);
create index events_quad on events (quad, day_down, article_id, nr);
create index events_place on events (lower(place));
create index conditions_subject on conditions (kind, subject);
create index claims_deadline on claims (deadline) where deadline is not null;
create index articles_language on articles (language, day_down, id) where superseded_by is null;
create index articles_search_config on articles (search_config);
create index actors_country on actors (country) where country is not null;

create table dossiers (
  id text collate "C" primary key,
  name text not null,
  definition json not null,            -- parties, places, words, sources …
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table dossier_articles (
  dossier_id text collate "C" not null,
  article_id text collate "C" not null,
  primary key (dossier_id, article_id)
);
create index dossier_articles_article on dossier_articles (article_id);

-- Articles and mentions by name, of the whole store (dossier_id '') and of each dossier.
create table actor_totals (
  dossier_id text collate "C" not null,
  name_key text collate "C" not null,
  kind text collate "C" not null,
  name text not null,
  country text,
  sector text,
  articles integer not null,
  mentions integer not null,
  primary key (dossier_id, name_key, kind)
);
create index actor_totals_articles on actor_totals (dossier_id, articles desc, name_key, kind);
insert into actor_totals
  select '', name_key, kind, min(name), min(country), min(sector), count(distinct article_id), sum(mention_count)
  from actors group by name_key, kind;

-- Who speaks or acts with or against whom in an article, by lower-case names.
create table ties (
  article_id text collate "C" not null,
  from_key text collate "C" not null,
  to_key text collate "C" not null,
  day text collate "C",
  cooperation integer not null,
  conflict integer not null,
  primary key (article_id, from_key, to_key)
);

-- Every decision about a line, in order; never changed afterwards.
create table changes (
  id integer generated always as identity primary key,
  at timestamptz not null default now(),
  account_id text,
  who text not null,
  action text not null,
  line_table text not null,
  article_id text collate "C" not null,
  line_id text collate "C" not null,
  before json not null,                -- what stood, as the store's `LineState`
  after json not null,
  note text,
  undoes integer,
  undone_by integer
);
create index changes_line on changes (article_id, line_table, line_id, id desc);

-- What stands of all decisions about a line. `body`: the line as the person left it, which no later reading changes.
create table verdicts (
  article_id text collate "C" not null,
  line_table text not null,
  line_id text collate "C" not null,
  change_id integer not null,          -- the latest
  state json not null,
  into_article text collate "C",       -- where merged: the line that it was merged into
  into_line text collate "C",
  primary key (article_id, line_table, line_id)
);
create index verdicts_into on verdicts (into_article, into_line) where into_line is not null;
