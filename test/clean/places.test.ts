import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../src/clean/html-blocks.ts';
import { clean } from '../../src/clean/index.ts';
import { nodeFinder } from '../../src/clean/node-path.ts';
import { parsePage } from '../../src/clean/parse.ts';
import { decodePage, makePage, type Page } from '../../src/collect/index.ts';
import { RemovalReason } from '../../src/model/index.ts';
import { pageNames, sourceOf } from './page-case.ts';

/** Every piece, kept or removed, is a line of the element that its path leads to; nothing is lost, nothing is there twice. */
function expectPlaces(page: Page): void {
  const { article } = clean(page);
  const tree = parsePage(decodePage(page));
  const find = nodeFinder(tree);
  const blocks = blocksOf(tree);
  const linesIn = (path: string) => {
    const element = find(path);
    return blocks.filter((block) => block.element === element);
  };
  const pieces: string[] = [];
  for (const { text, reason, source } of article.removed) {
    expect(RemovalReason.options).toContain(reason);
    // Inline elements that stand side by side are parted in what is removed.
    const line = linesIn(source && 'path' in source ? source.path : '').find(({ spaced }) => spaced === text);
    expect(line?.spaced).toBe(text);
    pieces.push(line?.text ?? '');
  }
  expect(article.sources?.length).toBe(article.paragraphs.length);
  article.paragraphs.forEach(({ text }, place) => {
    const source = article.sources?.[place];
    const path = source && 'path' in source ? source.path : '';
    // A story that only the data of the page give.
    if (find(path)?.name === 'script') return;
    expect(linesIn(path).map((line) => line.text)).toContain(text);
    pieces.push(text);
  });
  expect(pieces.sort()).toEqual(blocks.map(({ text }) => text).sort());
}

describe('places in the source', () => {
  it.each(pageNames())('lead back: %s', (name) =>
    expectPlaces(makePage(sourceOf(name), 'case', { format: 'html' })),
  );

  it('lead back on any page', () => {
    const piece = fc.constantFrom(
      ...'<div> </div> <p> </p> <ul> <li> </ul> <table> <tr> <td> </table> <b> </b> <br> <br><br> <nav> </nav> <svg> </svg> <form> <h1> <h2> <section> <article> </article> <x-y> <footer>'.split(
        ' ',
      ),
      'See also: x',
      'Talks in Varda',
      '<a href="/x">the list of all the posts on the road</a>',
      '<p>The delegations of both sides met at the bridge on Thursday and spoke for nine hours about the closed road.</p>',
      'The convoy was let through on Friday, the mediator said, and the observers counted two hundred lorries. ',
      'é 😀 ',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), (pieces) =>
        expectPlaces(makePage(Buffer.from(`<body>${pieces.join('')}`), 'test', { format: 'html' })),
      ),
      { numRuns: 200 },
    );
  });
});
