import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { ArticlesView } from './articles/ArticlesView.tsx';
import { articlesSearch } from './articles/search.ts';
import { ReaderView } from './reader/ReaderView.tsx';
import { readerSearch } from './reader/search.ts';
import { parseSearch, stringifySearch } from './shared/search-params.ts';
import { Missing } from './shared/states.tsx';
import { Shell } from './shell/Shell.tsx';
import { timelineSearch } from './timeline/search.ts';
import { TimelineView } from './timeline/TimelineView.tsx';

/** Every view has an address; filters and the chosen line are part of it. */
const root = createRootRoute({ component: Shell, notFoundComponent: Missing });

const articles = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: articlesSearch,
  component: ArticlesView,
});

const reader = createRoute({
  getParentRoute: () => root,
  path: '/articles/$id',
  validateSearch: readerSearch,
  component: ReaderView,
});

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/timeline',
  validateSearch: timelineSearch,
  component: TimelineView,
});

export const router = createRouter({
  routeTree: root.addChildren([articles, reader, timeline]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
