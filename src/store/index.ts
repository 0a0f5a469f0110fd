export {
  type Account,
  type AccountStore,
  type Invitation,
  type LinkedTo,
  ROLES,
  type Role,
} from './accounts.ts';
export type { Store } from './desk-store.ts';
export type {
  ConditionSpan,
  ConditionSpans,
  Density,
  DensityFilter,
  Mark,
  Network,
  NetworkFilter,
  Overview,
  OverviewFilter,
  PlaceCount,
  Places,
  RoleInTime,
  RolesFilter,
  Side,
  Sides,
  SidesFilter,
  StandingCondition,
  Subjects,
  TieFilter,
  ViewStore,
  Week,
} from './desk-views.ts';
export type { Dossier, DossierDefinition, DossierPreview, DossierStore } from './dossiers.ts';
export { isUnchanged } from './given.ts';
export type { Reason } from './importance.ts';
export { LANES, type Lane } from './lanes.ts';
export { openStore, type StoreOptions } from './open.ts';
export { ReviewConflict } from './review-conflict.ts';
export * from './reviews.ts';
export type {
  ActorFilter,
  ActorLine,
  ActorRef,
  Added,
  ArticleFilter,
  ArticleLine,
  ArticleListFilter,
  ArticlePaging,
  ArticleRef,
  ClaimFilter,
  ClaimLine,
  ConditionFilter,
  ConditionLine,
  Counts,
  DateRange,
  Entry,
  EventFilter,
  EventLine,
  Facets,
  FailureLine,
  Given,
  Known,
  LineFilter,
  PageOf,
  Paging,
  ReviewMark,
  Scope,
  SearchHit,
  Snippet,
  SourcePage,
} from './store.ts';
