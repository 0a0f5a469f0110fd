import type { Route } from '../route.ts';
import {
  invite,
  listAccounts,
  makePasswordLink,
  removeAccount,
  setRole,
  withdrawInvitation,
} from './accounts.ts';
import { listActors } from './actors.ts';
import { getRecord, listArticles } from './articles.ts';
import { listClaims } from './claims.ts';
import { listConditions } from './conditions.ts';
import {
  changeDossier,
  createDossier,
  getDossier,
  listDossiers,
  previewDossier,
  removeDossier,
} from './dossiers.ts';
import { listEvents } from './events.ts';
import { getFacets } from './facets.ts';
import { getHealth } from './health.ts';
import { getJob, listJobs, startJob } from './jobs.ts';
import { decide, getReviewQueue, listChanges, listVerdicts, undoChange } from './reviews.ts';
import { searchArticles } from './search.ts';
import { acceptInvitation, changePassword, getSession, lookAtLink, signIn, signOut } from './session.ts';
import { getTimeline } from './timeline.ts';
import {
  findAll,
  getConditionSpans,
  getDensity,
  getMarks,
  getNetwork,
  getOverview,
  getPlaces,
  getSides,
  getSubjects,
  listRoles,
  listTieLines,
} from './views.ts';

/** Every operation of the API, in the order in which its page shows them. */
export const ROUTES: readonly Route[] = [
  listArticles,
  getRecord,
  searchArticles,
  getFacets,
  getTimeline,
  listEvents,
  listClaims,
  listConditions,
  listActors,
  findAll,
  getOverview,
  getMarks,
  getDensity,
  getPlaces,
  getConditionSpans,
  getSides,
  getSubjects,
  listRoles,
  getNetwork,
  listTieLines,
  listDossiers,
  getDossier,
  previewDossier,
  createDossier,
  changeDossier,
  removeDossier,
  getReviewQueue,
  decide,
  undoChange,
  listChanges,
  listVerdicts,
  startJob,
  listJobs,
  getJob,
  getSession,
  signIn,
  signOut,
  lookAtLink,
  acceptInvitation,
  changePassword,
  listAccounts,
  makePasswordLink,
  setRole,
  removeAccount,
  invite,
  withdrawInvitation,
  getHealth,
];
