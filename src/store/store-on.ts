import type { Backend } from './backend.ts';
import { addMany } from './queries/add-many.ts';
import { allRecords } from './queries/all-records.ts';
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
import { searchArticles } from './queries/search-articles.ts';
import type { Store } from './store.ts';
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
  const add = on(addMany);
  return {
    place: backend.place,
    async addRecord(record, page) {
      const [added] = await add([{ record, ...(page && { page }) }]);
      // One entry in, one outcome out.
      return added as NonNullable<typeof added>;
    },
    addMany: add,
    known: on(knownArticles),
    removeArticles: on(removeArticles),
    getRecord: on(getRecord),
    getArticle: on(getArticle),
    getPage: on(getPage),
    listArticles: on(listArticles),
    listEvents: on(listEvents),
    listClaims: on(listClaims),
    listConditions: on(listConditions),
    listActors: on(listActors),
    searchArticles: on(searchArticles),
    facets: on(facets),
    async *records(filter) {
      try {
        yield* allRecords(db, filter);
      } catch (error) {
        throw backend.translated(error);
      }
    },
    addFailure: on(addFailure),
    listFailures: on(listFailures),
    close: () => backend.close(),
  };
}
