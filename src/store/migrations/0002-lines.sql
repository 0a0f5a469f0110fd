-- The lines of the records, for listing and filtering. `nr` is the place in the Record's array;
-- `body` is the line as the Record has it. No foreign keys: their check per row costs more than the row, and the store
-- deletes lines with their article (queries/remove-lines.ts) in one transaction.

create table actors (
  article_id text collate "C" not null,
  id text collate "C" not null,
  name text not null,
  name_key text collate "C" not null,  -- lower case, for grouping over articles
  kind text not null,
  country text,
  sector text,
  role text,
  affiliation text,
  wikidata text,
  mention_count integer not null,
  primary key (article_id, id)
);
create index actors_name on actors (name_key, kind);

create table events (
  article_id text collate "C" not null,
  nr integer not null,
  id text collate "C" not null,
  type text not null,
  mode text,
  status text not null,
  quad text not null,
  language text not null,
  first_day text collate "C",
  last_day text collate "C",
  day_up text collate "C" not null,
  day_down text collate "C" not null,
  place text,
  place_country text,
  parties text[] not null,         -- names (lower case), countries and ids of those who act or are acted on
  killed integer,
  injured integer,
  confidence real not null,
  sentence text not null,          -- first piece of evidence
  body json not null,
  primary key (article_id, nr)
);
alter table events alter column body set statistics 0, alter column sentence set statistics 0;
create index events_day_up on events (day_up, article_id, nr);
create index events_day_down on events (day_down, article_id, nr);
create index events_type on events (type, day_down, article_id, nr);
create index events_id on events (id);
create index events_parties on events using gin (parties);

create table claims (
  article_id text collate "C" not null,
  nr integer not null,
  id text collate "C" not null,
  stance text not null,
  speaker text,                    -- name of the speaker, where known
  parties text[] not null,         -- of speaker and addressee
  quoted boolean not null,
  language text not null,
  day_up text collate "C" not null,    -- of the article
  day_down text collate "C" not null,
  first_day text collate "C",
  last_day text collate "C",
  sentence text not null,
  body json not null,
  primary key (article_id, nr)
);
alter table claims alter column body set statistics 0, alter column sentence set statistics 0;
create index claims_day_up on claims (day_up, article_id, nr);
create index claims_day_down on claims (day_down, article_id, nr);
create index claims_stance on claims (stance, day_down, article_id, nr);
create index claims_parties on claims using gin (parties);

create table conditions (
  article_id text collate "C" not null,
  nr integer not null,
  id text collate "C" not null,
  kind text not null,
  status text not null,
  parties text[] not null,
  place text,
  language text not null,
  first_day text collate "C",      -- since
  last_day text collate "C",       -- until
  day_up text collate "C" not null,
  day_down text collate "C" not null,
  sentence text not null,
  body json not null,
  primary key (article_id, nr)
);
alter table conditions alter column body set statistics 0, alter column sentence set statistics 0;
create index conditions_day_up on conditions (day_up, article_id, nr);
create index conditions_day_down on conditions (day_down, article_id, nr);
create index conditions_kind on conditions (kind, day_down, article_id, nr);
create index conditions_parties on conditions using gin (parties);
