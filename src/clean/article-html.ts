import sanitize from 'sanitize-html';
import { decodePage, type Page } from '../collect/index.ts';
import type { Article } from '../model/index.ts';
import { nodeAt } from './node-path.ts';
import { parsePage } from './parse.ts';
import type { Element, TreeNode } from './tree.ts';

/** Tags that keep their meaning inside a paragraph; all others give way to their content. */
const INLINE = new Set('a abbr b br cite code dfn em i mark q s small strong sub sup time u'.split(' '));
/** A page with more HTML than this is shown by its paragraphs alone. UTF-16 units. */
const LONGEST_PAGE = 4_000_000;

const SAFE: sanitize.IOptions = {
  allowedTags: ['p', 'h2', 'h3', 'h4', 'ul', 'li', 'blockquote', 'pre', ...INLINE],
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
 * The body of an article as HTML for display: its paragraphs with the headings, lists, quotations, emphasis and links that the page gave
 * them, passed through sanitize-html with a short list of tags. No images, styles, classes or scripts. `article` must be what
 * {@link clean} made of this very page. Where the page is plain text, or too large, or its paragraphs cannot be found again, they are
 * given as text. Linear in the size of the page.
 */
export function articleHtml(page: Page, article: Article): string {
  const decoded = decodePage(page);
  const root =
    decoded.format === 'html' && !page.asIs && decoded.text.length <= LONGEST_PAGE
      ? parsePage(decoded)
      : null;
  const parts: string[] = [];
  let inList = false;
  let last: Element | null = null;
  article.paragraphs.forEach(({ text }, place) => {
    const source = article.sources?.[place];
    const element = root && source && 'path' in source ? nodeAt(root, source.path) : null;
    // Lines of one element, parted by <br>, are paragraphs of their own: it is given once, with its breaks.
    if (element && element === last) return;
    last = element;
    const tag = tagOf(element);
    if ((tag === 'li') !== inList) {
      parts.push(inList ? '</ul>' : '<ul>');
      inList = !inList;
    }
    parts.push(
      `<${tag} dir="auto">${element ? inlineHtml(element, article.url ?? page.url) : escaped(text)}</${tag}>`,
    );
  });
  if (inList) parts.push('</ul>');
  return sanitize(parts.join('\n'), SAFE);
}

function tagOf(element: Element | null): string {
  const name = element?.name ?? 'p';
  if (name === 'h1') return 'h2';
  if (/^h[5-6]$/.test(name)) return 'h4';
  return ['h2', 'h3', 'h4', 'li', 'blockquote', 'pre'].includes(name) ? name : 'p';
}

/** What stands in an element outside of its inner blocks, without recursion. */
function inlineHtml(element: Element, base: string | undefined): string {
  let html = '';
  const open: (TreeNode | { readonly end: string })[] = [...element.children].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') html += escaped(node);
    else if ('end' in node) html += node.end;
    else if (!node.tag.isBlock && !node.tag.isSkipped) {
      const isKept = INLINE.has(node.name);
      if (isKept) html += openingTag(node, base);
      if (isKept && node.name !== 'br') open.push({ end: `</${node.name}>` });
      for (let index = node.children.length - 1; index >= 0; index--)
        open.push(node.children[index] as TreeNode);
    }
  }
  return html.trim();
}

/** Relative addresses are made whole by the page's own; one that cannot be leaves a link without a goal. */
function openingTag({ name, attribs }: Element, base: string | undefined): string {
  const address =
    name === 'a' && attribs.href && URL.canParse(attribs.href, base) ? new URL(attribs.href, base) : null;
  return address && /^https?:$/.test(address.protocol) ? `<a href="${escaped(address.href)}">` : `<${name}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
