import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { EventStatus, PloverType } from '../../../src/model/index.ts';
import { recordOfText } from '../read-text.ts';

const PUBLISHED = '2023-05-20';
const fileOf = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const names = z.array(z.string()).optional();
const cases = z
  .array(
    z.strictObject({
      text: z.string(),
      events: z.array(
        z.strictObject({
          type: PloverType,
          status: EventStatus.default('reported'),
          actors: names,
          recipients: names,
        }),
      ),
    }),
  )
  .parse(parse(fileOf('./varied.yaml'), { schema: 'core' }));
const quiet = z.array(z.string()).parse(parse(fileOf('./nothing.yaml'), { schema: 'core' }));

describe('events in varied words', () => {
  it.each(cases)('$text', ({ text, events }) => {
    const record = recordOfText(text, PUBLISHED);
    const named = (ids: readonly string[]) =>
      ids.map((id) => record.actors.find((actor) => actor.id === id)?.name);
    expect(record.events.map(({ type, status }) => ({ type, status }))).toEqual(
      events.map(({ type, status }) => ({ type, status })),
    );
    events.forEach(({ actors, recipients }, index) => {
      const event = record.events[index];
      if (actors) expect(named(event?.actors ?? [])).toEqual(actors);
      if (recipients) expect(named(event?.recipients ?? [])).toEqual(recipients);
    });
  });
});

describe('what only sounds like events', () => {
  it.each(quiet)('%s', (text) => {
    expect(recordOfText(text, PUBLISHED).events).toEqual([]);
  });

  /** Sport, economy, culture, a town, science: some 1,200 words in which soldiers once help people out of a flood. */
  it('finds next to nothing done on the ground in a day of ordinary news', () => {
    const ground = fileOf('./ordinary.txt')
      .trim()
      .split('\n')
      .flatMap((paragraph) => recordOfText(paragraph, PUBLISHED).events)
      .filter(({ quad }) => quad.startsWith('material'));
    expect(ground.map(({ type, trigger }) => `${type} ${trigger.text}`)).toEqual(['AID evacuated']);
  });
});
