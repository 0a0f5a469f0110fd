import sanitize from 'sanitize-html';
import { decodePage, type Page } from '../collect/index.ts';
import type { Article } from '../model/index.ts';
import { boxesOf, HOLDERS } from './display-boxes.ts';
import { type ElementLine, escaped, INLINE, linesOf } from './element-lines.ts';
import { nodeFinder } from './node-path.ts';
import { parsePage } from './parse.ts';
import type { Element } from './tree.ts';

/** A page with more HTML than this is shown by its paragraphs alone. UTF-16 units. */
const LONGEST_PAGE = 4_000_000;

const BLOCKS = 'p h2 h3 h4 ul ol li dl dt dd blockquote pre table tr td th'.split(' ');

const SAFE: sanitize.IOptions = {
  allowedTags: [...BLOCKS, ...INLINE],
  allowedAttributes: { a: ['href', 'rel', 'referrerpolicy'], '*': ['dir', 'lang'] },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: true,
  transformTags: {
    a: (_, { href }) => ({
      tagName: 'a',
      attribs: href ? { href, rel: 'noopener noreferrer nofollow', referrerpolicy: 'no-referrer' } : {},
    }),
  },
};

/**
 * The body of an article as HTML for display: its paragraphs with the headings, lists, quotations, tables of facts, emphasis and links that
 * the page gave them, passed through sanitize-html with a short list of tags. No images, styles, classes or scripts. `article` must be what
 * {@link clean} made of this very page. Where the page is plain text, or too large, or its paragraphs cannot be found again, they are
 * given as text. Linear in the size of the page.
 */
export function articleHtml(page: Page, article: Article): string {
  const decoded = decodePage(page);
  const find =
    decoded.format === 'html' && !page.asIs && decoded.text.length <= LONGEST_PAGE
      ? nodeFinder(parsePage(decoded))
      : null;
  const elements = article.paragraphs.map((_, place) => {
    const source = article.sources?.[place];
    return find && source && 'path' in source ? find(source.path) : null;
  });
  const around = boxesOf(elements);
  const base = article.url ?? page.url;
  const parts: string[] = [];
  const open: Element[] = [];
  const closeTo = (depth: number) => {
    while (open.length > depth) parts.push(`${parts.pop()}</${open.pop()?.name}>`);
  };
  let lines = new Map<string, ElementLine[]>();
  article.paragraphs.forEach(({ text }, place) => {
    const element = elements[place] ?? null;
    if (element !== elements[place - 1]) lines = byText(element ? linesOf(element, base) : []);
    const boxes = element ? around(element) : [];
    let common = 0;
    while (common < open.length && common < boxes.length && open[common] === boxes[common]) common++;
    closeTo(common);
    for (const box of boxes.slice(common)) {
      open.push(box);
      parts.push(HOLDERS.has(box.name) ? `<${box.name}>` : `<${box.name} dir="auto">`);
    }
    // What was taken out of an element stays out: each of its lines is found by its text.
    const html = lines.get(text)?.pop()?.html ?? escaped(text);
    const own = open.at(-1);
    const isDirect = own !== undefined && own === element && common < boxes.length;
    const tag = tagOf(element);
    if (isDirect) parts.push(parts.pop() + html);
    else parts.push(`<${tag} dir="auto">${html}</${tag}>`);
  });
  closeTo(0);
  return sanitize(parts.join('\n'), SAFE);
}

/** Lines by their text, the first of those that are alike at the end. */
function byText(lines: readonly ElementLine[]): Map<string, ElementLine[]> {
  const found = new Map<string, ElementLine[]>();
  for (const line of lines.toReversed()) {
    const alike = found.get(line.text);
    if (alike) alike.push(line);
    else found.set(line.text, [line]);
  }
  return found;
}

function tagOf(element: Element | null): string {
  const name = element?.name ?? 'p';
  if (name === 'h1') return 'h2';
  if (/^h[5-6]$/.test(name)) return 'h4';
  return ['h2', 'h3', 'h4', 'pre'].includes(name) ? name : 'p';
}
