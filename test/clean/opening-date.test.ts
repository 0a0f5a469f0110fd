import { describe, expect, it } from 'vitest';
import { clean } from '../../src/clean/index.ts';
import { dayOfOpening } from '../../src/clean/opening-date.ts';
import { makePage } from '../../src/collect/index.ts';

function textArticle(text: string) {
  return clean(makePage(Buffer.from(text), 'case', { format: 'text' })).article;
}

describe('the day with which an agency opens its story', () => {
  it.each([
    ['PORT VARSA, 14 March 2031 - The army retook a bridge.', '2031-03-14'],
    ['ORSEL, March 14, 2031 (Agency North) – The army retook a bridge.', '2031-03-14'],
    ['Santa Orsel de Lima, 14 March 2031 — The army retook a bridge.', '2031-03-14'],
  ])('%s', (text, day) => {
    expect(dayOfOpening(text, { language: 'en' })).toBe(day);
  });

  it.each([
    'The army retook a bridge on 14 March 2031 - a year after it fell.',
    'ORSEL, 14 March - The army retook a bridge.',
    'Between 14 March 2031 and 6 June 2031 - the longest truce - nobody was hurt.',
    'ORSEL - The army retook a bridge on 14 March 2031.',
    '14 March 2031 - The army retook a bridge.',
    '',
  ])('is not in: %s', (text) => {
    expect(dayOfOpening(text, { language: 'en' })).toBeNull();
  });

  it('dates a text that shows no other day', () => {
    const story =
      'ORSEL, 14 March 2031 (AN) - The road to the harbor is closed, the mayor said on the steps of the town hall.\n\nIt will stay closed for a week, she said, and the market moves to the square.';
    expect(textArticle(story)).toMatchObject({ published: '2031-03-14', publishedBasis: 'visible-text' });
    expect(textArticle(`Road closed\n\nBy Ana Ruiz\n15 March 2031\n\n${story}`).published).toBe('2031-03-15');
  });

  it('dates a page that gives no other day', () => {
    const page = (head: string) =>
      `<html lang="en"><head>${head}</head><body><article><h1>Road closed</h1><p>ORSEL, 14 March 2031 - The road to the harbor is closed, the mayor said on the steps of the town hall.</p><p>It will stay closed for a week, she said, and the market moves to the square.</p></article></body></html>`;
    const of = (head: string) => clean(makePage(Buffer.from(page(head)), 'case', { format: 'html' })).article;
    expect(of('').published).toBe('2031-03-14');
    expect(of('<meta property="article:published_time" content="2031-03-15">').published).toBe('2031-03-15');
  });
});
