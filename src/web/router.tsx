import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { actorsSearch } from './actors/search.ts';
import { articlesSearch } from './articles/search.ts';
import { claimsSearch } from './claims/search.ts';
import { OverviewView } from './overview/OverviewView.tsx';
import { readerSearch } from './reader/search.ts';
import { reviewSearch } from './review/search.ts';
import { searchSearch } from './search/search.ts';
import { parseSearch, present, stringifySearch, textOf } from './shared/search-params.ts';
import { Failed, Missing } from './shared/states.tsx';
import { Shell } from './shell/Shell.tsx';
import { timelineSearch } from './timeline/search.ts';

/**
 * Every view has an address; filters and the chosen line are part of it. Each view but the first is code of its own,
 * loaded when one goes there.
 */
const root = createRootRoute({
  component: Shell,
  notFoundComponent: Missing,
  // What every view may hold: the dossier, which stays from view to view, and what the evidence drawer shows.
  validateSearch: (given: Record<string, unknown>): { dossier?: string; show?: string } =>
    present({ dossier: textOf(given.dossier), show: textOf(given.show) }),
  search: {
    middlewares: [
      // The dossier goes along to every view, until somebody chooses another or, as '', none.
      ({ search, next }) => {
        const after = next(search);
        return 'dossier' in after || search.dossier === undefined
          ? after
          : { ...after, dossier: search.dossier };
      },
    ],
  },
});

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewView });

const articles = createRoute({
  getParentRoute: () => root,
  path: '/articles',
  validateSearch: articlesSearch,
  component: lazyRouteComponent(() => import('./articles/ArticlesView.tsx'), 'ArticlesView'),
});

const reader = createRoute({
  getParentRoute: () => root,
  path: '/articles/$id',
  validateSearch: readerSearch,
  component: lazyRouteComponent(() => import('./reader/ReaderView.tsx'), 'ReaderView'),
});

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/timeline',
  validateSearch: timelineSearch,
  component: lazyRouteComponent(() => import('./timeline/TimelineView.tsx'), 'TimelineView'),
});

const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  validateSearch: claimsSearch,
  component: lazyRouteComponent(() => import('./claims/ClaimsView.tsx'), 'ClaimsView'),
});

const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  validateSearch: timelineSearch,
  component: lazyRouteComponent(() => import('./map/MapView.tsx'), 'MapView'),
});

const actors = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: actorsSearch,
  component: lazyRouteComponent(() => import('./actors/ActorsView.tsx'), 'ActorsView'),
});

const actor = createRoute({
  getParentRoute: () => root,
  path: '/people/$name',
  component: lazyRouteComponent(() => import('./actors/ActorView.tsx'), 'ActorView'),
});

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: searchSearch,
  component: lazyRouteComponent(() => import('./search/SearchView.tsx'), 'SearchView'),
});

const dossiers = createRoute({
  getParentRoute: () => root,
  path: '/dossiers',
  component: lazyRouteComponent(() => import('./dossiers/DossiersView.tsx'), 'DossiersView'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import('./review/ReviewView.tsx'), 'ReviewView'),
});

const changes = createRoute({
  getParentRoute: () => root,
  path: '/changes',
  component: lazyRouteComponent(() => import('./review/ChangesView.tsx'), 'ChangesView'),
});

const add = createRoute({
  getParentRoute: () => root,
  path: '/add',
  component: lazyRouteComponent(() => import('./add/AddView.tsx'), 'AddView'),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./accounts/AccountsView.tsx'), 'AccountsView'),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./accounts/WelcomeView.tsx'), 'WelcomeView'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    articles,
    reader,
    timeline,
    claims,
    map,
    actors,
    actor,
    search,
    dossiers,
    review,
    changes,
    add,
    accounts,
    welcome,
  ]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: ({ error, reset }) => <Failed error={error} retry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
