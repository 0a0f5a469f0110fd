import { describe, expect, it } from 'vitest';
import type { Article, Removed } from '../../src/web/api/client.ts';
import { comes, pageOrder } from '../../src/web/reader/page-order.ts';

const path = (text: string) => ({ path: text });
const removed = (text: string, at?: string): Removed => ({
  text,
  reason: 'navigation',
  ...(at !== undefined && { source: path(at) }),
});
const article = (paths: readonly string[], taken: readonly Removed[]) =>
  ({
    paragraphs: paths.map((_, index) => ({ start: index, end: index + 1, text: 'x' })),
    sources: paths.map(path),
    removed: [...taken],
  }) as unknown as Article;
/** Paragraphs as their numbers, removed pieces as their texts. */
const order = (of: Article) =>
  pageOrder(of).map((piece) => ('paragraph' in piece ? piece.paragraph : piece.removed.text));

describe('pageOrder', () => {
  it('puts each removed piece between the paragraphs where it stood', () => {
    const taken = [
      removed('menu', '/body/nav[1]'),
      removed('link', '/body/p[2]'),
      removed('form', '/body/p[9]'),
    ];
    expect(order(article(['/body/p[1]', '/body/p[3]'], taken))).toEqual(['menu', 0, 'link', 1, 'form']);
  });

  it('keeps pieces without a place where their neighbours are', () => {
    const taken = [removed('byline'), removed('link', '/body/p[2]'), removed('share')];
    expect(order(article(['/body/p[1]', '/body/p[3]'], taken))).toEqual(['byline', 0, 'link', 'share', 1]);
  });

  it('loses nothing, and never changes the order of the story or of what was taken', () => {
    const taken = ['/body/p[5]', '/body/p[1]', '/body/p[3]'].map((at) => removed(at, at));
    const all = order(article(['/body/p[2]', '/body/p[4]'], taken));
    expect(all.filter((one) => typeof one === 'number')).toEqual([0, 1]);
    expect(all.filter((one) => typeof one === 'string')).toEqual(taken.map(({ text }) => text));
  });

  it('gives back an article without anything taken away, and one without paragraphs', () => {
    expect(order(article(['/body/p[1]'], []))).toEqual([0]);
    expect(order(article([], [removed('menu')]))).toEqual(['menu']);
  });
});

describe('comes', () => {
  it.each([
    ['/body/p[2]', '/body/p[10]', -1],
    ['/body/div[3]/p[1]', '/body/div[2]/p[9]', 1],
    ['/body/nav[1]', '/body/p[1]', -1],
    ['/body/footer[1]', '/body/p[4]', 1],
    ['/body/p[1]', '/body/p[1]', 0],
  ])('%s and %s', (one, other, sign) => {
    expect(Math.sign(comes(path(one), path(other)))).toBe(sign);
  });

  it('compares bytes, and says nothing of a path and bytes', () => {
    expect(comes({ bytes: [4, 9] }, { bytes: [10, 12] })).toBeLessThan(0);
    expect(comes({ bytes: [4, 9] }, path('/body'))).toBe(0);
    expect(comes(undefined, path('/body'))).toBe(0);
  });
});
