import type { AnyNode } from 'domhandler';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { KEPT_ATTRIBUTES } from '../../src/clean/attributes.ts';
import { parsePage } from '../../src/clean/parse.ts';
import type { Tree, TreeNode } from '../../src/clean/tree.ts';

/** Of styles and scripts only data are kept, so that their text is not compared. */
const CODE = new Set(['style', 'script']);

/** A tree as lines, a node a line: its depth and what it is. */
function linesOf({ children }: Pick<Tree, 'children'>): string[] {
  const lines: string[] = [];
  const open: [TreeNode, number][] = [...children].reverse().map((node) => [node, 0]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    lines.push(lineOf(depth, node));
    if (typeof node !== 'string')
      for (const child of node.children.toReversed())
        if (typeof child !== 'string' || !CODE.has(node.name)) open.push([child, depth + 1]);
  }
  return lines;
}

function lineOf(depth: number, node: string | { readonly name: string; readonly attribs: object }): string {
  if (typeof node === 'string') return `${depth} ${JSON.stringify(withoutRuns(node))}`;
  const attributes = attributesOf(node.attribs);
  return `${depth} <${node.name.toLowerCase()}> ${JSON.stringify(attributes)}`;
}

function attributesOf(attribs: object): [string, unknown][] {
  return KEPT_ATTRIBUTES.map((name): [string, unknown] => [name, Reflect.get(attribs, name)]).filter(
    ([, value]) => value !== undefined,
  );
}

/** Of texts of blanks only whether a line ends in them is kept. */
function withoutRuns(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, (blanks) => (blanks.includes('\n') ? '\n' : ' '));
}

/** The same of htmlparser2's tree. */
function peerLinesOf(html: string): string[] {
  const lines: string[] = [];
  const open: [AnyNode, number][] = [[parseDocument(html), -1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    // An empty CDATA section is a text of nothing to it.
    if (node.type === 'text') lines.push(...(node.data === '' ? [] : [lineOf(depth, node.data)]));
    else if ('attribs' in node) lines.push(lineOf(depth, node));
    if ('children' in node)
      for (const child of node.children.toReversed())
        if (child.type !== 'text' || !('name' in node && CODE.has(node.name))) open.push([child, depth + 1]);
  }
  return lines;
}

/** Ends whatever may be open, since at the end of a page the two differ: here a tag that the page breaks off in is left out. */
const END = `-->"'>]]></script></title></style></textarea></iframe></xmp></noembed></noframes><hr>the end<hr>`;
const PIECES = [
  ...'< > " \' = / - ! & &# text é 😀 </ </> </p <!-- --> --!> <!--> <!---> <![CDATA[ ]]> <!'.split(' '),
  ...'<div> </div> <p> </p> <br> </br> <br/> <b> </b> <li> <ul> </ul> <x-a> </X-A> <img> </img> <hr>'.split(
    ' ',
  ),
  ...'<table> <tr> <td> <th> <thead> <tbody> </table> <dd> <dt> <h1> </h1> <form> </form> <input>'.split(' '),
  ...'<option> <select> <button> <body> <head> </head> <link> <ruby> <rb> <rt> <image> </image>'.split(' '),
  ...'<script> </script> </SCRIPT <scriptx> <style> </style> <title> </title> <titles> <textarea>'.split(' '),
  ...'</textarea> <iframe> </iframe> <xmp> <noframes> </noframes> <noscript> <template>'.split(' '),
  ...'<svg> </svg> <svg/> <circle/> <desc> </desc> <math> <mi> </mi> </math>'.split(' '),
  ...'&amp; &amp &lt &not &notit; &copy CDATA <?php <!doctype'.split(' '),
  ' ',
  '\n',
  `<a href = 'q&amp=1&copy' class=b id="c" id=d data-x="<p>">`,
  '<a HREF=/x/>',
  '</a>',
  '</ x>',
  '<p hidden/class="x"role=y>',
  '<svg><foreignObject><p>in</p></foreignObject></svg>',
];

describe('the tree of a page', () => {
  it('is that of htmlparser2', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }), (pieces) => {
        // In a title, htmlparser2 passes over an entity right behind a sign that might begin an end tag.
        const html = `${pieces.join('').replace(/<\/?&/g, '&')}${END}`;
        expect(linesOf(parsePage(html))).toEqual(peerLinesOf(html));
      }),
      { numRuns: 1500 },
    );
  });

  it('is that of htmlparser2 for tags in any order of signs', () => {
    const sign = fc.constantFrom(...'<>/="\' ab-!\n');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const html = `<p>${signs.join('')}${END}`;
        expect(linesOf(parsePage(html))).toEqual(peerLinesOf(html));
      }),
      { numRuns: 1500 },
    );
  });

  it('is the same for bytes of UTF-8 as for their text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES, '<é>', '<a title="ü &amp; 😀">'), { maxLength: 24 }),
        (pieces) => {
          const text = pieces.join('');
          expect(linesOf(parsePage({ text: '', utf8: Buffer.from(text) }))).toEqual(linesOf(parsePage(text)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(KEPT_ATTRIBUTES)('has each attribute under its name: %s', (name) => {
    const [element] = parsePage(`<a data-x="y" ${name}="value" z>`).elements;
    expect(attributesOf(element?.attribs ?? {})).toEqual([[name, 'value']]);
  });

  it('keeps of scripts and styles only data', () => {
    const data = '<script type="application/ld+json">{"a":"</b>"}</script>';
    const { elements } = parsePage(
      `<style>p{}</style><script>a()</script>${data}<script type="importmap">{}</script>`,
    );
    expect(elements.map(({ children }) => children)).toEqual([[], [], ['{"a":"</b>"}'], []]);
  });

  it('lists the elements in the order of the page', () => {
    const { elements } = parsePage('<ul><li>a<b>b</b><li>c</ul><p>d');
    expect(elements.map(({ name }) => name)).toEqual(['ul', 'li', 'b', 'li', 'p']);
    expect(elements.map(({ parent }) => parent?.name)).toEqual([undefined, 'ul', 'li', 'ul', undefined]);
  });

  it.each([
    ['text', '<p>a', '"a"'],
    ['a sign that begins no tag', '<p>a<', '"a<"'],
    ['a start tag', '<p>a<div class="b', '"a"'],
    ['an end tag', '<p>a</div', '"a"'],
    ['a comment', '<p>a<!-- b', '"a"'],
    ['a title', '<p>a<title>b</tit', '"b</tit"'],
  ])('of a page that breaks off in %s has what came before', (_, html, last) => {
    expect(linesOf(parsePage(html)).at(-1)).toContain(last);
  });
});
