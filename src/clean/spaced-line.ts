import type { Block } from './html-blocks.ts';
import { squeezeBlanks } from './signs.ts';
import { BR } from './tags.ts';
import { isElement, type TreeNode } from './tree.ts';

/** Lines longer than this are prose. */
const LONGEST = 200;
const MOST_NODES = 200;

/**
 * The text of a short block with blanks between its elements, where the page sets them apart by style alone:
 * `<span>By Ana Petrova</span><span>6 March</span>` is read `By Ana Petrova 6 March`. Other blocks as they are.
 */
export function spacedLine(block: Block): string {
  block.spaced ??=
    block.text.length > LONGEST || !block.element.children.some(isElement) ? block.text : spacedText(block);
  return block.spaced;
}

function spacedText({ text, element }: Block): string {
  let spaced = '';
  let isEdge = false;
  let left = MOST_NODES;
  const open: (TreeNode | null)[] = [...element.children].reverse();
  for (let node = open.pop(); node !== undefined && left-- > 0; node = open.pop()) {
    if (node === null) isEdge = true;
    else if (typeof node === 'string') {
      spaced += node;
      isEdge = false;
    } else if (node.tag === BR) spaced += ' ';
    else if (!node.tag.isBlock && !node.tag.isSkipped) {
      if (isEdge) spaced += ' ';
      isEdge = false;
      open.push(null);
      for (let index = node.children.length - 1; index >= 0; index--)
        open.push(node.children[index] as TreeNode);
    }
  }
  const folded = squeezeBlanks(spaced);
  return folded !== text && areAlike(folded, text) ? folded : text;
}

/** Whether two texts are the same but for their blanks. */
function areAlike(one: string, other: string): boolean {
  let [at, place] = [0, 0];
  for (;;) {
    while (one.charCodeAt(at) === 32) at++;
    while (other.charCodeAt(place) === 32) place++;
    if (at >= one.length || place >= other.length) return at >= one.length && place >= other.length;
    if (one.charCodeAt(at++) !== other.charCodeAt(place++)) return false;
  }
}
