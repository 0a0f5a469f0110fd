import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_COLUMNS, headOfCsv, lineOfCsv } from '../../src/serve/export/index.ts';
import type { EventLine } from '../../src/store/index.ts';
import { made } from '../store/record.ts';

const one = { cell: (row: string) => row };

describe('CSV', () => {
  it('takes the sting out of formulas, and leaves other texts and our numbers alone', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '＝1']) {
      expect(lineOfCsv(text, one).replace(/^"/, '').startsWith("'"), text).toBe(true);
    }
    expect(lineOfCsv('a = b', one)).toBe('a = b\n');
    expect(lineOfCsv('x', { cell: () => -39.5 })).toBe('-39.5\n');
  });

  it('quotes what must be quoted (RFC 4180)', () => {
    expect(lineOfCsv('say "no", twice\nor more', one)).toBe('"say ""no"", twice\nor more"\n');
  });

  it('never writes a cell that begins as a formula, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = lineOfCsv(text, one).replace(/^"/, '');
        expect(cell).not.toMatch(/^[=+\-@]/);
      }),
    );
  });

  it('gives an event its columns', () => {
    const { record } = made(1, { title: 'Clash', type: 'ASSAULT', on: '2023-03-05' });
    const [event] = record.events;
    const { id, title, language } = record.article;
    const line = {
      article: { id, title, language, outlet: 'Wire', origin: 'x' },
      actors: record.actors,
      event,
    } as EventLine;
    const names = headOfCsv(EVENT_COLUMNS).trim().split(',');
    const cells = lineOfCsv(line, EVENT_COLUMNS).trim().split(',');
    const row = Object.fromEntries(names.map((name, index) => [name, cells[index]]));
    expect(row).toMatchObject({
      event_date: '2023-03-05',
      year: '2023',
      time_precision: '1',
      event_type: 'ASSAULT',
      actor1: 'Armenia',
      country1: 'ARM',
      location: 'Varda',
      fatalities: '3',
      fatalities_by_side: 'Armenia: 3',
      source: 'Wire',
      article_id: id,
    });
  });
});
