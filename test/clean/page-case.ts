import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { textOf } from '../../src/clean/element-text.ts';
import { articleHtml, clean } from '../../src/clean/index.ts';
import { parsePage } from '../../src/clean/parse.ts';
import { type Element, isElement, type TreeNode } from '../../src/clean/tree.ts';
import { makePage } from '../../src/collect/index.ts';

/** A page in a folder of its own: `source.html`, and what must come of it in `expected.json`. */
export const Expected = z.strictObject({
  /** What the page is there to show. */
  why: z.string(),
  /** What the caller of `clean` knows of the page. */
  given: z.strictObject({ url: z.string() }).optional(),
  article: z.record(z.string(), z.unknown()),
  /** Paragraphs in order, each behind its tag in the HTML for display, lists, tables and quotations named before it: `ul li`. */
  story: z.array(z.tuple([z.string(), z.string()])),
  /** Reason and text of each removed piece, in order. */
  removed: z.array(z.tuple([z.string(), z.string()])),
  related: z.array(z.looseObject({})).optional(),
  notes: z.array(z.string()),
});
export type Expected = z.infer<typeof Expected>;

export const PAGES = new URL('./pages/', import.meta.url);

export function pageNames(): string[] {
  return readdirSync(PAGES).sort();
}

export function sourceOf(name: string): Buffer {
  return readFileSync(new URL(`${name}/source.html`, PAGES));
}

export function expectedOf(name: string): Expected | null {
  const file = new URL(`${name}/expected.json`, PAGES);
  return existsSync(file) ? Expected.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** What comes of a page now, in the form of `expected.json` less its `why`. */
export function outcomeOf(source: Buffer, given: Expected['given']): Omit<Expected, 'why'> {
  const page = makePage(source, 'case', { format: 'html', ...given });
  const { article, notes } = clean(page);
  const { id: _, text: _text, paragraphs, removed, residue, related, sources: _sources, ...known } = article;
  return {
    ...(given && { given }),
    article: {
      ...known,
      ...(residue.length > 0 && { residue: residue.map(({ language, text }) => `${language}: ${text}`) }),
    },
    story: storyIn(articleHtml(page, article)),
    removed: removed.map(({ reason, text }) => [reason, text]),
    ...(related.length > 0 && { related }),
    notes: notes.map(({ message }) => message),
    ...(paragraphs.length === 0 && { story: [] }),
  };
}

/** Paragraphs of the HTML for display, each behind the tags around it. */
function storyIn(html: string): [string, string][] {
  const story: [string, string][] = [];
  const open: { node: TreeNode; tags: string }[] = [];
  const put = (children: readonly TreeNode[], tags: string) => {
    for (const node of children.toReversed()) open.push({ node, tags });
  };
  put(parsePage(html).children, '');
  for (let at = open.pop(); at; at = open.pop()) {
    const { node } = at;
    if (!isElement(node) || !isBlock(node)) continue;
    const tags = `${at.tags} ${node.name}`.trim();
    const text = ownText(node);
    if (text !== '') story.push([tags, text]);
    put(node.children, tags);
  }
  return story;
}

function isBlock(node: TreeNode): node is Element {
  return isElement(node) && node.tag.isBlock;
}

/** Text of an element outside of the blocks in it. */
function ownText(element: Element): string {
  return element.children
    .filter((node) => !isBlock(node))
    .map((node) => (isElement(node) ? textOf(node) : node))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Writes what a page must come to, a pair of texts a line. */
export function writeExpected(name: string, expected: Expected): void {
  const json = JSON.stringify(expected, null, 2).replace(
    /\[\n\s+("(?:[^"\\]|\\.)*"),\n\s+("(?:[^"\\]|\\.)*")\n\s+\]/g,
    '[$1, $2]',
  );
  writeFileSync(new URL(`${name}/expected.json`, PAGES), `${json}\n`);
}
