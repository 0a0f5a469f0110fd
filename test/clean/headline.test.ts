import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { visibleByline, withoutRole } from '../../src/clean/byline.ts';
import { blocksOf } from '../../src/clean/html-blocks.ts';
import { outletOf } from '../../src/clean/outlet.ts';
import { parsePage } from '../../src/clean/parse.ts';
import { spacedLine } from '../../src/clean/spaced-line.ts';
import { titleOf } from '../../src/clean/title.ts';
import { visibleCrumbs } from '../../src/clean/visible-crumbs.ts';
import { readDataFile } from '../../src/model/data-file.ts';

const cases = z
  .array(z.strictObject({ html: z.string(), byline: z.string().nullable() }))
  .parse(readDataFile(new URL('./byline.cases.yaml', import.meta.url)));
const STORY =
  '<p>The envoys of both sides met at the bridge on Thursday and spoke for nine hours about the road.</p>';

function pageOf(html: string) {
  const blocks = blocksOf(parsePage(`<body>${html}${STORY}</body>`));
  const titleAt = blocks.findIndex(({ kind }) => kind === 'h1');
  const from = blocks.length - 1;
  return { blocks, place: { titleAt, from, to: from } };
}

describe('the writer by the headline', () => {
  it.each(cases)('$html', ({ html, byline }) => {
    const { blocks, place } = pageOf(`<h1>Envoys meet at the bridge</h1>${html}`);
    expect(visibleByline(blocks, place) ?? null).toBe(byline);
  });
});

describe('what a writer is', () => {
  it.each([
    ['Ana Petrova, Staff Writer', 'Ana Petrova'],
    ['Ana Petrova, AP Diplomatic Writer', 'Ana Petrova'],
    ['Klara Winter, Korrespondentin', 'Klara Winter'],
    ['Ana Petrova, Ion Rusu', 'Ana Petrova, Ion Rusu'],
  ])('%s', (byline, name) => expect(withoutRole(byline)).toBe(name));
});

describe('a trail that the page does not mark', () => {
  it.each([
    ['<div>Home / World / Norland</div>', ['Home', 'World', 'Norland']],
    ['<div><a>Accueil</a> &gt; <a>Monde</a></div>', ['Accueil', 'Monde']],
    ['<div><a>Главная</a>»<a>Мир</a>»<a>Долина</a></div>', ['Главная', 'Мир', 'Долина']],
    ['<div>Norland / Sudria / Varda</div>', null],
    ['<div>Home</div>', null],
  ])('%s', (html, crumbs) => {
    const { blocks, place } = pageOf(`${html}<h1>Envoys meet at the bridge</h1>`);
    expect(visibleCrumbs(blocks, place)?.crumbs ?? null).toEqual(crumbs);
  });
});

describe('title and outlet', () => {
  it('are parted by an underscore where no blanks are written', () => {
    const title = '瓦尔达会谈第二天未达成文本_山谷日报网';
    const headings = ['瓦尔达会谈第二天未达成文本'];
    expect(titleOf([title], headings, undefined)).toBe(headings[0]);
    expect(outletOf([], title, headings)).toBe('山谷日报网');
  });
  it('keep the sign between kicker and headline', () =>
    expect(
      titleOf(
        ['Talks in Varda: Second day ends | Talzeitung'],
        ['Talks in Varda Second day ends'],
        undefined,
      ),
    ).toBe('Talks in Varda: Second day ends'));
});

describe('a short line', () => {
  it.each([
    ['<p><span>By Ana</span><span>6 March</span></p>', 'By Ana 6 March'],
    ['<p><b>V</b>arda, <i>6</i> March</p>', 'Varda, 6 March'],
    ['<p>By <a>Ana</a> and <a>Ion</a></p>', 'By Ana and Ion'],
  ])('%s', (html, line) => expect(spacedLine(blocksOf(parsePage(html))[0] as never)).toBe(line));
});
