-- How many articles and shown lines of the whole store have each value that lists are filtered by: counted as articles
-- come and go, for counting 200,000 lines takes seconds.
create table facet_totals (
  what text collate "C" not null,
  value text collate "C" not null,
  count integer not null,
  primary key (what, value)
);
create index facet_totals_count on facet_totals (what, count desc, value);
insert into facet_totals
  select 'language', language, count(*) from articles where superseded_by is null group by 2
  union all select 'outlet', outlet, count(*) from articles where superseded_by is null and outlet is not null group by 2
  union all select 'type', type, count(*) from events where not hidden group by 2
  union all select 'status', status, count(*) from events where not hidden group by 2
  union all select 'country', party, count(*) from events, unnest(parties) as party
    where not hidden and party ~ '^[A-Z]{3}$' group by 2
  union all select 'stance', stance, count(*) from claims where not hidden group by 2
  union all select 'kind', kind, count(*) from conditions where not hidden group by 2;
