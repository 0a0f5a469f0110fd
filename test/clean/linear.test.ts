import { describe, expect, it } from 'vitest';
import { articleHtml, clean } from '../../src/clean/index.ts';
import { makePage } from '../../src/collect/index.ts';

const P = 'The delegations of both sides met at the bridge on Thursday and spoke about the closed road.';
const times = (count: number, piece: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => piece(at)).join('');

/** Pages of any length, each with much of one thing. */
const PAGES: readonly (readonly [string, (count: number) => string])[] = [
  ['paragraphs', (count) => times(count, (at) => `<p>${P} ${at}</p>`)],
  ['lines of one element', (count) => `<div>${times(count, (at) => `${P} ${at}<br><br>`)}</div>`],
  [
    'items of one list',
    (count) => `<p>${P}</p><p>${P}</p><ul>${times(count, (at) => `<li>${at} lorries</li>`)}</ul><p>${P}</p>`,
  ],
  [
    'cells',
    (count) =>
      `<p>${P}</p><p>${P}</p><table>${times(count, (at) => `<tr><th>${at}</th><td>x</td></tr>`)}</table><p>${P}</p>`,
  ],
  ['headings', (count) => times(count, (at) => `<h2>Part ${at}</h2><p>${P}</p>`)],
  ['links', (count) => times(count, (at) => `<a href="/${at}">story ${at}</a> `)],
  [
    'lists of one link',
    (count) => times(count, (at) => `<ul><li><a href="/${at}">The story of the day ${at}</a></li></ul>`),
  ],
  ['levels', (count) => `${'<div>'.repeat(count)}<p>${P}</p>`],
  ['levels with text', (count) => times(count, () => `<div>${P}`)],
  ['inline levels', (count) => `<p>${P} ${'<b><i>'.repeat(count)}x</p>`],
  ['articles', (count) => times(count, (at) => `<article><h1>Story ${at}</h1><p>${P}</p></article>`)],
  ['dates', (count) => times(count, (at) => `<p>Updated ${(at % 28) + 1} March 2031</p>`)],
  ['time elements', (count) => times(count, (at) => `<time datetime="2031-03-${(at % 28) + 1}">x</time>`)],
  [
    'crumbs',
    (count) =>
      `<div class="breadcrumb">${times(count, (at) => `<a href="/">a${at}</a> / `)}</div><p>${P}</p>`,
  ],
  ['writers', (count) => times(count, (at) => `<p class="author">Ana Petrova${at % 2}</p>`)],
  [
    'scripts of data',
    (count) =>
      times(
        count,
        (at) => `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${at}"}</script>`,
      ),
  ],
  [
    'one script of data',
    (count) =>
      `<script type="application/ld+json">[${times(count, () => '{"@type":"Thing"},')}{}]</script><p>${P}</p>`,
  ],
  ['meta elements', (count) => times(count, (at) => `<meta name="author" content="${at}">`)],
  ['brackets', (count) => `<p>${P} ${'[('.repeat(count)}</p>`],
  ['entities', (count) => `<p>${P} ${'&amp;&#x20;'.repeat(count)}</p>`],
  ['blanks', (count) => `<p>${P}${' \n'.repeat(count)}${P}</p>`],
  ['names of one class', (count) => `<p class="${times(count, (at) => `a${at}-b `)}">${P}</p>`],
  [
    'separators',
    (count) => `<h1>x</h1><p>By ${'| '.repeat(count)}</p><title>${'a | '.repeat(count)}</title><p>${P}</p>`,
  ],
];
const STEP = 8;
/** Growth is about 8 where work is linear, and 64 where it is quadratic: the border leaves room for a busy machine. */
const MOST_GROWTH = 28;
/** Characters of the record for each of the page: the longest path of each piece, and no more. */
const MOST_OUTPUT = 150;

describe('the work on a page grows with its length, not with its square:', () => {
  it.each(PAGES)('%s', (_, pageOf) => {
    // As many as take some milliseconds.
    let count = 100;
    while (count < 1500 && timeOf(pageOf(count)) < 3) count *= 2;
    const growth = () => timeOf(pageOf(count * STEP)) / Math.max(1, timeOf(pageOf(count)));
    let least = growth();
    for (let again = 0; least > MOST_GROWTH && again < 4; again++) least = Math.min(least, growth());
    expect(least).toBeLessThan(MOST_GROWTH);
  });

  it.each(PAGES)('and so does what comes of it: %s', (_, pageOf) => {
    const html = pageOf(1000);
    expect(JSON.stringify(cleaned(html)).length).toBeLessThan(html.length * MOST_OUTPUT + 10_000);
  });
});

function cleaned(html: string) {
  const page = makePage(Buffer.from(`<body>${html}</body>`), 'test', { format: 'html' });
  const { article } = clean(page);
  return { article, html: articleHtml(page, article) };
}

/** Milliseconds of processor time. */
function timeOf(html: string): number {
  const start = process.cpuUsage();
  cleaned(html);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
