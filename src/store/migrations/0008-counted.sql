-- What views count of the shown lines, in few bytes each: over the lines themselves they would read ten
-- times as much. Kept by queries/counted/, which fills it from the lines that are there when this migration is applied.
create table counted_events (
  article_id text collate "C" not null,
  nr integer not null,
  first_day integer,               -- days since 1970-01-01; null where unknown
  last_day integer,
  month integer not null,          -- of the first day, counted from the year 0; -1 where it has none
  killed integer,
  type smallint not null,          -- numbers of codes.ts
  status smallint not null,
  kind smallint not null,          -- lane * 4 + quad class
  countries bigint not null,       -- of those who take part: counted_countries; 0 for none
  place bigint,                    -- counted_places; null without coordinates
  named bigint,                    -- the place's name alone
  primary key (article_id, nr)
);
create index counted_events_first on counted_events (first_day);
create index counted_events_wide on counted_events (last_day) where first_day < last_day;
create index counted_events_place on counted_events (place, month) where place is not null;
create index counted_events_placeless on counted_events (first_day, last_day) where place is null;

create table counted_countries (
  id bigint primary key,
  countries text[] not null
);
create table counted_places (
  id bigint primary key,
  name text collate "C" not null,
  country text,
  lat real not null,
  lon real not null,
  precision text
);

-- Events at a place in each month of their first day. Tellings of one type and day count as one event, with the highest
-- number of dead; these never fall into two months, so months add up.
create table place_months (
  place bigint not null,
  month integer not null,
  quad smallint not null,
  events integer not null,
  lines integer not null,
  killed integer not null,
  primary key (place, month, quad)
);

create table counted_claims (
  article_id text collate "C" not null,
  nr integer not null,
  day_down text collate "C" not null,
  first_day text collate "C",
  last_day text collate "C",
  stance text collate "C" not null,
  speaker text collate "C",        -- lower case
  topics text[] not null,
  about text[] not null,           -- ids of lines of its article
  primary key (article_id, nr)
);
create index counted_claims_newest on counted_claims (day_down desc, article_id desc, nr desc);

create table counted_conditions (
  article_id text collate "C" not null,
  nr integer not null,
  same bigint not null,            -- lines of one kind and subject speak of one condition
  has_subject boolean not null,    -- without one a line speaks of a condition of its own
  status text collate "C" not null,
  first_day integer,               -- days since 1970-01-01
  last_day integer,
  is_since_told boolean not null,
  told_day integer,                -- last day of the article, and its place among the newest
  told_order text collate "C" not null,
  primary key (article_id, nr)
);
create index counted_conditions_same on counted_conditions (same, told_order desc, article_id, nr);
