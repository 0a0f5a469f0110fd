-- Lines known only by their end, of which there are few: where there are none, a last day bounds the index of days.
create index events_endless on events (article_id) where first_day = '0000-01-01';
create index claims_endless on claims (article_id) where first_day = '0000-01-01';
create index conditions_endless on conditions (article_id) where first_day = '0000-01-01';
create index articles_endless on articles (id) where first_day = '0000-01-01';
