-- Who may do what. A secret (password, session, link) is never kept, only what it is checked against.

create table accounts (
  id text collate "C" primary key,
  name text not null,
  name_key text collate "C" not null unique,  -- lower case: names are the same in any case
  role text not null check (role in ('reader', 'editor', 'owner')),
  password text not null,                     -- algorithm, parameters, salt and hash
  created_at timestamptz not null default now()
);

create table invitations (
  id text collate "C" primary key,
  token_hash text collate "C" not null unique, -- SHA-256 of the link's secret
  role text not null check (role in ('reader', 'editor', 'owner')),
  note text not null,                         -- for whom, in the words of who invited
  invited_by text,                            -- name of an account; null for the link that a first start prints
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

create table sessions (
  token_hash text collate "C" primary key,
  account_id text collate "C" not null references accounts on delete cascade,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_account on sessions (account_id);
