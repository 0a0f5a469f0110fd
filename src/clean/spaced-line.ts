import type { Block } from './html-blocks.ts';
import { squeezeBlanks } from './signs.ts';
import { BR } from './tags.ts';
import type { TreeNode } from './tree.ts';

/** Lines longer than this are prose. */
const LONGEST = 200;
const MOST_NODES = 200;

/**
 * The text of a short block with blanks between its elements, where the page sets them apart by style alone:
 * `<span>By Ana Petrova</span><span>6 March</span>` is read `By Ana Petrova 6 March`. Other blocks as they are.
 */
export function spacedLine({ text, element }: Block): string {
  if (text.length > LONGEST) return text;
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
  const bare = (line: string) => line.replace(/ /g, '');
  return bare(folded) === bare(text) ? folded : text;
}
