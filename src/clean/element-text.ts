import { type AnyNode, type Element, isTag, isText } from 'domhandler';

const SILENT = new Set(['script', 'style', 'template']);

/** The text below an element, white space folded, at most 100,000 characters. Without recursion. */
export function textOf(element: Element): string {
  let text = '';
  const open: AnyNode[] = [...element.children].reverse();
  for (let node = open.pop(); node && text.length < 100_000; node = open.pop()) {
    if (isText(node)) text += node.data;
    else if ('children' in node && !(isTag(node) && SILENT.has(node.name)))
      for (let index = node.children.length - 1; index >= 0; index--)
        open.push(node.children[index] as AnyNode);
  }
  return text.replace(/\s+/g, ' ').trim();
}
