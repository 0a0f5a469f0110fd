import { describe, expect, it } from 'vitest';
import { classWords } from '../../src/clean/class-words.ts';
import { knownNames } from '../../src/clean/known-names.ts';
import { PageSource } from '../../src/clean/page-source.ts';

function said(names: string) {
  const utf8 = Buffer.from(`<p class="${names}">`);
  return knownNames.at(new PageSource({ text: '', utf8 }), 10, utf8.length - 2);
}

describe('what names say that are known by their bytes', () => {
  it.each(['share-box', 'article-body', 'c1', 'c12', 'a&amp;b', 'überschrift', 'x'.repeat(500), 'crumbs '])(
    '%s: the same as they say by themselves, at the first time and the next',
    (names) => {
      const expected = classWords(names.replace('&amp;', '&'));
      expect(said(names)).toEqual(expected);
      expect(said(names)).toEqual(expected);
    },
  );

  it('is the same when more come than are kept', () => {
    for (let at = 0; at < 45_000; at++) expect(said(`card-${at}`).length).toBe(`card-${at}`.length);
    expect(said('share-box')).toEqual(classWords('share-box'));
  });

  it('does not depend on how the page is read', () => {
    const text = 'Ã©'; // the bytes of é, as signs
    const inText = knownNames.at(new PageSource(text), 0, 2);
    const inBytes = knownNames.at(new PageSource({ text: '', utf8: Buffer.from('é') }), 0, 2);
    expect([inText.length, inBytes.length]).toEqual([2, 1]);
  });
});
