import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const WEB = fileURLToPath(new URL('../../src/web', import.meta.url));
/** Attributes that people read or hear. */
const READ = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'label',
  'placeholder',
  'title',
]);
/** Names of formats and codes, which are the same in every language. */
const SAME = new Set(['CSV', 'JSON', 'PLOVER']);

/** The words that a component says itself instead of asking the messages. */
function wordsIn(path: string): string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const say = (text: string) => {
    if (/\p{L}/u.test(text) && !SAME.has(text.replaceAll('·', '').trim()))
      found.push(`${relative(WEB, path)}: ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    // What stands on a key is the key.
    if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'kbd') return;
    if (ts.isJsxText(node)) say(node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      literals(node.expression);
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) say(node.initializer.text);
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression)
        literals(node.initializer.expression);
    }
    ts.forEachChild(node, visit);
  };
  /** Texts that an expression gives as they are: what it chooses among, and what templates put around values. */
  const literals = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node)) say(node.text);
    else if (ts.isTemplateExpression(node))
      for (const { text } of [node.head, ...node.templateSpans.map(({ literal }) => literal)]) say(text);
    else if (ts.isConditionalExpression(node)) {
      literals(node.whenTrue);
      literals(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) literals(node.right);
    else if (ts.isParenthesizedExpression(node)) literals(node.expression);
  };
  visit(source);
  return found;
}

it('every word that a person reads on the desk is in the message files', () => {
  const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((name) => wordsIn(join(WEB, name)))).toEqual([]);
});

it('every message has a text, and its forms come in pairs', () => {
  const folder = join(WEB, 'messages/en');
  const keys = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    const messages = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>;
    for (const [key, text] of Object.entries(messages)) {
      expect(text.trim(), key).not.toBe('');
      expect(keys.get(key), `${key} stands in ${name} and in`).toBeUndefined();
      keys.set(key, name);
    }
  }
  for (const key of keys.keys())
    if (key.endsWith('_one')) expect(keys.has(key.replace(/_one$/, '_other')), key).toBe(true);
});
