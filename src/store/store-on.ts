import type { Backend } from './backend.ts';
import type { Store } from './desk-store.ts';
import {
  accountByName,
  anyAccount,
  listAccounts,
  removeAccount,
  setPassword,
  setRole,
} from './queries/accounts/accounts.ts';
import {
  accept,
  invite,
  linkedTo,
  listInvitations,
  passwordLink,
  withdraw,
} from './queries/accounts/invitations.ts';
import {
  accountOfSession,
  closeOtherSessions,
  closeSession,
  openSession,
} from './queries/accounts/sessions.ts';
import { addMany } from './queries/add-many.ts';
import { allRecords } from './queries/all-records.ts';
import {
  changeDossier,
  createDossier,
  getDossier,
  listDossiers,
  previewDossier,
  removeDossier,
} from './queries/dossiers/dossiers.ts';
import { facets } from './queries/facets.ts';
import { addFailure, listFailures } from './queries/failures.ts';
import { getArticle } from './queries/get-article.ts';
import { getPage } from './queries/get-page.ts';
import { getRecord } from './queries/get-record.ts';
import { knownArticles } from './queries/known-articles.ts';
import { listActors } from './queries/list-actors.ts';
import { listArticles } from './queries/list-articles.ts';
import { listClaims } from './queries/list-claims.ts';
import { listConditions } from './queries/list-conditions.ts';
import { listEvents } from './queries/list-events.ts';
import { removeArticles } from './queries/remove-articles.ts';
import { listChanges } from './queries/reviews/changes.ts';
import { decide, undo } from './queries/reviews/decide.ts';
import { mergedEvents } from './queries/reviews/merged-events.ts';
import { reviewQueue } from './queries/reviews/queue.ts';
import { verdictsOf } from './queries/reviews/verdicts.ts';
import { searchArticles } from './queries/search-articles.ts';
import { conditionSpans } from './queries/views/condition-spans.ts';
import { density } from './queries/views/density.ts';
import { marks } from './queries/views/marks.ts';
import { network } from './queries/views/network.ts';
import { overview } from './queries/views/overview.ts';
import { places } from './queries/views/places.ts';
import { roles } from './queries/views/roles.ts';
import { sides } from './queries/views/sides.ts';
import { subjects } from './queries/views/subjects.ts';
import { tieLines } from './queries/views/tie-lines.ts';
import { Remembered } from './remembered.ts';
import type { Added, Entry } from './store.ts';
import type { Db } from './tables.ts';

/** The store's methods over a database: each is one file of queries/, with errors in words for people. */
export function storeOn(backend: Backend): Store {
  const { db } = backend;
  const on =
    <Rest extends readonly unknown[], Result>(query: (db: Db, ...rest: Rest) => Promise<Result>) =>
    async (...rest: Rest): Promise<Result> => {
      try {
        return await query(db, ...rest);
      } catch (error) {
        throw backend.translated(error);
      }
    };
  const remembered = new Remembered();
  const forget = () => remembered.forget();
  /** Where others write too, nobody tells when an answer is old. */
  const kept =
    <Filter, Answer>(name: string, query: (filter?: Filter) => Promise<Answer>) =>
    (filter?: Filter): Promise<Answer> =>
      backend.isOwn
        ? remembered.ask(JSON.stringify([name, filter ?? {}]), () => query(filter))
        : query(filter);
  const add = async (entries: readonly Entry[]): Promise<readonly Added[]> => {
    backend.beforeWrite(entries.reduce((sum, entry) => sum + sizeOf(entry), 0));
    const added = await on(addMany)(entries);
    forget();
    const replaced = added.filter(({ outcome }) => outcome === 'updated').length;
    const written = replaced + added.filter(({ outcome }) => outcome === 'added').length;
    await on(() => backend.afterWrite(written, replaced))();
    return added;
  };
  return {
    place: backend.place,
    accounts: {
      any: on(anyAccount),
      list: on(listAccounts),
      byName: on(accountByName),
      setPassword: on(setPassword),
      setRole: on(setRole),
      remove: on(removeAccount),
      invite: on(invite),
      invitations: on(listInvitations),
      withdraw: on(withdraw),
      passwordLink: on(passwordLink),
      link: on(linkedTo),
      accept: on(accept),
      openSession: on(openSession),
      ofSession: on(accountOfSession),
      closeSession: on(closeSession),
      closeOtherSessions: on(closeOtherSessions),
    },
    dossiers: {
      list: () => on(listDossiers)(),
      get: on(getDossier),
      preview: on(previewDossier),
      create: on(createDossier),
      async change(...change) {
        const changed = await on(changeDossier)(...change);
        forget();
        return changed;
      },
      remove: on(removeDossier),
    },
    reviews: {
      queue: on(reviewQueue),
      async decide(...decision) {
        const change = await on(decide)(...decision);
        forget();
        return change;
      },
      async undo(...what) {
        const change = await on(undo)(...what);
        forget();
        return change;
      },
      changes: on(listChanges),
      mergedInto: on(mergedEvents),
      verdicts: (articleId) => on(verdictsOf)([articleId]),
    },
    views: {
      overview: kept('overview', on(overview)),
      network: kept('network', on(network)),
      marks: on(marks),
      density: (filter) => kept('density', () => on(density)(filter))(filter),
      places: kept('places', on(places)),
      conditionSpans: kept('spans', on(conditionSpans)),
      sides: kept('sides', on(sides)),
      subjects: kept('subjects', on(subjects)),
      roles: on(roles),
      tieLines: on(tieLines),
    },
    async addRecord(record, page) {
      const [added] = await add([{ record, ...(page && { page }) }]);
      // One entry in, one outcome out.
      return added as NonNullable<typeof added>;
    },
    addMany: add,
    known: on(knownArticles),
    async removeArticles(ids) {
      const removed = await on(removeArticles)(ids);
      forget();
      await on(() => backend.afterWrite(0, removed.length))();
      return removed;
    },
    getRecord: on(getRecord),
    getArticle: on(getArticle),
    getPage: on(getPage),
    listArticles: on(listArticles),
    listEvents: on(listEvents),
    listClaims: on(listClaims),
    listConditions: on(listConditions),
    listActors: on(listActors),
    searchArticles: on(searchArticles),
    facets: kept('facets', on(facets)),
    async *records(filter) {
      try {
        yield* allRecords(db, filter);
      } catch (error) {
        throw backend.translated(error);
      }
    },
    async addFailure(failure) {
      backend.beforeWrite(failure.page?.bytes.length ?? 0);
      await on(addFailure)(failure);
      forget();
    },
    listFailures: on(listFailures),
    close: () => backend.close(),
  };
}

/** Roughly, in bytes: a Record holds its text several times over. */
function sizeOf({ record, page }: Entry): number {
  return 4 * record.article.text.length + (page?.bytes.length ?? 0);
}
