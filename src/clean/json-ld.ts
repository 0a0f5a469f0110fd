/** The parts of schema.org data that are used. */
export interface JsonLd {
  readonly headline?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly modified?: string;
  /** The whole story, as the page's own data gives it: to be used only where it agrees with the page. */
  readonly articleBody?: string;
  readonly breadcrumbs: readonly string[];
}

const ARTICLE = /Article$|^BlogPosting$|^Report$/;
const MOST_NODES = 2000;
const LONGEST_BODY = 100_000;

/** Reads JSON-LD scripts; broken ones are passed over. */
export function jsonLdOf(scripts: readonly string[]): JsonLd {
  const found: {
    [name in 'headline' | 'author' | 'publisher' | 'published' | 'modified' | 'articleBody']?:
      | string
      | undefined;
  } = {};
  let breadcrumbs: string[] = [];
  const open: unknown[] = [];
  for (const script of scripts) {
    try {
      open.push(JSON.parse(script));
    } catch {
      // Scripts of pages are often broken; the page is read without.
    }
  }
  for (let seen = 0; open.length > 0 && seen < MOST_NODES; seen++) {
    const node = open.shift();
    if (Array.isArray(node)) open.push(...node.slice(0, 100));
    if (typeof node !== 'object' || node === null || Array.isArray(node)) continue;
    const item = node as { readonly [key: string]: unknown };
    const types = [item['@type']].flat().filter((type) => typeof type === 'string');
    if (item['@graph']) open.push(item['@graph']);
    if (item.mainEntity) open.push(item.mainEntity);
    if (types.includes('BreadcrumbList') && breadcrumbs.length === 0)
      breadcrumbs = crumbsOf(item.itemListElement);
    if (!types.some((type) => ARTICLE.test(type))) continue;
    found.headline ??= stringOf(item.headline);
    found.author ??= nameOf(item.author);
    found.publisher ??= nameOf(item.publisher);
    found.published ??= stringOf(item.datePublished);
    found.modified ??= stringOf(item.dateModified);
    if (typeof item.articleBody === 'string') found.articleBody ??= item.articleBody.slice(0, LONGEST_BODY);
  }
  return {
    ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
    breadcrumbs,
  };
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 1000) : undefined;
}

function nameOf(value: unknown): string | undefined {
  const names = [value]
    .flat()
    .slice(0, 5)
    .map((one) => stringOf(one) ?? stringOf((one as { name?: unknown } | null)?.name));
  return names.filter((name) => name !== undefined).join(', ') || undefined;
}

function crumbsOf(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.slice(0, 12).flatMap((entry: { name?: unknown; item?: { name?: unknown } } | null) => {
    const name = stringOf(entry?.name) ?? stringOf(entry?.item?.name);
    return name ? [name] : [];
  });
}
