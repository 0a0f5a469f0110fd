import { squeezeBlanks } from './signs.ts';
import { BR } from './tags.ts';
import type { Element, TreeNode } from './tree.ts';

/** Tags that keep their meaning inside a paragraph; all others give way to their content. */
export const INLINE = new Set(
  'a abbr b br cite code dfn em i mark q s small strong sub sup time u'.split(' '),
);

/** A line of an element: its text as `html-blocks.ts` reads it, white space folded, and its HTML. */
export interface ElementLine {
  readonly text: string;
  readonly html: string;
}

const BREAK = '<br>';

type Step = TreeNode | { readonly closes: string };

/**
 * The lines of an element outside of its inner blocks: parted where two `<br>` follow one another, and by inner blocks. Tags that are open
 * at the end of a line are closed and opened again. Only {@link INLINE} tags and the addresses of links are kept; text is escaped. Without
 * recursion; linear.
 */
export function linesOf(element: Element, base: string | undefined): ElementLine[] {
  const lines: ElementLine[] = [];
  const openTags: string[] = [];
  let [text, html] = ['', ''];
  let isBroken = false;
  const flush = () => {
    const whole = squeezeBlanks(text);
    if (whole !== '') {
      const closing = openTags.map((tag) => `</${nameOf(tag)}>`).reverse();
      lines.push({ text: whole, html: (html + closing.join('')).trim() });
    }
    text = '';
    html = openTags.join('');
    isBroken = false;
  };
  const steps: Step[] = [...element.children].reverse();
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'string') {
      text += step;
      html += escaped(step);
      if (step.trim() !== '') isBroken = false;
    } else if ('closes' in step) {
      openTags.pop();
      html += step.closes;
    } else if (step.tag === BR) {
      if (isBroken) flush();
      else {
        text += ' ';
        html += BREAK;
        isBroken = true;
      }
    } else if (step.tag.isBlock) flush();
    else if (!step.tag.isSkipped) {
      if (INLINE.has(step.name)) {
        const tag = openingTag(step, base);
        openTags.push(tag);
        html += tag;
        steps.push({ closes: `</${step.name}>` });
      }
      for (let index = step.children.length - 1; index >= 0; index--)
        steps.push(step.children[index] as TreeNode);
    }
  }
  flush();
  return lines.map((line) => ({ ...line, html: withoutEdges(line.html) }));
}

/** A line without breaks and blanks at its ends. */
function withoutEdges(html: string): string {
  let [from, to] = [0, html.length];
  for (;;) {
    while (from < to && html.charCodeAt(from) <= 32) from++;
    while (from < to && html.charCodeAt(to - 1) <= 32) to--;
    if (html.startsWith(BREAK, from)) from += BREAK.length;
    else if (to - BREAK.length >= from && html.startsWith(BREAK, to - BREAK.length)) to -= BREAK.length;
    else return html.slice(from, Math.max(from, to));
  }
}

function nameOf(tag: string): string {
  return /^<([a-z]+)/.exec(tag)?.[1] ?? '';
}

/** Relative addresses are made whole by the page's own; one that cannot be leaves a link without a goal. */
function openingTag({ name, attribs }: Element, base: string | undefined): string {
  const address =
    name === 'a' && attribs.href && URL.canParse(attribs.href, base) ? new URL(attribs.href, base) : null;
  return address && /^https?:$/.test(address.protocol) ? `<a href="${escaped(address.href)}">` : `<${name}>`;
}

/** Text as HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
