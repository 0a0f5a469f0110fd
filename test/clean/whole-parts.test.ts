import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../src/clean/html-blocks.ts';
import { parsePage } from '../../src/clean/parse.ts';
import { withWholeParts } from '../../src/clean/whole-parts.ts';

/** What is picked: blocks whose text begins with `+`. */
function wholeOf(html: string): string[] {
  const blocks = blocksOf(parsePage(`<body>${html}</body>`));
  const picked = blocks.flatMap(({ text }, index) => (text.startsWith('+') ? [index] : []));
  return withWholeParts(blocks, picked).map((index) => blocks[index]?.text ?? '');
}

const [A, B, C] = ['<p>+one</p>', '<p>+two</p>', '<p>+three</p>'];

describe('parts of a story are kept whole', () => {
  it.each([
    ['a list', `${A}${B}<ul><li>x</li><li>y</li></ul>${C}`, ['+one', '+two', 'x', 'y', '+three']],
    [
      'a table',
      `${A}${B}<table><tr><th>x</th><td>1</td></tr></table>${C}`,
      ['+one', '+two', 'x', '1', '+three'],
    ],
    ['a heading', `${A}${B}<h2>x</h2>${C}`, ['+one', '+two', 'x', '+three']],
    ['a list announced', `${A}<p>+these:</p><ul><li>x</li></ul>`, ['+one', '+these:', 'x']],
    [
      'a quotation and its speaker',
      `${A}${B}<blockquote><p>x</p><footer>y</footer></blockquote>${C}`,
      ['+one', '+two', 'x', 'y', '+three'],
    ],
    [
      'the greater part of a list',
      `<section><ul><li>+x</li><li>+y</li><li>z</li></ul></section>${A}`,
      ['+x', '+y', 'z', '+one'],
    ],
    ['no list of links', `${A}${B}<ul><li><a href="/x">x</a></li></ul>${C}`, ['+one', '+two', '+three']],
    ['no list behind', `${A}${B}<ul><li>x</li></ul>`, ['+one', '+two']],
    [
      'no list elsewhere',
      `<div>${A}${B}</div><div><ul><li>x</li></ul></div><div>${C}</div>`,
      ['+one', '+two', '+three'],
    ],
    ['no heading of what is left out', `${A}${B}<h2>x</h2><div>y</div>${C}`, ['+one', '+two', '+three']],
    ['no furniture', `${A}${B}<blockquote>Read also: x</blockquote>${C}`, ['+one', '+two', '+three']],
  ])('%s', (_, html, texts) => expect(wholeOf(html)).toEqual(texts));
});
