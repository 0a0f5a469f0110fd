import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../src/clean/html-blocks.ts';
import { clean } from '../../src/clean/index.ts';
import { nodeFinder } from '../../src/clean/node-path.ts';
import { parsePage } from '../../src/clean/parse.ts';
import { decodePage, makePage } from '../../src/collect/index.ts';
import { expectedOf, outcomeOf, pageNames, sourceOf } from './page-case.ts';

describe('cleaning of pages', () => {
  it.each(pageNames())('%s', (name) => {
    const expected = expectedOf(name);
    expect(expected, `npm run case:new -- FILE --name ${name}`).not.toBeNull();
    const { why: _, ...wanted } = expected as NonNullable<typeof expected>;
    expect(outcomeOf(sourceOf(name), wanted.given)).toEqual(wanted);
  });

  it.each(pageNames())('%s: every piece, kept or removed, is found again by its path', (name) => {
    const page = makePage(sourceOf(name), 'case', { format: 'html' });
    const { article } = clean(page);
    const root = parsePage(decodePage(page));
    const find = nodeFinder(root);
    const blocks = blocksOf(root);
    const linesIn = (path: string) => {
      const element = find(path);
      return blocks.filter((block) => block.element === element).map(({ text }) => text);
    };
    for (const { text, source } of article.removed)
      expect(linesIn(source && 'path' in source ? source.path : '')).toContain(text);
    expect(article.sources?.length).toBe(article.paragraphs.length);
    article.paragraphs.forEach(({ text }, place) => {
      const source = article.sources?.[place];
      const path = source && 'path' in source ? source.path : '';
      if (find(path)?.name === 'script') return;
      expect(linesIn(path)).toContain(text);
    });
  });

  it.each(pageNames())('%s: nothing is lost and nothing is there twice', (name) => {
    const page = makePage(sourceOf(name), 'case', { format: 'html' });
    const { article } = clean(page);
    const root = parsePage(decodePage(page));
    const isFromData = article.sources?.some((source) => 'path' in source && /script/.test(source.path));
    const pieces = [
      ...article.removed.map(({ text }) => text),
      ...(isFromData ? [] : article.paragraphs.map(({ text }) => text)),
    ];
    expect(pieces.sort()).toEqual(
      blocksOf(root)
        .map(({ text }) => text)
        .sort(),
    );
  });
});
