import type { Edtf } from '../model/index.ts';
import { type Attributes, NO_ATTRIBUTES, signOf } from './attributes.ts';
import { crumbsIn } from './breadcrumbs.ts';
import { dayOrderOf } from './date-order.ts';
import { dayInUrl, type Moment, momentOf } from './dates.ts';
import { textOf } from './element-text.ts';
import { jsonLdOf } from './json-ld.ts';
import { newList } from './lists.ts';
import { breadcrumbSign } from './names.ts';
import { outletOf } from './outlet.ts';
import { TIME } from './tags.ts';
import { type TimeMark, timeMarkOf } from './time-marks.ts';
import { type Element, isElement, type Tree } from './tree.ts';

/** What the head of a page and its marked-up parts say of the article. */
export interface Metadata {
  readonly title?: string;
  readonly pageTitle?: string;
  readonly byline?: string;
  readonly outlet?: string;
  /** The day of publication by each kind of data, as far as they give it. */
  readonly jsonLdDate: Moment | null;
  readonly metaDate: Moment | null;
  readonly urlDay: Edtf | null;
  readonly ldModified: Moment | null;
  /** Null where JSON-LD tells. */
  readonly metaModified: Moment | null;
  /** Elements that mark a time: which of them is the article's, their place tells. */
  readonly times: readonly TimeMark[];
  readonly language?: string;
  readonly canonical?: string;
  readonly articleBody?: string;
  /** The script that holds it. */
  readonly bodyElement?: Element;
  /** Section of the outlet, where no breadcrumbs tell more. */
  readonly section?: string;
  /** Source that the data credit. */
  readonly source?: string;
  readonly breadcrumbs: readonly string[];
}

const MOST_SCRIPTS = 20;
const MOST_TIMES = 60;
const ITEM = signOf('itemprop');

/** What the elements of a page say of the article, as they say it. */
class Said {
  readonly meta = new Map<string, string>();
  readonly scripts: { readonly text: string; readonly element: Element }[] = [];
  readonly times = newList<TimeMark>();
  sureCrumbs: readonly string[] = [];
  weakCrumbs: readonly string[] = [];
  pageTitle = '';
  language = '';
  canonical = '';
  heading = '';

  /** Takes them in one walk, in the order of the page. */
  constructor(elements: readonly Element[]) {
    for (let at = 0; at < elements.length; at++) {
      const element = elements[at] as Element;
      const { tag, attribs } = element;
      if (attribs === NO_ATTRIBUTES && !tag.tells) continue;
      const isTaken = tag.isOfHead && this.takesOfHead(element);
      if (!isTaken && this.sureCrumbs.length === 0) this.takeCrumbs(element);
      if (tag === TIME || attribs.has(ITEM)) this.takeTime(element);
    }
  }

  /** False for an element that tells nothing new of the page as a whole. */
  private takesOfHead(element: Element): boolean {
    const { name, attribs } = element;
    if (name === 'html') this.language ||= attribs.lang ?? attribs['xml:lang'] ?? '';
    else if (name === 'meta') this.takeMeta(attribs);
    else if (name === 'script') this.takeScript(element);
    else if (name === 'title' && this.pageTitle === '') this.pageTitle = textOf(element);
    else if (name === 'h1' && this.heading === '') this.heading = textOf(element).slice(0, 500);
    else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribs.rel ?? ''))
      this.canonical ||= attribs.href ?? '';
    else return false;
    return true;
  }

  private takeMeta({ property, name, itemprop, 'http-equiv': equivalent, content }: Attributes): void {
    const key = (property ?? name ?? itemprop ?? equivalent ?? '').toLowerCase();
    const value = content?.trim();
    if (key && value && !this.meta.has(key)) this.meta.set(key, value.slice(0, 2000));
  }

  private takeScript(element: Element): void {
    if (this.scripts.length >= MOST_SCRIPTS || !/ld\+json/i.test(element.attribs.type ?? '')) return;
    const text = element.children.filter((child) => !isElement(child)).join('');
    this.scripts.push({ text, element });
  }

  private takeCrumbs(element: Element): void {
    const sign = breadcrumbSign(element);
    if (sign === 'sure') this.sureCrumbs = crumbsIn(element);
    else if (sign === 'weak' && this.weakCrumbs.length === 0) this.weakCrumbs = crumbsIn(element);
  }

  private takeTime(element: Element): void {
    const mark = this.times.length < MOST_TIMES ? timeMarkOf(element, textOf) : null;
    if (mark) this.times.push(mark);
  }
}

