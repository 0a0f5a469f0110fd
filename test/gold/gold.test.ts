import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decodePage, readFilePage } from '../../src/collect/index.ts';
import { goldRecords, PAGES } from './gold-records.ts';

async function decoded(name: string): Promise<{ text: string; encoding: string }> {
  const { text, encoding } = decodePage(await readFilePage(fileURLToPath(new URL(name, PAGES))));
  return { text: text.replaceAll('&amp;', '&'), encoding };
}

/** The page as words: tags become spaces, white space is one space. */
function wordsOf(text: string): string {
  return text.replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ');
}

describe('the gold records of the demonstration dossier', () => {
  it('cover every English page once', () => {
    const pages = readdirSync(PAGES).filter((name) => /\.(html|txt)(\.gz)?$/.test(name));
    const english = pages.filter((name) => !/quaderno|vestnik/.test(name));
    expect(
      goldRecords()
        .map(({ page }) => page)
        .sort(),
    ).toEqual(english.sort());
  });

  it.each(goldRecords())('$page: each phrase stands on the page', async (gold) => {
    const words = wordsOf((await decoded(gold.page)).text);
    const phrases = [
      gold.title,
      ...gold.removed,
      ...gold.events.map(({ trigger }) => trigger),
      ...gold.claims.map(({ content }) => content),
      ...gold.conditions.flatMap((condition) => condition.in),
    ];
    expect(phrases.filter((phrase) => !words.includes(phrase))).toEqual([]);
  });

  // A declared iso-8859-1 is read as windows-1252: the WHATWG Encoding Standard makes the one a label of the other.
  it.each([
    ['2022-12-14-gorny-vestnik-doroga.html', 'windows-1251', 'Нагорный Карабах'],
    ['2023-02-20-geo-dispatches-munich.html', 'windows-1252', 'Jürgen Maass'],
    [
      '2023-07-13-quaderno-caucaso-croce-rossa.html',
      'utf-16le',
      'Baku ferma la Croce Rossa al ponte sull’Hakari',
    ],
    ['2023-05-05-borderland-daily-arlington.html.gz', 'utf-8', 'Jeyhun Bayramov'],
  ])('%s decodes from %s', async (name, declared, words) => {
    const { text, encoding } = await decoded(name);
    expect(encoding.toLowerCase()).toBe(declared);
    expect(text).toContain(words);
  });
});
