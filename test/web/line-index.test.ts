import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../src/web/api/client.ts';
import { linesOf, placesOf, standingMarks } from '../../src/web/reader/line-index.ts';
import * as records from '../serve/records.ts';

/** A record as the desk gets it: JSON has no undefined, which the client's types rely on. */
const sent = (record: object) => JSON.parse(JSON.stringify(record)) as ArticleRecord;
const clashOfHerald = sent(records.clashOfHerald);
const talks = sent(records.talks);

describe('the lines of a record', () => {
  const lines = linesOf(clashOfHerald);
  const wordsOf = (id: string, kind: string) =>
    lines
      .get(id)
      ?.details.filter((mark) => mark.kind === kind)
      .map(({ start, end }) => clashOfHerald.article.text.slice(start, end));

  it('show the words that name and date an event', () => {
    expect(wordsOf('e-clash', 'actor')).toEqual(['Azerbaijan', 'Armenia']);
    expect(wordsOf('e-clash', 'date')).toEqual(['5 March 2023']);
  });

  it('mark each kind as its own layer, actors and dates where they are named', () => {
    const layers = (of: string) =>
      standingMarks(clashOfHerald.article, lines)
        .filter((mark) => mark.of === of)
        .map(({ kind, start, end }) => [kind, clashOfHerald.article.text.slice(start, end)]);
    expect(layers('c-denial')).toEqual([['claims', 'The other ministry denied it.']]);
    expect(layers('p-b')).toEqual([['people', 'Armenia']]);
    const [date] = clashOfHerald.dates ?? [];
    expect(layers(`date-${date?.start}`)).toEqual([['dates', '5 March 2023']]);
    const marks = standingMarks(talks.article, linesOf(talks));
    expect(new Set(marks.map(({ kind }) => kind))).toEqual(
      new Set(['events', 'conditions', 'people', 'residue']),
    );
  });

  it('tell each place once, in the order of the text', () => {
    const span = (start: number) => ({ start, end: start + 1, kind: 'actor', of: 'p' });
    expect(
      placesOf({ id: 'p', layer: 'people', evidence: [], details: [span(9), span(2), span(9)] }),
    ).toEqual([2, 9]);
  });
});
