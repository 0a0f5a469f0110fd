import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import type { Edtf, Note, PublishedBasis } from '../model/index.ts';
import { dayInUrl, dayOf } from './dates.ts';
import { jsonLdOf } from './json-ld.ts';

/** What the head of a page and its marked-up parts say of the article. */
export interface Metadata {
  readonly title?: string;
  readonly pageTitle?: string;
  readonly byline?: string;
  readonly outlet?: string;
  readonly published?: Edtf;
  readonly publishedBasis?: PublishedBasis;
  readonly modified?: Edtf;
  readonly language?: string;
  readonly canonical?: string;
  readonly description?: string;
  readonly articleBody?: string;
  readonly breadcrumbs: readonly string[];
  readonly notes: readonly Note[];
}

/** Collects in one walk without recursion. */
export function metadataOf(root: { children: AnyNode[] }, url: string | undefined): Metadata {
  const meta = new Map<string, string>();
  const scripts: string[] = [];
  const times: string[] = [];
  const crumbs: string[] = [];
  let pageTitle = '';
  let language = '';
  let canonical = '';
  const open: AnyNode[] = [...root.children].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isTag(node)) continue;
    const { name, attribs } = node;
    if (name === 'html') language ||= attribs.lang ?? attribs['xml:lang'] ?? '';
    else if (name === 'title' && pageTitle === '') pageTitle = textOf(node);
    else if (name === 'meta') {
      const key = (
        attribs.property ??
        attribs.name ??
        attribs.itemprop ??
        attribs['http-equiv'] ??
        ''
      ).toLowerCase();
      const value = attribs.content?.trim();
      if (key && value && !meta.has(key)) meta.set(key, value.slice(0, 2000));
    } else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribs.rel ?? ''))
      canonical ||= attribs.href ?? '';
    else if (name === 'script' && /ld\+json/i.test(attribs.type ?? '') && scripts.length < 20)
      scripts.push(textOf(node));
    else if (name === 'time' && attribs.datetime && times.length < 20) {
      if (/modified|updated/i.test(`${attribs.class ?? ''} ${attribs.itemprop ?? ''}`)) continue;
      times.push(attribs.datetime);
    } else if (
      /breadcrumb|(?:^|[\s_-])(?:crumbs?|trail|path)(?:$|[\s_-])/i.test(
        `${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs['aria-label'] ?? ''}`,
      ) &&
      crumbs.length === 0
    ) {
      crumbs.push(...crumbTexts(node));
    }
    for (let index = node.children.length - 1; index >= 0; index--)
      open.push(node.children[index] as AnyNode);
  }
  const ld = jsonLdOf(scripts);
  const dates: [PublishedBasis, Edtf | null][] = [
    ['json-ld', ld.published ? dayOf(ld.published) : null],
    ['meta', first(meta, PUBLISHED_KEYS, dayOf)],
    ['time-element', times.map(dayOf).find((day) => day !== null) ?? null],
    ['url', dayInUrl(url ?? canonical ?? meta.get('og:url') ?? '')],
  ];
  const known = dates.filter((entry): entry is [PublishedBasis, Edtf] => entry[1] !== null);
  const notes: Note[] = [];
  const [best] = known;
  const others = known.filter(([basis, day]) => best && day !== best[1] && basis !== 'url');
  if (best && others.length > 0) {
    notes.push({
      kind: 'dates',
      message: `The page gives different publication dates: ${[best, ...others].map(([basis, day]) => `${day} (${basis})`).join(', ')}; the first is used.`,
    });
  }
  const modified = (ld.modified ? dayOf(ld.modified) : null) ?? first(meta, MODIFIED_KEYS, dayOf);
  const byline = ld.author ?? meta.get('author') ?? meta.get('article:author') ?? meta.get('dc.creator');
  const title = ld.headline ?? meta.get('og:title') ?? meta.get('twitter:title');
  const description = meta.get('description') ?? meta.get('og:description');
  const outlet = meta.get('og:site_name') ?? ld.publisher ?? meta.get('application-name');
  return {
    ...(title && { title }),
    ...(pageTitle && { pageTitle }),
    ...(byline && !/^https?:/.test(byline) && { byline }),
    ...(outlet && { outlet }),
    ...(best && { published: best[1], publishedBasis: best[0] }),
    ...(modified && { modified }),
    ...(language && { language: language.slice(0, 20) }),
    ...(description && { description }),
    ...(ld.articleBody && { articleBody: ld.articleBody }),
    ...(canonical && /^https?:\/\//i.test(canonical) && { canonical }),
    breadcrumbs: crumbs.length > 0 ? crumbs : ld.breadcrumbs,
    notes,
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

/** The text below an element, white space folded, at most 100,000 characters. */
export function textOf(element: Element): string {
  let text = '';
  const open: AnyNode[] = [...element.children].reverse();
  for (let node = open.pop(); node && text.length < 100_000; node = open.pop()) {
    if (isText(node)) text += node.data;
    else if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--)
        open.push(node.children[index] as AnyNode);
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** Texts of the links and items of a breadcrumb line. */
function crumbTexts(element: Element): string[] {
  const whole = textOf(element).slice(0, 300);
  const parts: string[] = [];
  const open: AnyNode[] = [...element.children].reverse();
  for (let node = open.pop(); node && parts.length < 12; node = open.pop()) {
    if (!isTag(node)) continue;
    if (node.name === 'a' || (node.name === 'li' && !node.children.some((child) => isTag(child)))) {
      const text = textOf(node);
      if (text !== '') parts.push(text);
    } else
      for (let index = node.children.length - 1; index >= 0; index--)
        open.push(node.children[index] as AnyNode);
  }
  if (parts.length > 0) return parts;
  return whole
    .split(/\s*[›»>/→|]\s*/)
    .filter((part) => part !== '')
    .slice(0, 12);
}
