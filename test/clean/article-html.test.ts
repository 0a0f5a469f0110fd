import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { articleHtml, clean } from '../../src/clean/index.ts';
import { makePage } from '../../src/collect/index.ts';

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

/** Tags and attributes of some HTML, as a parser sees them. */
function partsOf(html: string): { tags: string[]; attributes: string[] } {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  const open = [...parseDocument(html).children];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'tag' || node.type === 'script' || node.type === 'style') {
      tags.add(node.name);
      for (const [name, value] of Object.entries(node.attribs)) attributes.add(`${name}=${value}`);
      open.push(...node.children);
    }
  }
  return { tags: [...tags], attributes: [...attributes] };
}

const SAFE_TAGS = new Set(
  'p h2 h3 h4 ul ol li dl dt dd blockquote pre table tr td th a abbr b br cite code dfn em i mark q s small strong sub sup time u'.split(
    ' ',
  ),
);

function expectSafe(html: string): void {
  const { tags, attributes } = partsOf(html);
  for (const tag of tags) expect(SAFE_TAGS.has(tag), `<${tag}> in ${html}`).toBe(true);
  for (const attribute of attributes)
    expect(attribute).toMatch(
      /^(?:href=https?:\/\/|rel=noopener noreferrer nofollow$|referrerpolicy=no-referrer$|dir=auto$)/,
    );
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

  it('gives the lines of one element once', () => {
    const html = htmlOf('', `<div>${STORY[2]}<br><br>${STORY[0]} And more.</div>`);
    expect(html.split('And more.')).toHaveLength(2);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java&#10;script:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="//evil.example/">x</a>',
    '<svg><script>alert(1)</script></svg>',
    '<svg/onload=alert(1)>',
    '<math><mtext><table><mglyph><style><img src onerror=alert(1)>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<b style="background:url(javascript:alert(1))">x</b>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<style>@import "https://evil.example/x.css";</style>',
    '<form action="https://evil.example"><button formaction="javascript:alert(1)">x</button></form>',
    '<template><img src=x onerror=alert(1)></template>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<em onmouseover="alert(1)">x</em>',
    '<!--><script>alert(1)</script>-->',
    '<a href="https://example.org/&quot;><script>alert(1)</script>">x</a>',
  ])('lets nothing through that could act: %s', (inside) => expectSafe(htmlOf(inside)));

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

  it('bears a hundred thousand levels', () => {
    expectSafe(htmlOf(`${'<b>'.repeat(100_000)}deep`));
  });
});
