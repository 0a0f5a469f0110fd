import { describe, expect, it } from 'vitest';
import { clean } from '../../src/clean/index.ts';
import { makePage } from '../../src/collect/index.ts';

const MILLION = 1_000_000;
const P = 'The delegations of both sides met at the bridge on Thursday and spoke about the closed road.';
/** Elements that are read, at most. */
const MOST = 100_000;

function cleaned(html: string) {
  return clean(makePage(Buffer.from(html), 'test', { format: 'html', maxBytes: 2 ** 30 }));
}

function isCut({ notes }: ReturnType<typeof cleaned>): boolean {
  return notes.some(({ kind }) => kind === 'limits');
}

describe('of a page beyond all measure', () => {
  it('with 50 MB of text all is kept', () => {
    const paragraph = `${P} `.repeat(600).trim();
    const page = cleaned(`<body>${`<p>${paragraph}</p>`.repeat(900)}`);
    expect(page.article.text.length).toBe(900 * (paragraph.length + 2) - 2);
    expect(page.article.paragraphs.length).toBe(900);
    expect(isCut(page)).toBe(false);
  });

  it('with a million tags that nobody closes the beginning is read, and a note says so', () => {
    const page = cleaned(`<p>${P}</p><p>${P}</p>${'<p>a'.repeat(MILLION)}`);
    expect(page.article.paragraphs.length + page.article.removed.length).toBeLessThanOrEqual(MOST);
    expect(isCut(page)).toBe(true);
  });

  it.each([
    ['block-level', '<div>'],
    ['inline', '<b>'],
  ])('with a million %s tags in each other the text is kept, and its path is short', (_, tag) => {
    const { article } = cleaned(`${tag.repeat(MILLION)}<p>${P}</p>`);
    expect(article.text).toBe(P);
    expect(JSON.stringify(article.sources).length).toBeLessThan(1000);
  });

  it('with a million attributes nothing comes of them', () => {
    const attributes = Array.from({ length: MILLION }, (_, at) => `a${at}=b`).join(' ');
    const page = cleaned(`<p ${attributes}>${P}</p>`);
    expect(page.article.text).toBe(P);
    expect(JSON.stringify(page).length).toBeLessThan(2000);
  });

  it('with a million names of classes nothing is kept of them', () => {
    const elements = Array.from(
      { length: MOST },
      (_, at) => `<i class="c${at} d-${at} e_${at}" id="i${at}"></i>`,
    );
    const page = cleaned(`<p>${P}</p>${elements.join('')}`);
    expect(JSON.stringify(page).length).toBeLessThan(2000);
  });
});