export function metadataOf({ elements }: Tree, url: string | undefined): Metadata {
  const said = new Said(elements);
  const { meta, scripts, times, pageTitle, language, canonical, heading } = said;
  const ogTitle = meta.get('og:title') ?? meta.get('twitter:title');
  const ld = jsonLdOf(
    scripts.map(({ text }) => text),
    {
      url: canonical || url,
      titles: [ogTitle, heading, pageTitle].filter((title) => title !== undefined),
    },
  );
  const bodyElement = ld.articleBody
    ? (scripts.find(({ text }) => text.includes('"articleBody"')) ?? scripts[0])?.element
    : undefined;
  const reading = { language: /^[a-z]{2,3}/i.exec(language)?.[0].toLowerCase() };
  const read = (text: string) => momentOf(text, { ...reading, order: dayOrderOf([text], [], language) });
  const ldModified = ld.modified ? read(ld.modified) : null;
  const byline =
    ld.author ?? first(meta, AUTHOR_KEYS, (name) => (/^https?:/.test(name) ? null : name)) ?? labelled(meta);
  const title = ld.headline ?? ogTitle;
  const section = ld.section ?? meta.get('article:section');
  const outlet = outletOf([meta.get('og:site_name'), ld.publisher, meta.get('application-name')], pageTitle, [
    heading,
    ogTitle,
    ld.headline,
  ]);
  return {
    ...(title && { title }),
    ...(pageTitle && { pageTitle }),
    ...(byline && { byline }),
    ...(outlet && { outlet }),
    jsonLdDate: ld.published ? read(ld.published) : null,
    metaDate: first(meta, PUBLISHED_KEYS, read),
    urlDay: dayInUrl(url ?? (canonical || (meta.get('og:url') ?? ''))),
    ldModified,
    metaModified: ldModified ? null : first(meta, MODIFIED_KEYS, read),
    times,
    ...(language && { language: language.slice(0, 20) }),
    ...(ld.articleBody && { articleBody: ld.articleBody }),
    ...(bodyElement && { bodyElement }),
    ...(section && !/^https?:/.test(section) && { section }),
    ...(ld.source && { source: ld.source }),
    ...(canonical && /^https?:\/\//i.test(canonical) && { canonical }),
    breadcrumbs: [said.sureCrumbs, ld.breadcrumbs, said.weakCrumbs].find((list) => list.length > 0) ?? [],
  };
}

const PUBLISHED_KEYS = [
  'article:published_time',
  'datepublished',
  'og:published_time',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.created',
];
const MODIFIED_KEYS = [
  'article:modified_time',
  'datemodified',
  'og:updated_time',
  'last-modified',
  'dcterms.modified',
];

const AUTHOR_KEYS = [
  'author',
  'article:author',
  'article:author_name',
  'articleauthor',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'byl',
];

/** The writer as a card for a social network gives it: a label, and what it labels. */
function labelled(meta: ReadonlyMap<string, string>): string | null {
  for (const place of ['1', '2'])
    if (/^(?:written by|author|by)$/i.test(meta.get(`twitter:label${place}`) ?? ''))
      return meta.get(`twitter:data${place}`) ?? null;
  return null;
}

function first<T>(
  meta: ReadonlyMap<string, string>,
  keys: readonly string[],
  read: (text: string) => T | null,
): T | null {
  for (const key of keys) {
    const value = meta.get(key);
    const found = value === undefined ? null : read(value);
    if (found !== null) return found;
  }
  return null;
}
