import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadClusters } from '../../../src/read/entities/clusters.ts';
import { loadGazetteer } from '../../../src/read/entities/gazetteer.ts';
import { shapeOf } from '../../../src/read/entities/words.ts';
import { type Entity, read } from '../../../src/read/index.ts';
import { casesOf, plainArticle } from '../articles.ts';

const Cases = z.array(z.strictObject({ text: z.string(), entities: z.array(z.string()) }));
const language = new URL('../../../src/read/lang/en/', import.meta.url);

function line({ type, text, role, affiliation, acronym }: Entity): string {
  const more = Object.entries({ role, of: affiliation, acronym }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${value}`],
  );
  return [type, text, ...more].join(' ');
}

describe('names of a text', () => {
  for (const { text, entities } of casesOf(new URL('./cases.yaml', import.meta.url), Cases)) {
    it(text, () => {
      expect(read(plainArticle('case', text, '2023-03-09')).entities.map(line)).toEqual(entities);
    });
  }

  it('calls a surname by itself a person where the article has the full name', () => {
    const { entities } = read(
      plainArticle('case', 'Ana Harrow came first. Later Harrow and the others left.'),
    );
    expect(entities.map(({ type, text }) => `${type} ${text}`)).toEqual(['PER Ana Harrow', 'PER Harrow']);
  });

  it('finds nothing where the language has no model', () => {
    const article = { ...plainArticle('case', 'Ilham Aliyev è a Baku.'), language: 'it' };
    expect(read(article).entities).toEqual([]);
  });
});

describe('any text', () => {
  const word = fc.constantFrom(
    ...'The President Ilham Aliyev , ( ICRC ) of the Red Cross in Baku said Mr Russian peacekeeping contingent - based U.S. EU\'s 44 "'.split(
      ' ',
    ),
  );
  it('gives exact offsets, no overlaps, heads inside and no crossing of sentences', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 50 }), (words) => {
        const text = words.join(' ');
        const { entities, tokens } = read(plainArticle('any', text));
        let end = 0;
        entities.forEach((entity, index) => {
          expect(entity.index).toBe(index);
          expect(text.slice(entity.start, entity.end)).toBe(entity.text);
          expect(entity.start).toBeGreaterThanOrEqual(end);
          end = entity.end;
          expect(entity.head).toBeGreaterThanOrEqual(entity.firstToken);
          expect(entity.head).toBeLessThan(entity.endToken);
          expect(tokens[entity.firstToken]!.sentence).toBe(tokens[entity.endToken - 1]!.sentence);
          expect(tokens[entity.firstToken]!.start).toBe(entity.start);
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('tables', () => {
  it('knows words of one kind as one cluster', () => {
    const clusters = loadClusters(new URL('clusters.bin', language));
    expect(clusters.fine('monday')).toBeGreaterThan(0);
    expect(clusters.fine('monday')).toBe(clusters.fine('tuesday'));
    expect(clusters.fine('monday')).not.toBe(clusters.fine('minister'));
    expect(clusters.fine('qqqqxzzy')).toBe(0);
  });

  it('marks the longest listed name', () => {
    const gazetteer = loadGazetteer(new URL('gazetteer.bin', language));
    const forms = ['the', 'United', 'States', 'of', 'America', 'and', 'Baku'];
    const { kinds, places } = gazetteer.mark(forms.map((form) => gazetteer.wordOf(form)));
    expect([...places]).toEqual([0, 1, 2, 2, 3, 0, 4]);
    expect(kinds[1]! & 1).toBe(1);
    expect(kinds[6]! & 2).toBe(2);
  });

  it('shortens shapes', () => {
    expect(['Aliyev', 'U.S.', 'COVID-19', 'ICRC'].map(shapeOf)).toEqual(['Xxxx', 'X.X.', 'XXX-dd', 'XXX']);
  });
});

describe('places that stand for governments', () => {
  const marked = (text: string) =>
    read(plainArticle('case', text))
      .entities.filter(({ standsFor }) => standsFor === 'government')
      .map(({ text: name }) => name);

  it.each([
    ['Baku denied the claim.', ['Baku']],
    ['Moscow accused Kyiv of shelling.', ['Moscow', 'Kyiv']],
    ['Talks between Ankara and Moscow took place in Istanbul.', ['Ankara', 'Moscow']],
    ["Armenia's demand was rejected by Azerbaijan.", ['Armenia', 'Azerbaijan']],
    ['Snow fell on London and the envoys left Baku.', []],
    ['Paris is beautiful.', []],
    ['Gyumri denied nothing.', []],
  ])('%s', (text, places) => {
    expect(marked(text)).toEqual(places);
  });
});
