import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../src/web/review/differences.ts';

const names: Readonly<Record<string, string>> = { x: 'Armenia', y: 'Azerbaijan' };
const nameOf = (id: string) => names[id] ?? id;

describe('differencesOf', () => {
  it('finds nothing where nothing changed', () => {
    const line = { id: 'e1', date: { edtf: '2023', basis: 'expression' }, actors: ['x'] };
    expect(differencesOf(line, structuredClone(line))).toEqual([]);
  });

  it('puts the words of each field as people read them, and leaves out what only follows', () => {
    const before = { type: 'ASSAULT', quad: 'material-conflict', actors: ['x'] };
    const after = { type: 'CONSULT', quad: 'verbal-cooperation', actors: ['x'] };
    const wordOf = (text: string, field: string) => `${field} ${text.toLowerCase()}`;
    expect(differencesOf(before, after, wordOf)).toEqual([
      { field: 'type', before: 'type assault', after: 'type consult' },
    ]);
  });

  it.each([
    ['names for ids', { actors: ['x'] }, { actors: ['x', 'y'] }, ['Armenia', 'Armenia, Azerbaijan']],
    [
      'the date alone',
      { date: { edtf: '2023', basis: 'x' } },
      { date: { edtf: '2024', basis: 'x' } },
      ['2023', '2024'],
    ],
    ['what came', {}, { mode: 'visit' }, ['–', 'visit']],
    ['what went', { actors: ['y'] }, { actors: [] }, ['Azerbaijan', '–']],
    ['numbers with their side', { killed: [] }, { killed: [{ count: 3, actor: 'x' }] }, ['–', '3 Armenia']],
  ])('tells %s', (_, before, after, [was, is]) => {
    const [one, ...others] = differencesOf(before, after, nameOf);
    expect([one?.before, one?.after]).toEqual([was, is]);
    expect(others).toEqual([]);
  });
});
