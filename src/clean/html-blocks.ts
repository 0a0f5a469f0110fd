import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import type { RemovalReason } from '../model/index.ts';
import { hintOf } from './hints.ts';

/** A paragraph-like piece of a page, in document order. */
export interface Block {
  /** White space folded. */
  readonly text: string;
  /** Nearest block-level element. */
  readonly element: Element;
  /** Tag that gives the block its kind: p, h1–h6, li, blockquote, td, figcaption, div … */
  readonly kind: string;
  /** What an ancestor's tag, class, id or role says; null where nothing does. */
  readonly hint: RemovalReason | null;
  /** Characters inside of links. */
  readonly linkLength: number;
  /** First link, where the block is mostly a link. */
  readonly href?: string;
  readonly inArticle: boolean;
}

const BLOCK_TAGS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'script style noscript template svg math iframe object embed canvas select option textarea input head map audio video picture'.split(
    ' ',
  ),
);

export const isBlockTag = (name: string): boolean => BLOCK_TAGS.has(name);
/** Tags whose content is no text. */
export const isSkippedTag = (name: string): boolean => SKIPPED.has(name);

interface Visit {
  readonly node: AnyNode;
  readonly hint: RemovalReason | null;
  readonly inArticle: boolean;
  /** Set when the node's children are done and its end is to be marked. */
  readonly isEnd?: boolean;
  readonly link: string | null;
}

/** Characters of text outside of links below each element, and in all. Two passes without recursion. */
function proseBelow(root: { children: AnyNode[] }): { of: Map<AnyNode, number>; all: number } {
  const order: AnyNode[] = [];
  const open: AnyNode[] = [...root.children];
  const of = new Map<AnyNode, number>();
  for (let node = open.pop(); node; node = open.pop()) {
    if (isTag(node)) {
      if (SKIPPED.has(node.name) || node.name === 'a') continue;
      order.push(node);
      for (const child of node.children) open.push(child);
    } else if (isText(node)) {
      const length = node.data.trim().length;
      if (length > 20 && node.parent) of.set(node.parent, (of.get(node.parent) ?? 0) + length);
    }
  }
  let all = 0;
  for (let index = order.length - 1; index >= 0; index--) {
    const node = order[index] as Element;
    const own = of.get(node) ?? 0;
    if (own === 0) continue;
    if (node.parent && isTag(node.parent)) of.set(node.parent, (of.get(node.parent) ?? 0) + own);
    else all += own;
  }
  return { of, all };
}

/** An element with so large a share of the page's prose is no furniture, whatever it is called. */
const TOO_LARGE_SHARE = 0.4;
const COMMENTS_SHARE = 0.75;

/** Flattens a tree into blocks, without recursion: depth costs nothing but memory. */
export function blocksOf(root: AnyNode & { children: AnyNode[] }): Block[] {
  const prose = proseBelow(root);
  const blocks: Block[] = [];
  let parts: string[] = [];
  let linkLength = 0;
  let length = 0;
  let href: string | undefined;
  let current: { element: Element; hint: RemovalReason | null; inArticle: boolean } | null = null;
  const flush = () => {
    if (current && length > 0) {
      const text = parts
        .join('')
        .replace(/[\s\u00a0]+/g, ' ')
        .trim();
      if (text !== '') {
        blocks.push({
          text,
          ...current,
          kind: current.element.name,
          linkLength,
          ...(href !== undefined && linkLength > text.length * 0.5 && { href }),
        });
      }
    }
    parts = [];
    linkLength = 0;
    length = 0;
    href = undefined;
  };
  const open: Visit[] = [];
  for (let index = root.children.length - 1; index >= 0; index--) {
    open.push({ node: root.children[index] as AnyNode, hint: null, inArticle: false, link: null });
  }
  const blockStack: { element: Element; hint: RemovalReason | null; inArticle: boolean }[] = [];
  for (let visit = open.pop(); visit; visit = open.pop()) {
    const { node } = visit;
    if (isText(node)) {
      if (current) {
        parts.push(node.data);
        length += node.data.length;
        if (visit.link !== null) {
          linkLength += node.data.trim().length;
          href ??= visit.link;
        }
      }
      continue;
    }
    if (!isTag(node)) continue;
    const isBlock = BLOCK_TAGS.has(node.name);
    if (visit.isEnd) {
      flush();
      blockStack.pop();
      current = blockStack.at(-1) ?? null;
      continue;
    }
    if (SKIPPED.has(node.name)) continue;
    if (node.name === 'br') {
      parts.push(lastIsBreak(parts) ? '\u0000' : '\n');
      if (parts.at(-1) === '\u0000') {
        parts.pop();
        flush();
      }
      continue;
    }
    let hint = visit.hint ?? hintOf(node.name, node.attribs);
    if (hint !== null && visit.hint === null) {
      const share = (prose.of.get(node) ?? 0) / Math.max(1, prose.all);
      if (share > (hint === 'comment' ? COMMENTS_SHARE : TOO_LARGE_SHARE)) hint = null;
    }
    const inArticle =
      visit.inArticle || node.name === 'article' || /articlebody/i.test(node.attribs.itemprop ?? '');
    const link = node.name === 'a' ? (node.attribs.href ?? '') : visit.link;
    if (isBlock) {
      flush();
      current = { element: node, hint, inArticle };
      blockStack.push(current);
      open.push({ node, hint, inArticle, link, isEnd: true });
    }
    for (let index = node.children.length - 1; index >= 0; index--) {
      open.push({ node: node.children[index] as AnyNode, hint, inArticle, link });
    }
  }
  flush();
  return blocks;
}

function lastIsBreak(parts: readonly string[]): boolean {
  for (let index = parts.length - 1; index >= 0; index--) {
    if (parts[index] === '\n') return true;
    if ((parts[index] as string).trim() !== '') return false;
  }
  return false;
}

/** `/html/body/div[2]/p[1]`: places count from 1 among siblings of the same name. Depth is cut at 64 steps from the element up. */
export function pathOf(element: Element): string {
  const steps: string[] = [];
  let at: Element | null = element;
  while (at && steps.length < 64) {
    let place = 1;
    for (let before = at.prev, seen = 0; before && seen < 1000; before = before.prev, seen++) {
      if (isTag(before) && before.name === at.name) place++;
    }
    steps.push(`${at.name}[${place}]`);
    at = at.parent && isTag(at.parent) ? at.parent : null;
  }
  return `${at ? '…' : ''}/${steps.reverse().join('/')}`;
}
