-- A link can lead to an account that there is: whoever opens it chooses a new password for it. Its role is then the
-- account's own.
alter table invitations add column account_id text collate "C" references accounts on delete cascade;
