import type { AccountStore } from './accounts.ts';
import type { ViewStore } from './desk-views.ts';
import type { DossierStore } from './dossiers.ts';
import type { ReviewStore } from './reviews.ts';
import type { RecordStore } from './store.ts';

/** The whole store: records and their lines, and what the people of a desk add to them. */
export interface Store extends RecordStore {
  readonly accounts: AccountStore;
  readonly dossiers: DossierStore;
  readonly reviews: ReviewStore;
  readonly views: ViewStore;
}
