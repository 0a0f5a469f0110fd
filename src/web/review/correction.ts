import type { Casualties, LineChanges, Place, QueueItem } from '../api/client.ts';
import { STANCES } from '../claims/search.ts';
import { KINDS, MODES_OF_TYPE, STATUSES, TYPES } from '../shared/terms.ts';

/** One field of the form: its name in `LineChanges`, its value as text, and what may be chosen. */
export interface FieldOf {
  readonly name: keyof LineChanges;
  readonly value: string;
  readonly choices?: readonly string[];
  /** Group of messages for the choices, where it is not the name. */
  readonly group?: string;
}

const CONDITION_STATUSES = ['stands', 'ended', 'disputed'] as const;

/** What can be corrected of a line. Several actors are text with semicolons, casualties are `3 soldiers; 2+`. */
export function fieldsOf(item: QueueItem): FieldOf[] {
  const name = (id: string | null | undefined) =>
    id ? (item.actors.find((actor) => actor.id === id)?.name ?? id) : '';
  const names = (ids: readonly string[] = []) => ids.map(name).join('; ');
  const people = (all: readonly Casualties[]) =>
    all
      .map(({ count, atLeast, actor }) => `${count}${atLeast ? '+' : ''}${actor ? ` ${name(actor)}` : ''}`)
      .join('; ');
  if (item.table === 'events') {
    const {
      type,
      mode = '',
      status,
      date,
      place,
      topics,
      actors,
      recipients,
      overseers,
      killed,
      injured,
    } = item.event;
    return [
      { name: 'type', value: type, choices: TYPES },
      { name: 'mode', value: mode, choices: [...new Set(['', mode, ...(MODES_OF_TYPE[type] ?? [])])] },
      { name: 'status', value: status, choices: STATUSES },
      { name: 'date', value: date.edtf },
      { name: 'place', value: placeInWords(place) },
      { name: 'actors', value: names(actors) },
      { name: 'recipients', value: names(recipients) },
      { name: 'overseers', value: names(overseers) },
      { name: 'killed', value: people(killed) },
      { name: 'injured', value: people(injured) },
      { name: 'topics', value: topics.join('; ') },
    ];
  }
  if (item.table === 'claims') {
    const { stance, speaker, addressee, deadline, topics } = item.claim;
    return [
      { name: 'stance', value: stance, choices: STANCES },
      { name: 'speaker', value: name(speaker) },
      { name: 'addressee', value: name(addressee) },
      { name: 'deadline', value: deadline ?? '' },
      { name: 'topics', value: topics.join('; ') },
    ];
  }
  const { kind, status, since, until, days, on, by } = item.condition;
  return [
    { name: 'kind', value: kind, choices: KINDS },
    { name: 'status', value: status, choices: CONDITION_STATUSES, group: 'condition' },
    { name: 'since', value: since ?? '' },
    { name: 'until', value: until ?? '' },
    { name: 'days', value: days === undefined ? '' : String(days) },
    { name: 'onPlace', value: on.place ?? '' },
    { name: 'onThing', value: on.thing ?? '' },
    { name: 'by', value: names(by) },
  ];
}

const LISTS_OF_ACTORS = new Set<string>(['actors', 'recipients', 'overseers', 'by']);
const ONE_ACTOR = new Set<string>(['speaker', 'addressee']);

/** The fields that differ from the line, as the API takes them; null where a number is not one, or coordinates are none. */
export function changesOf(fields: readonly FieldOf[], given: (name: string) => string): LineChanges | null {
  const changes: Record<string, unknown> = {};
  for (const { name, value } of fields) {
    const text = given(name).trim();
    if (text === value) continue;
    if (LISTS_OF_ACTORS.has(name)) changes[name] = partsOf(text).map((one) => ({ name: one }));
    else if (name === 'topics') changes[name] = partsOf(text);
    else if (name === 'place') {
      const place = placeOf(text, value);
      if (place === undefined) return null;
      changes[name] = place;
    } else if (ONE_ACTOR.has(name)) changes[name] = text === '' ? null : { name: text };
    else if (name === 'killed' || name === 'injured') {
      const people = partsOf(text).map(casualtiesOf);
      if (people.includes(null)) return null;
      changes[name] = people;
    } else if (name === 'days') {
      if (text !== '' && !/^\d{1,6}$/.test(text)) return null;
      changes[name] = text === '' ? null : Number(text);
    } else changes[name] = text === '' ? null : text;
  }
  // Built name by name from the fields of this table; the server checks every value.
  return changes as LineChanges;
}

function partsOf(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** `3`, `3+`, `3 soldiers`. Null where it does not begin with a number. */
export function casualtiesOf(
  text: string,
): { count: number; atLeast?: boolean; actor?: { name: string } } | null {
  const match = /^(\d{1,7})(\+?)(?:\s+(.+))?$/.exec(text);
  if (!match) return null;
  const [, count, plus, side] = match;
  return { count: Number(count), ...(plus && { atLeast: true }), ...(side && { actor: { name: side } }) };
}

/** `Lachin @ 39.64, 46.55`; without the coordinates where they are not known. */
function placeInWords(place: Place | undefined): string {
  if (!place) return '';
  const { name, lat, lon } = place;
  return lat === undefined || lon === undefined ? name : `${name} @ ${lat}, ${lon}`;
}

/**
 * The place that a text names; null for none, undefined where its coordinates are none. Coordinates that stood there
 * before belong to the old name: with another name they count only where they were changed too.
 */
export function placeOf(text: string, before: string): Place | null | undefined {
  if (text === '') return null;
  const [name = '', at] = text.split('@').map((part) => part.trim());
  const [oldName, oldAt] = before.split('@').map((part) => part.trim());
  if (name === '') return undefined;
  if (at === undefined || (name !== oldName && at === oldAt)) return { name };
  const [lat, lon, more] = at.split(',').map(Number);
  if (lat === undefined || lon === undefined || more !== undefined) return undefined;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { name, lat, lon } : undefined;
}
