import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { articleHtml, clean } from '../../src/clean/index.ts';
import { makePage } from '../../src/collect/index.ts';
import { readDataFile } from '../../src/model/data-file.ts';

const attacks = z
  .array(z.strictObject({ what: z.string(), html: z.string() }))
  .parse(readDataFile(new URL('./attacks.yaml', import.meta.url)));
const { document } = new JSDOM('', { url: 'https://post.example/' }).window;

const STORY = [
  'Delegations of Norland and Sudria met on Tuesday in the border town of Varda, the mediator said after the talks.',
  'The two sides spoke about the closed road and agreed to meet again within a month, according to both foreign ministries.',
  'A spokesman in the capital said that the convoy would be let through on Friday, if the weather in the pass allowed it.',
];

/** The HTML of an article whose second paragraph holds `inside`, and one more block. */
function htmlOf(inside: string, block = ''): string {
  const html = `<html><body><article><h1>Talks in Varda</h1><p>${STORY[0]}</p><p>${STORY[1]} ${inside}</p>${block}<p>${STORY[2]}</p></article></body></html>`;
  const page = makePage(Buffer.from(html), 'test');
  return articleHtml(page, clean(page).article);
}

const SAFE_TAGS = new Set(
  'p h2 h3 h4 ul ol li dl dt dd blockquote pre table tbody tr td th a abbr b br cite code dfn em i mark q s small strong sub sup time u'.split(
    ' ',
  ),
);

/** Read as a browser reads it, the HTML holds nothing but safe elements and attributes, and is the same when it is written and read again. */
function expectSafe(html: string): void {
  const root = document.createElement('div');
  root.innerHTML = html;
  for (const element of root.querySelectorAll('*')) {
    expect(element.namespaceURI).toBe('http://www.w3.org/1999/xhtml');
    expect(SAFE_TAGS.has(element.localName), `<${element.localName}> in ${html}`).toBe(true);
    for (const { name, value } of element.attributes)
      expect(`${name}=${value}`).toMatch(
        /^(?:href=https?:\/\/|rel=noopener noreferrer nofollow$|referrerpolicy=no-referrer$|dir=auto$)/,
      );
  }
  const again = document.createElement('div');
  again.innerHTML = root.innerHTML;
  expect(again.innerHTML).toBe(root.innerHTML);
}

describe('the body of an article as HTML', () => {
  it('keeps emphasis, links, lists, quotations and headings', () => {
    const html = htmlOf(
      'It was <em>the first</em> meeting, <a href="https://example.org/a" onclick="x()" class="y">as reported</a>.',
      `<h2>What comes next</h2><p>${STORY[2]}</p><ul><li>The road across the pass is to be opened on Friday morning, they said.</li><li>The delegations of both sides are to meet in Varda within a month.</li></ul><blockquote>We have agreed on the road and on nothing else, the head of the delegation told reporters.</blockquote>`,
    );
    expect(html).toContain('<em>the first</em>');
    expect(html).toContain('<a href="https://example.org/a" rel="noopener noreferrer nofollow"');
    expect(html).toMatch(/<ul>\s*<li dir="auto">The road/);
    expect(html).toContain('<blockquote dir="auto">We have agreed');
    expect(html).toContain('<h2 dir="auto">What comes next</h2>');
    expectSafe(html);
  });

  it('keeps numbered lists, lists in lists, terms, tables of facts and who is quoted', () => {
    const html = htmlOf(
      '',
      `<p>${STORY[2]}</p><ol><li>The road across the pass is opened.<ul><li>Food and medicine at once.</li></ul></li><li>The observers stay.</li></ol><table><tr><th>Norland</th><td>7 posts</td></tr><tr><th>Sudria</th><td>9 posts</td></tr></table><blockquote><p>We have agreed on the road and on nothing else.</p><footer>Mira Sol, head of the delegation</footer></blockquote><dl><dt>Who fired?</dt><dd>Each side says the other.</dd></dl>`,
    ).replace(/ dir="auto"|\n/g, '');
    expect(html).toContain(
      '<ol><li>The road across the pass is opened.<ul><li>Food and medicine at once.</li></ul></li><li>The observers stay.</li></ol>',
    );
    expect(html).toContain(
      '<table><tr><th>Norland</th><td>7 posts</td></tr><tr><th>Sudria</th><td>9 posts</td></tr></table>',
    );
    expect(html).toContain(
      '<blockquote><p>We have agreed on the road and on nothing else.</p><p>Mira Sol, head of the delegation</p></blockquote>',
    );
    expect(html).toContain('<dl><dt>Who fired?</dt><dd>Each side says the other.</dd></dl>');
  });

  it('leaves out what was taken from the middle of an element', () => {
    const html = htmlOf(
      '',
      `<div>${STORY[2]}<br><br>See also: <b>Ten lakes<br><br>of the</b> plain. ${STORY[0]}</div>`,
    );
    expect(html).not.toContain('Ten lakes');
    expect(html).toContain('<b>of the</b> plain.');
  });

  it('shows a story that is laid out with tables as paragraphs', () => {
    const page = makePage(
      Buffer.from(
        `<table><tr><td>Menu</td><td><h1>Talks in Varda</h1>${STORY.map((text) => `<p>${text}</p>`).join('')}</td></tr></table>`,
      ),
      'test',
      { format: 'html' },
    );
    expect(articleHtml(page, clean(page).article)).not.toMatch(/<(?:table|td)/);
  });

  it('gives the lines of one element once', () => {
    const html = htmlOf('', `<div>${STORY[2]}<br><br>${STORY[0]} And more.</div>`);
    expect(html.split('And more.')).toHaveLength(2);
  });

  it.each(attacks)('lets nothing through that could act: $what', ({ html }) => {
    expectSafe(htmlOf(html));
    expectSafe(htmlOf('', html));
  });

  it('lets nothing through, whatever tags and attributes are mixed', () => {
    const piece = fc.constantFrom(
      '<b',
      '<a href=',
      '"javascript:alert(1)"',
      '<script>',
      '</script>',
      '<svg>',
      '<style>',
      '</style>',
      ' onload=',
      '>',
      '"',
      "'",
      '<!--',
      '-->',
      '<math>',
      '</p>',
      '<p>',
      'text',
      '&lt;',
      '<![CDATA[',
      ']]>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => expectSafe(htmlOf(pieces.join('')))),
      { numRuns: 150 },
    );
  });

  it('holds the text of the article, all of it and nothing else, on any page', () => {
    const piece = fc.constantFrom(
      ...STORY.map((text) => `<p>${text}</p>`),
      ...'<ul> <ol> <li> </li> </ul> <table> <tr> <td> <th> </table> <blockquote> </blockquote> <b> </b> <br> <br><br> <dl> <dt> <dd> <div> </div> <p> <pre> <h2> </h2>'.split(
        ' ',
      ),
      'The convoy was let through on Friday. ',
      'Seven posts ',
      '<a href="/x">the list</a>',
      'See also: x',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 4, maxLength: 40 }), (pieces) => {
        const page = makePage(Buffer.from(`<body>${pieces.join('')}</body>`), 'test', { format: 'html' });
        const { article } = clean(page);
        const html = articleHtml(page, article);
        expectSafe(html);
        const root = document.createElement('div');
        root.innerHTML = html;
        const bare = (text: string | null) => (text ?? '').replace(/\s+/g, '');
        expect(bare(root.textContent)).toBe(bare(article.text));
      }),
      { numRuns: 150 },
    );
  });

  it('bears a hundred thousand levels', () => {
    expectSafe(htmlOf(`${'<b>'.repeat(100_000)}deep`));
  });
});
