import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { printedRecord } from '../../src/cli/record-printer.ts';
import { shortened, widthOf, wrapped } from '../../src/cli/terminal.ts';
import { type ArticleRecord, edtf, spanOf } from '../../src/model/index.ts';

const TEXT = 'Norland and Sudria clashed near Varda on 5 March. Sudria denied that it opened fire first.';
const CLASH = spanOf(TEXT, 0, 49);
const DENIAL = spanOf(TEXT, 50, TEXT.length);

const record: ArticleRecord = {
  article: {
    id: 'a1',
    title: 'Clash near Varda',
    outlet: 'The Fictional Post',
    published: edtf('2031-03-06'),
    publishedBasis: 'json-ld',
    language: 'en',
    areas: ['World', 'Norland'],
    text: TEXT,
    paragraphs: [spanOf(TEXT, 0, TEXT.length)],
    removed: Array.from({ length: 12 }, (_, index) => ({
      text: `See also: Story ${index}`,
      reason: 'injected-link' as const,
    })),
    residue: [],
    related: [],
  },
  actors: [
    { id: 'p1', name: 'Norland', kind: 'state', mentions: [] },
    { id: 'p2', name: 'Sudria', kind: 'state', country: 'SUD', mentions: [] },
  ],
  events: [
    {
      id: 'e1',
      type: 'ASSAULT',
      mode: 'firearms',
      contexts: ['military'],
      actors: ['p1'],
      recipients: ['p2'],
      date: { edtf: edtf('2031-03-05'), text: '5 March', basis: 'expression' },
      place: { name: 'Varda' },
      topics: [],
      killed: [{ count: 2, atLeast: true, actor: 'p2' }],
      injured: [],
      status: 'alleged',
      source: 'p1',
      quad: 'material-conflict',
      evidence: [CLASH],
      trigger: spanOf(TEXT, 19, 26),
      confidence: 0.8,
    },
  ],
  claims: [
    {
      id: 'c1',
      speaker: 'p2',
      speakerText: spanOf(TEXT, 50, 56),
      stance: 'denies',
      cue: spanOf(TEXT, 57, 63),
      content: spanOf(TEXT, 64, TEXT.length - 1),
      quoted: false,
      topics: [],
      about: ['e1'],
      evidence: DENIAL,
    },
  ],
  conditions: [
    {
      id: 'k1',
      kind: 'blockade',
      on: { thing: 'the Varda road' },
      by: ['p1'],
      since: edtf('2030-12-12'),
      days: 84,
      asOf: edtf('2031-03-06'),
      exceptions: ['limited to ambulances'],
      status: 'disputed',
      evidence: [CLASH],
    },
  ],
  notes: [{ kind: 'dates', message: 'The page gives two dates.' }],
};

const layout = { colors: pc.createColors(false), width: 100 };

describe('printedRecord', () => {
  const text = printedRecord(record, layout);
  const flat = text.replace(/\s+/g, ' ');

  it('shows each line with its facts and its sentence', () => {
    expect(flat).toContain(
      '2031-03-05 ASSAULT firearms, alleged · Norland → Sudria · in Varda · at least 2 killed (Sudria) · according to Norland · 0.80',
    );
    expect(flat).toContain('“Norland and Sudria clashed near Varda on 5 March.”');
    expect(flat).toContain('Sudria denies · about ASSAULT 2031-03-05');
    expect(flat).toContain(
      'blockade on the Varda road · by Norland · since 2030-12-12 · 84 days · as of 2031-03-06 · disputed',
    );
    expect(flat).toContain('except limited to ambulances');
    expect(flat).toContain('areas World › Norland');
    expect(flat).toContain('Sudria state, SUD');
    expect(flat).toContain('dates The page gives two dates.');
  });

  it('shows what is demanded, of whom and until when, what a denial answers, and an expert with the institute', () => {
    const claim = record.claims[0] as (typeof record.claims)[number];
    const items = [spanOf(TEXT, 57, 63), spanOf(TEXT, 64, TEXT.length - 1)];
    const printed = printedRecord(
      {
        ...record,
        actors: [
          ...record.actors,
          { id: 'p3', name: 'Ada Holt', kind: 'person', affiliation: 'p4', mentions: [] },
          { id: 'p4', name: 'Tern Institute', kind: 'organization', mentions: [] },
        ],
        claims: [
          {
            ...claim,
            speaker: 'p1',
            addressee: 'p2',
            stance: 'demands',
            deadline: edtf('2031-03-09'),
            items,
          },
          { ...claim, id: 'c2', answers: 'c1' },
          { ...claim, id: 'c3', speaker: 'p3', stance: 'predicts' },
        ],
      },
      layout,
    ).replace(/\s+/g, ' ');
    expect(printed).toContain(
      'Norland demands to Sudria · by 2031-03-09 · about ASSAULT 2031-03-05 - denied - that it opened',
    );
    expect(printed).toContain('Sudria denies · about ASSAULT 2031-03-05 · answers what Norland demands');
    expect(printed).toContain('Ada Holt of Tern Institute predicts');
  });

  it('keeps the list of what was taken away short, unless asked', () => {
    expect(text).toContain('Taken away (12)');
    expect(text).toContain('and 2 more');
    expect(text).not.toContain('Story 11');
    expect(printedRecord(record, { ...layout, all: true })).toContain('Story 11');
  });

  it('keeps to the width', () => {
    const narrow = printedRecord(record, { ...layout, width: 50, all: true });
    expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
  });

  it('says so where nothing was found', () => {
    expect(printedRecord({ ...record, events: [] }, layout)).toMatch(/Events\n {2}none found/);
  });

  it('underlines trigger, cue and content where there are colours', () => {
    const colored = printedRecord(record, { ...layout, colors: pc.createColors(true) });
    expect(colored).toContain('\u001b[4mclashed\u001b[24m');
    expect(colored).toContain('\u001b[4mdenied\u001b[24m');
  });

  it('lets no escape sequence or forged line of a source reach the terminal', () => {
    const article = {
      ...record.article,
      title: 'Bad\u001b]0;owned\u0007\u001b[31m\n  2031-01-01  AGREE\u202e evil',
    };
    const printed = printedRecord({ ...record, article }, layout);
    for (const mark of ['\u001b', '\u0007', '\u202e']) expect(printed).not.toContain(mark);
    expect(printed.split('\n')[0]).toBe('Bad ]0;owned [31m 2031-01-01 AGREE evil');
  });
});

describe('lines', () => {
  it('are wrapped and indented', () => expect(wrapped('one two three', 9, '  ')).toBe('  one two\n  three'));
  it('are shortened with an ellipsis', () => expect(shortened('one two three', 8)).toBe('one two…'));
  it('are never wider than 100 columns', () => {
    expect(widthOf({ isTTY: true, columns: 400 })).toBe(100);
    expect(widthOf({ isTTY: true, columns: 10 })).toBe(40);
    expect(widthOf({})).toBe(100);
  });
});
