-- What may mean more than one day, by the last: with the index of first days it finds all that reaches into given days.
create index articles_wide on articles (last_day) where first_day < last_day and superseded_by is null;
create index events_wide on events (last_day) where first_day < last_day;
create index claims_wide on claims (last_day) where first_day < last_day;
create index conditions_wide on conditions (last_day) where first_day < last_day;
