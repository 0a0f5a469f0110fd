import { decodeHTML } from 'entities';
import { folded } from './phrases.ts';

/** The parts of schema.org data that are used. */
export interface JsonLd {
  readonly headline?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly section?: string;
  /** Agency that the data credit (`sourceOrganization`, `creditText`). */
  readonly source?: string;
  /** The whole story, as the page's own data gives it: to be used only where it agrees with the page. */
  readonly articleBody?: string;
  readonly breadcrumbs: readonly string[];
}

/** What tells which of several articles in the data the page is about. */
export interface LdContext {
  readonly url?: string | undefined;
  readonly titles: readonly string[];
}

type Item = { readonly [key: string]: unknown };

const ARTICLE = /Article$|Posting$|^Report$/;
const PAGE = /^(?:WebPage|ItemPage|NewsArticlePage)$/;
const MOST_NODES = 2000;
const LONGEST_BODY = 100_000;

/**
 * Reads JSON-LD scripts; broken ones are passed over. Where the data list several articles (teasers are often among them), the one with
 * the page's address or headline counts, else the first.
 */
export function jsonLdOf(scripts: readonly string[], context: LdContext = { titles: [] }): JsonLd {
  const open: unknown[] = [];
  for (const script of scripts) {
    const data = parsed(script);
    if (data !== undefined) open.push(data);
  }
  const articles: Item[] = [];
  const pages: Item[] = [];
  const byId = new Map<string, Item>();
  let breadcrumbs: string[] = [];
  for (let seen = 0; seen < open.length && seen < MOST_NODES; seen++) {
    const node = open[seen];
    if (Array.isArray(node)) open.push(...node.slice(0, 100));
    if (typeof node !== 'object' || node === null || Array.isArray(node)) continue;
    const item = node as Item;
    const types = [item['@type']].flat().filter((type) => typeof type === 'string');
    if (typeof item['@id'] === 'string' && !byId.has(item['@id'])) byId.set(item['@id'], item);
    for (const inner of [item['@graph'], item.mainEntity, item.breadcrumb]) if (inner) open.push(inner);
    if (types.includes('BreadcrumbList') && breadcrumbs.length === 0)
      breadcrumbs = crumbsOf(item.itemListElement);
    if (types.some((type) => ARTICLE.test(type))) articles.push(item);
    else if (types.some((type) => PAGE.test(type))) pages.push(item);
  }
  const own =
    articles.find((item) => isAt(item, context.url)) ??
    articles.find((item) => isCalled(item, context.titles)) ??
    articles[0];
  const sources = own
    ? [own, ...articles.filter((item) => item !== own && isSame(item, own)), ...pages.slice(0, 1)]
    : [];
  const first = <T>(read: (item: Item) => T | undefined): T | undefined => {
    for (const item of sources) {
      const found = read(item);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const found = {
    headline: stringOf(own?.headline) ?? stringOf(own?.name),
    author: own && nameOf(own.author, byId),
    publisher: own && nameOf(own.publisher, byId),
    published: first(({ datePublished }) => stringOf(datePublished)) ?? stringOf(own?.dateCreated),
    modified: first(({ dateModified }) => stringOf(dateModified)),
    section: stringOf([own?.articleSection].flat()[0]),
    source: own && (nameOf(own.sourceOrganization, byId) ?? stringOf(own.creditText)),
    articleBody: first(({ articleBody }) =>
      typeof articleBody === 'string' ? articleBody.slice(0, LONGEST_BODY) : undefined,
    ),
  };
  return {
    ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
    breadcrumbs,
  };
}

/** Scripts of pages hold raw line breaks in strings, comments around the data, and worse: mended where that is plain, else passed over. */
function parsed(script: string): unknown {
  const text = script
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*.{0,20}?\*\/)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>)\s*;?\s*$/, '');
  return parsedJson(text) ?? parsedJson(text.replace(/\s+/g, ' ')) ?? parsedJson(text.replace(/;\s*$/, ''));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAt(item: Item, url: string | undefined): boolean {
  if (!url) return false;
  const page = item.mainEntityOfPage;
  const id = typeof page === 'object' && page !== null ? (page as Item)['@id'] : page;
  return [item.url, id].some(
    (address) => typeof address === 'string' && bare(address) === bare(url) && bare(url).includes('/'),
  );
}

/** An address without scheme, `www.`, query, fragment and last stroke. */
function bare(url: string): string {
  return url
    .replace(/^[a-z]+:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/$/, '');
}

function isCalled(item: Item, titles: readonly string[]): boolean {
  const headline = folded(stringOf(item.headline) ?? stringOf(item.name) ?? '');
  return headline.length > 8 && titles.some((title) => folded(title).startsWith(headline));
}

/** One article is often described twice, by the outlet and by a plug-in. */
function isSame(item: Item, own: Item): boolean {
  const [a, b] = [folded(stringOf(item.headline) ?? ''), folded(stringOf(own.headline) ?? '')];
  return a !== '' && a === b;
}

/** Strings of the data, in which templates leave entities of HTML (`&#8217;`). */
function stringOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = decodeHTML(value.slice(0, 2000)).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text.slice(0, 1000);
}

/** Names of persons or houses, of which some are only pointed at by their `@id`. */
function nameOf(value: unknown, byId: ReadonlyMap<string, Item>): string | undefined {
  const names = [value]
    .flat()
    .slice(0, 5)
    .map((one) => {
      if (typeof one !== 'object' || one === null) return stringOf(one);
      const item = one as Item;
      return stringOf(item.name) ?? stringOf(byId.get(String(item['@id'] ?? ''))?.name);
    });
  return [...new Set(names.filter((name) => name !== undefined))].join(', ') || undefined;
}

function crumbsOf(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list
    .slice(0, 12)
    .map((entry: Item | null) => ({
      place: Number(entry?.position ?? 0),
      name: stringOf(entry?.name) ?? stringOf((entry?.item as Item | undefined)?.name),
    }))
    .sort((a, b) => a.place - b.place)
    .flatMap(({ name }) => (name ? [name] : []));
}
