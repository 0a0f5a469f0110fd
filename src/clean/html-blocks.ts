import type { RemovalReason } from '../model/index.ts';
import { type BlockText, readBlock } from './block-reader.ts';
import { type Box, makeBox } from './box.ts';
import { newList } from './lists.ts';
import { lengthWithin } from './signs.ts';
import { spacedAt } from './spaced-line.ts';
import { A, BR } from './tags.ts';
import { BLANK_LINE, BLANK_SPACE, type Element, type Tree, type TreeNode } from './tree.ts';
import { Twins } from './twins.ts';

/** A paragraph-like piece of a page, in document order. */
export interface Block extends BlockText {
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
  readonly href: string | undefined;
  /** Its text with a blank wherever one inline element ends and the next begins: pages set them apart by style alone. */
  readonly spaced: string;
}

/** An element with so large a share of the page's prose is no furniture, whatever it is called. */
const TOO_LARGE_SHARE = 0.4;
const COMMENTS_SHARE = 0.75;
/** Text nodes shorter than this are labels, not prose. */
const LABEL = 20;

/** Flattens a tree into blocks, without recursion: depth costs nothing but memory. Linear. */
export function blocksOf(root: Pick<Tree, 'children'>): Block[] {
  return new Flattener().run(root.children);
}

type Draft = { -readonly [key in keyof Block]: Block[key] };

/** An element whose children are being read. Used again for the next element that lies as deep. */
interface Level {
  list: readonly TreeNode[];
  /** The child that comes next. */
  at: number;
  box: Box | null;
  /** The nearest block-level element. */
  block: Box | null;
  /** The link around. */
  link: Element | null;
  isStrong: boolean;
}

function newLevel(): Level {
  return { list: [], at: 0, box: null, block: null, link: null, isStrong: false };
}

class Flattener {
  private readonly blocks = newList<Draft>();
  private readonly boxes = newList<Box>();
  private readonly twins = new Twins();
  private text = '';
  private linkLength = 0;
  private strongLength = 0;
  /** The first link. */
  private link: Element | null = null;
  private isBroken = false;
  /** Places in the text where one inline element ended and the next began. */
  private gaps: number[] = [];
  /** Whether an inline element has just ended. */
  private isEdge = false;
  /** Characters of running text outside of links in the whole page. */
  private prose = 0;

  run(children: readonly TreeNode[]): Block[] {
    const levels = [newLevel()];
    (levels[0] as Level).list = children;
    let depth = 0;
    for (;;) {
      const level = levels[depth] as Level;
      if (level.at >= level.list.length) {
        this.leave(level);
        if (depth-- === 0) break;
        continue;
      }
      const node = level.list[level.at++] as TreeNode;
      if (typeof node === 'string') {
        if (level.block) this.addText(node, level);
        continue;
      }
      const { tag } = node;
      if (tag.isSkipped) continue;
      if (tag === BR) {
        this.addBreak(level.block);
        continue;
      }
      if (tag.isBlock) this.flush(level.block);
      else this.addGap();
      const box = this.enter(node, level.box);
      if (++depth === levels.length) levels.push(newLevel());
      const inner = levels[depth] as Level;
      inner.list = node.children;
      inner.at = 0;
      inner.box = box;
      inner.block = tag.isBlock ? box : level.block;
      inner.link = tag === A ? node : level.link;
      inner.isStrong = level.isStrong || tag.isStrong;
    }
    return this.hinted();
  }

  private addGap(): void {
    if (this.isEdge && this.text !== '') this.gaps.push(this.text.length);
    this.isEdge = false;
  }

  private addText(data: string, { box, link, isStrong }: Level): void {
    this.isEdge = false;
    const length = data === BLANK_LINE || data === BLANK_SPACE ? 0 : lengthWithin(data);
    if (length === 0) {
      // Blanks at the beginning would go anyway.
      if (this.text !== '') this.text += ' ';
      return;
    }
    this.text = this.text === '' ? data : this.text + data;
    this.isBroken = false;
    if (link !== null) {
      this.linkLength += length;
      this.link ??= link;
    } else if (length > LABEL && box) box.prose += length;
    if (isStrong) this.strongLength += length;
  }

  private addBreak(block: Box | null): void {
    if (this.isBroken) this.flush(block);
    else {
      this.text += '\n';
      this.isBroken = true;
    }
  }

  private flush(box: Box | null): void {
    const said = box && this.text !== '' ? readBlock(this.text) : null;
    if (box && said) {
      const { linkLength } = this;
      const { length } = said.text;
      this.blocks.push({
        text: said.text,
        element: box.element,
        box,
        kind: box.element.name,
        hint: null,
        linkLength,
        strongLength: this.strongLength,
        href: linkLength > length * 0.5 && this.link ? (this.link.attribs.href ?? '') : undefined,
        folded: said.folded,
        wordCount: said.wordCount,
        phrase: said.phrase,
        isSentence: said.isSentence,
        hasStop: said.hasStop,
        sentences: said.sentences,
        commas: said.commas,
        digits: said.digits,
        capitals: said.capitals,
        startsSmall: said.startsSmall,
        hasYear: said.hasYear,
        hasMark: said.hasMark,
        hasCredit: said.hasCredit,
        appeals: said.appeals,
        spaced: this.gaps.length > 0 ? spacedAt(this.text, this.gaps) : said.text,
      });
      box.length += length;
      box.linkLength += linkLength;
      box.blocks++;
    }
    this.text = '';
    if (this.gaps.length > 0) this.gaps = [];
    this.isEdge = false;
    this.linkLength = 0;
    this.strongLength = 0;
    this.link = null;
    this.isBroken = false;
  }

  private enter(element: Element, parent: Box | null): Box {
    const kind = this.twins.kindOf(element);
    const box = makeBox(this.boxes.length, element, parent, kind.key);
    if (parent && this.twins.isAnother(parent, kind)) parent.twins++;
    this.twins.enter();
    this.boxes.push(box);
    return box;
  }

  private leave({ box, block }: Level): void {
    if (!box) {
      this.flush(block);
      return;
    }
    if (box === block) this.flush(block);
    else this.isEdge = true;
    this.twins.leave();
    const { parent } = box;
    if (parent) {
      parent.prose += box.prose;
      parent.length += box.length;
      parent.linkLength += box.linkLength;
      parent.blocks += box.blocks;
    } else this.prose += box.prose;
  }

  /** Believes what names say where the element is not most of the page. */
  private hinted(): Block[] {
    const all = Math.max(1, this.prose);
    for (const box of this.boxes) {
      const own = box.ownHint;
      const isTrue =
        own !== null && box.prose / all <= (own === 'comment' ? COMMENTS_SHARE : TOO_LARGE_SHARE);
      box.hint = box.parent?.hint ?? (isTrue ? own : null);
    }
    for (const block of this.blocks) block.hint = block.box.hint;
    return this.blocks;
  }
}
