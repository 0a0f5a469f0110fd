import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Casualties, EventStatus, PloverType } from '../../../src/model/index.ts';
import { recordOfText } from '../read-text.ts';

const tally = z.array(z.union([z.string(), z.number()]).transform(String)).default([]);
const Case = z.strictObject({
  name: z.string(),
  text: z.string(),
  events: z.array(
    z.strictObject({
      trigger: z.string(),
      type: PloverType,
      status: EventStatus.default('reported'),
      date: z.string().optional(),
      place: z.string().optional(),
      killed: tally,
      injured: tally,
      overseers: z.array(z.string()).default([]),
      actors: z.array(z.string()).optional(),
      recipients: z.array(z.string()).optional(),
    }),
  ),
});

const cases = ['cases.yaml', 'agency.yaml', 'incidents.yaml', 'dispatches.yaml'].flatMap((file) =>
  z.array(Case).parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8'), { schema: 'core' })),
);

const written = ({ count, atLeast, atMost }: Casualties) =>
  `${count}${atLeast ? '+' : ''}${atMost ? '-' : ''}`;

describe('events of a sentence', () => {
  it.each(cases)('$name', ({ text, events }) => {
    const record = recordOfText(text, '2023-05-20');
    const names = (ids: readonly string[] = []) =>
      ids.map((id) => record.actors.find((actor) => actor.id === id)?.name);
    expect(record.events.map(({ trigger, type }) => ({ trigger: trigger.text, type }))).toEqual(
      events.map(({ trigger, type }) => ({ trigger, type })),
    );
    events.forEach((wanted, index) => {
      const event = record.events[index];
      expect(event?.status).toBe(wanted.status);
      if (wanted.date !== undefined) expect(event?.date.edtf).toBe(wanted.date);
      if (wanted.place !== undefined) expect(event?.place?.name ?? 'none').toBe(wanted.place);
      expect(event?.killed.map(written)).toEqual(wanted.killed);
      expect(event?.injured.map(written)).toEqual(wanted.injured);
      expect(names(event?.overseers)).toEqual(wanted.overseers);
      if (wanted.actors) expect(names(event?.actors)).toEqual(wanted.actors);
      if (wanted.recipients) expect(names(event?.recipients)).toEqual(wanted.recipients);
    });
  });
});
