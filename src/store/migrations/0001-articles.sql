-- What was read, article by article. `record` is the whole Record as JSON text, key order kept (type json, not jsonb),
-- so that what comes out is byte for byte what `truceline read --json` prints.

create table pages (
  hash text primary key,           -- SHA-256 of the bytes, hexadecimal
  packed bytea not null,           -- the bytes, gzip
  size integer not null,           -- of the bytes, unpacked
  kept_at timestamptz not null default now()
);
alter table pages alter column packed set storage external;

create table articles (
  id text collate "C" primary key,
  seq integer generated always as identity,
  hash text,                       -- of the page it was read from, where there was one
  origin text not null,            -- path or address it came from
  source_url text collate "C",     -- address it was fetched from; a later page of the same address supersedes it
  given json not null,             -- what the person fixed about it: published, language, title, url …
  title text not null,
  outlet text,
  url text,
  language text not null,
  published text collate "C",      -- EDTF
  first_day text collate "C",      -- first and last day that `published` can mean; null where unknown
  last_day text collate "C",
  day_up text collate "C" not null,    -- sort key for oldest first; unknown years come last
  day_down text collate "C" not null,  -- sort key for newest first; unknown years come last
  event_count integer not null,
  claim_count integer not null,
  condition_count integer not null,
  actor_count integer not null,
  search_config text not null,
  search tsvector not null,        -- title: weight A, text: weight B
  record json not null,
  added_at timestamptz not null default now(),
  superseded_by text collate "C"
);
-- Never compared, so no statistics: gathering them would unpack every value.
alter table articles alter column record set statistics 0, alter column search set statistics 0,
  alter column given set statistics 0;
create index articles_seq on articles (seq) where superseded_by is null;
create index articles_day_up on articles (day_up, id) where superseded_by is null;
create index articles_day_down on articles (day_down, id) where superseded_by is null;
create index articles_outlet on articles (lower(outlet), day_down, id) where superseded_by is null;
create index articles_source_url on articles (source_url) where source_url is not null;
create index articles_hash on articles (hash);
create index articles_superseded_by on articles (superseded_by) where superseded_by is not null;
create index articles_search on articles using gin (search);

create table failures (
  origin text collate "C" primary key,
  code text not null,
  message text not null,
  remedy text not null,
  hash text,                       -- of the page's bytes, where there were any (table pages)
  attempts integer not null default 1,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now()
);
create index failures_last_at on failures (last_at desc, origin);
