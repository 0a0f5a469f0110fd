import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import type { RemovalReason } from '../model/index.ts';
import { hintOf, isStoryName } from './hints.ts';

/** An element on the way from the root to a block, with sums over all that lies in it. */
export interface Box {
  readonly element: Element;
  readonly parent: Box | null;
  readonly depth: number;
  /** What the element's own tag, class, id or role says. */
  readonly ownHint: RemovalReason | null;
  /** Steps up to the nearest element whose name speaks of a story (`article-body`, `entry-content` …); -1 where there is none. */
  readonly toStory: number;
  /** What kinds of elements it lies in: the sum of {@link AROUND}. */
  readonly around: number;
  /** What it or an element around it says, where that is to be believed. */
  hint: RemovalReason | null;
  /** Characters of running text outside of links. */
  prose: number;
  /** Characters of text, and those of them inside of links. */
  length: number;
  linkLength: number;
  /** Blocks that begin in it. */
  blocks: number;
  /** Children with the same tag and class as another child: cards and teasers. */
  twins: number;
  /** Tag and class. */
  readonly twinKey: string;
  /** While its children are read: how often each of their tags and classes came. */
  children: Map<string, number> | null;
}

/** A paragraph-like piece of a page, in document order. */
export interface Block {
  /** White space folded. */
  readonly text: string;
  /** Nearest block-level element. */
  readonly element: Element;
  /** The element with what is known of those around it. */
  readonly box: Box;
  /** Tag that gives the block its kind: p, h1–h6, li, blockquote, td, figcaption, div … */
  readonly kind: string;
  /** What an ancestor's tag, class, id or role says; null where nothing does. */
  readonly hint: RemovalReason | null;
  /** Characters inside of links. */
  readonly linkLength: number;
  /** Characters in bold or italics. */
  readonly strongLength: number;
  /** First link, where the block is mostly a link. */
  readonly href?: string;
}

const BLOCK_TAGS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'script style noscript template svg math iframe object embed canvas select option textarea input head map audio video picture img source link meta'.split(
    ' ',
  ),
);
export const isBlockTag = (name: string): boolean => BLOCK_TAGS.has(name);
/** Tags whose content is no text. */
export const isSkippedTag = (name: string): boolean => SKIPPED.has(name);

/** Elements that tell something of all that lies in them, as bits. */
export const AROUND: { readonly [tag: string]: number } = {
  article: 1,
  main: 2,
  aside: 4,
  header: 8,
  ul: 16,
  ol: 16,
  table: 32,
  blockquote: 64,
  figure: 128,
  footer: 256,
  nav: 512,
  form: 1024,
  a: 2048,
};
const STRONG = new Set(['b', 'strong', 'i', 'em', 'big', 'small']);

/** An element with so large a share of the page's prose is no furniture, whatever it is called. */
const TOO_LARGE_SHARE = 0.4;
const COMMENTS_SHARE = 0.75;
/** Text nodes shorter than this are labels, not prose. */
const LABEL = 20;

/** White space of every kind, and signs that have no width. */
const BLANKS = /[\s\u00a0\u200b\u2060\ufeff]+/g;

interface Draft extends Omit<Block, 'hint'> {}

/** Flattens a tree into blocks, without recursion: depth costs nothing but memory. Linear. */
export function blocksOf(root: AnyNode & { children: AnyNode[] }): Block[] {
  const drafts: Draft[] = [];
  const boxes: Box[] = [];
  let text = '';
  let linkLength = 0;
  let strongLength = 0;
  let href: string | undefined;
  let isBroken = false;
  /** The nearest block-level element, and the nearest element of any kind. */
  let current: Box | null = null;
  let near: Box | null = null;
  let link: string | null = null;
  let strong = 0;
  let all = 0;
  const flush = () => {
    if (current && text !== '') {
      const whole = text.replace(BLANKS, ' ').trim();
      if (whole !== '') {
        drafts.push({
          text: whole,
          element: current.element,
          box: current,
          kind: current.element.name,
          linkLength,
          strongLength,
          ...(href !== undefined && linkLength > whole.length * 0.5 && { href }),
        });
        current.length += whole.length;
        current.linkLength += linkLength;
        current.blocks++;
      }
    }
    text = '';
    linkLength = 0;
    strongLength = 0;
    href = undefined;
    isBroken = false;
  };
  const outer: {
    list: AnyNode[];
    at: number;
    box: Box | null;
    current: Box | null;
    link: string | null;
    strong: number;
  }[] = [];
  let list = root.children;
  let at = 0;
  for (;;) {
    if (at >= list.length) {
      const up = outer.pop();
      if (!up) break;
      if (near && current === near) flush();
      if (near) {
        near.children = null;
        if (near.parent) {
          near.parent.prose += near.prose;
          near.parent.length += near.length;
          near.parent.linkLength += near.linkLength;
          near.parent.blocks += near.blocks;
        } else all += near.prose;
      }
      ({ list, at, box: near, current, link, strong } = up);
      continue;
    }
    const node = list[at++] as AnyNode;
    if (isText(node)) {
      if (!current) continue;
      const { data } = node;
      const length = data.trim().length;
      if (length === 0) {
        text += ' ';
        continue;
      }
      text += data;
      isBroken = false;
      if (link !== null) {
        linkLength += length;
        href ??= link;
      } else if (length > LABEL && near) near.prose += length;
      if (strong > 0) strongLength += length;
      continue;
    }
    if (!isTag(node) || SKIPPED.has(node.name)) continue;
    if (node.name === 'br') {
      if (isBroken) flush();
      else {
        text += '\n';
        isBroken = true;
      }
      continue;
    }
    const isBlock = BLOCK_TAGS.has(node.name);
    if (isBlock) flush();
    outer.push({ list, at, box: near, current, link, strong });
    if (node.name === 'a') link = node.attribs.href ?? '';
    else if (STRONG.has(node.name)) strong++;
    near = boxOf(node, near);
    boxes.push(near);
    if (isBlock) current = near;
    list = node.children;
    at = 0;
  }
  flush();
  for (const box of boxes) {
    const own = box.ownHint;
    const isTrue =
      own !== null && box.prose / Math.max(1, all) <= (own === 'comment' ? COMMENTS_SHARE : TOO_LARGE_SHARE);
    box.hint = box.parent?.hint ?? (isTrue ? own : null);
  }
  return drafts.map((draft) => ({ ...draft, hint: draft.box.hint }));
}

function boxOf(element: Element, parent: Box | null): Box {
  const twinKey = `${element.name} ${(element.attribs.class ?? '').replace(/\d+/g, '#')}`;
  if (parent) {
    parent.children ??= new Map();
    const seen = (parent.children.get(twinKey) ?? 0) + 1;
    parent.children.set(twinKey, seen);
    if (seen > 1) parent.twins++;
  }
  return {
    element,
    parent,
    depth: parent ? parent.depth + 1 : 0,
    ownHint: hintOf(element.name, element.attribs),
    toStory: isStoryName(element.name, element.attribs)
      ? 0
      : parent && parent.toStory >= 0
        ? parent.toStory + 1
        : -1,
    around: (parent?.around ?? 0) | (AROUND[element.name] ?? 0),
    hint: null,
    prose: 0,
    length: 0,
    linkLength: 0,
    blocks: 0,
    twins: 0,
    twinKey,
    children: null,
  };
}
