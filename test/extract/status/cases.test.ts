import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { EventStatus } from '../../../src/model/index.ts';
import { recordOfText } from '../read-text.ts';

const Case = z.strictObject({
  reading: z.string(),
  text: z.string(),
  events: z.array(
    z.strictObject({ trigger: z.string(), status: EventStatus, source: z.string().optional() }),
  ),
});
const cases = z
  .array(Case)
  .parse(parse(readFileSync(new URL('./cases.yaml', import.meta.url), 'utf8'), { schema: 'core' }));

describe('how real a told event is', () => {
  it.each(cases)('$reading: $text', ({ text, events }) => {
    const record = recordOfText(text, '2023-05-20');
    expect(record.events.map(({ trigger, status }) => ({ trigger: trigger.text, status }))).toEqual(
      events.map(({ trigger, status }) => ({ trigger, status })),
    );
    events.forEach(({ source }, index) => {
      if (source === undefined) return;
      const id = record.events[index]?.source;
      expect(record.actors.find((actor) => actor.id === id)?.name).toBe(source);
    });
  });

  it('has a case for every reading that the record keeps apart', () => {
    const told = new Set(cases.flatMap(({ events }) => events.map(({ status }) => status)));
    expect([...told].sort()).toEqual([...EventStatus.options].sort());
  });
});
