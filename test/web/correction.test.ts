import { describe, expect, it } from 'vitest';
import type { QueueItem } from '../../src/web/api/client.ts';
import { casualtiesOf, changesOf, fieldsOf, placeOf } from '../../src/web/review/correction.ts';

const item = {
  table: 'events',
  article: { id: 'a1', title: 'Clash', language: 'en', origin: 'test' },
  actors: [
    { id: 'x', name: 'Armenia', kind: 'state' },
    { id: 'y', name: 'Border guard', kind: 'armed-force' },
  ],
  score: 1,
  reasons: [],
  seen: null,
  event: {
    id: 'e1',
    type: 'ASSAULT',
    mode: 'firearms',
    status: 'alleged',
    date: { edtf: '2023-03-05', basis: 'expression' },
    place: { name: 'Tegh', lat: 39.5, lon: 46.5 },
    actors: ['x'],
    recipients: ['y'],
    topics: ['the road'],
    killed: [{ count: 2, atLeast: true, actor: 'y' }],
    injured: [],
  },
} as unknown as QueueItem;
const fields = fieldsOf(item);
/** What is sent when these fields are filled in otherwise than they came. */
const sent = (filled: Readonly<Record<string, string>>) =>
  changesOf(fields, (name) => filled[name] ?? fields.find((field) => field.name === name)?.value ?? '');

describe('the form of a correction', () => {
  it('shows the line as people write it', () => {
    expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toEqual({
      type: 'ASSAULT',
      mode: 'firearms',
      status: 'alleged',
      date: '2023-03-05',
      place: 'Tegh @ 39.5, 46.5',
      actors: 'Armenia',
      recipients: 'Border guard',
      overseers: '',
      killed: '2+ Border guard',
      injured: '',
      topics: 'the road',
    });
    expect(fields.find(({ name }) => name === 'mode')?.choices).toContain('heavy-weapons');
  });

  it.each([
    ['nothing', {}, {}],
    ['blanks only', { actors: '  Armenia ' }, {}],
    ['a status', { status: 'reported' }, { status: 'reported' }],
    ['no mode', { mode: '' }, { mode: null }],
    [
      'several actors',
      { actors: 'Armenia; ; France' },
      { actors: [{ name: 'Armenia' }, { name: 'France' }] },
    ],
    ['nobody', { recipients: '' }, { recipients: [] }],
    [
      'dead',
      { killed: '3; 2+ soldiers' },
      { killed: [{ count: 3 }, { count: 2, atLeast: true, actor: { name: 'soldiers' } }] },
    ],
    ['topics', { topics: 'the road; gas' }, { topics: ['the road', 'gas'] }],
    ['another place', { place: 'Goris @ 39.5, 46.5' }, { place: { name: 'Goris' } }],
    ['its coordinates', { place: 'Tegh @ 39.6, 46.4' }, { place: { name: 'Tegh', lat: 39.6, lon: 46.4 } }],
    ['no place', { place: '' }, { place: null }],
    ['a number that is none', { killed: 'some' }, null],
    ['coordinates that are none', { place: 'Tegh @ north' }, null],
  ])('sends %s', (_, filled, changes) => {
    expect(sent(filled)).toEqual(changes);
  });

  it.each([
    ['3', { count: 3 }],
    ['12+ civilians', { count: 12, atLeast: true, actor: { name: 'civilians' } }],
    ['-3', null],
    ['three', null],
  ])('reads %s as casualties', (text, casualties) => {
    expect(casualtiesOf(text)).toEqual(casualties);
  });

  it.each(['A @ 91, 0', 'A @ 0, 181', 'A @ 1', 'A @ 1, 2, 3', '@ 1, 2'])('takes no place from %s', (text) => {
    expect(placeOf(text, '')).toBeUndefined();
  });
});
