import { describe, expect, it } from 'vitest';
import { mergeEvents } from '../../src/link/index.ts';
import { type ArticleRecord, type Event, edtf, spanOf } from '../../src/model/index.ts';

const TEXT = 'Three officers of Norland died in a clash near Varda.';

/** A sentence that shares no word with that of another article. */
function inOwnWords(articleId: string): string {
  return ['three', 'officers', 'of', 'it', 'died', 'in', 'a', 'clash']
    .map((word) => word + articleId)
    .join(' ');
}

interface Told {
  type?: Event['type'];
  date?: string;
  place?: string;
  by?: string;
  /** Told in the very words of the other articles, not in its own. */
  isCopied?: boolean;
  /** Told in the words of the other articles but for this one. */
  word?: string;
  /** How its day is known. */
  basis?: Event['date']['basis'];
  killed?: number;
  status?: Event['status'];
}

/** A record of one fictional article with the given events. */
function record(articleId: string, ...events: Told[]): ArticleRecord {
  return {
    article: {
      id: articleId,
      title: 'T',
      language: 'en',
      areas: [],
      text: TEXT,
      paragraphs: [],
      removed: [],
      residue: [],
      related: [],
    },
    actors: ['Norland', 'Sudria'].map((name) => ({ id: `p-${name}`, name, kind: 'state', mentions: [] })),
    events: events.map(
      (
        {
          type = 'ASSAULT',
          date = '2031-03-05',
          place,
          by = 'Norland',
          killed = 3,
          status = 'reported',
          isCopied = false,
          word,
          basis = 'expression',
        },
        at,
      ) => ({
        id: `${articleId}-${at}`,
        type,
        contexts: [],
        actors: [`p-${by}`],
        recipients: [],
        date: { edtf: edtf(date), basis },
        ...(place && { place: { name: place } }),
        topics: [],
        killed: [{ count: killed }],
        injured: [],
        status,
        quad: 'material-conflict',
        evidence: [
          word
            ? spanOf(TEXT.replace('died', word), 0, TEXT.length - 'died'.length + word.length)
            : isCopied
              ? spanOf(TEXT, 0, TEXT.length)
              : spanOf(inOwnWords(articleId), 0, inOwnWords(articleId).length),
        ],
        trigger: spanOf(TEXT, 36, 41),
        confidence: 0.9,
      }),
    ),
    claims: [],
    conditions: [],
    notes: [],
  };
}

describe('mergeEvents', () => {
  it('puts together what two articles tell, and keeps what they differ on', () => {
    const merged = mergeEvents([
      record('a', { killed: 3 }),
      record('b', { killed: 5, status: 'alleged', place: 'Varda' }),
    ]);
    expect(merged).toHaveLength(1);
    expect(merged[0]?.tellings.map(({ event }) => event.killed[0]?.count)).toEqual([3, 5]);
    expect(merged[0]?.statuses).toEqual(['reported', 'alleged']);
    expect(merged[0]?.place).toBe('Varda');
  });

  it.each<[string, Told, Told]>([
    ['types', { type: 'ASSAULT' }, { type: 'CONSULT' }],
    ['days', { date: '2031-03-05' }, { date: '2031-03-06' }],
    ['places', { place: 'Varda' }, { place: 'Lom' }],
    ['parties', { by: 'Norland' }, { by: 'Sudria' }],
  ])('keeps apart different %s', (_, one, other) => {
    expect(mergeEvents([record('a', one), record('b', other)])).toHaveLength(2);
  });

  it('puts together copies of one sentence, whoever is named', () => {
    const copies = [record('a', { isCopied: true }), record('b', { isCopied: true, by: 'Sudria' })];
    expect(mergeEvents(copies)).toHaveLength(1);
  });

  it('puts together copies that differ in a word, not sentences that differ in more', () => {
    const copies = [record('a', { isCopied: true }), record('b', { word: 'fell', by: 'Sudria' })];
    expect(mergeEvents(copies)).toHaveLength(1);
    expect(mergeEvents([record('a', {}), record('b', { by: 'Sudria' })])).toHaveLength(2);
  });

  it('puts together reprints of later days only where the text gives no day of its own', () => {
    const printed = (basis: Event['date']['basis'], date: string) =>
      mergeEvents([
        record('a', { isCopied: true, basis, date: '2031-03-05' }),
        record('b', { isCopied: true, basis, date }),
      ]);
    expect(printed('published', '2031-03-07').map(({ date }) => date)).toEqual(['2031-03-05']);
    expect(printed('published', '2031-03-09')).toHaveLength(2);
    expect(printed('expression', '2031-03-07')).toHaveLength(2);
  });

  it('never merges within an article, nor without a full day', () => {
    expect(mergeEvents([record('a', {}, {})])).toHaveLength(2);
    expect(
      mergeEvents([record('a', { date: 'XXXX-03-05' }), record('b', { date: 'XXXX-03-05' })]),
    ).toHaveLength(2);
  });

  it('sorts by date, unknown years last', () => {
    const merged = mergeEvents([
      record('a', { date: 'XXXX-01-01' }, { date: '2031-05' }, { date: '2031-03-05' }),
    ]);
    expect(merged.map(({ date }) => date)).toEqual(['2031-03-05', '2031-05', 'XXXX-01-01']);
  });
});
