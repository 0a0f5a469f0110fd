import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ArticleRecord, Condition } from '../../../src/model/index.ts';
import { casesOf } from '../../read/articles.ts';
import { recordOfText } from '../read-text.ts';

const Cases = z.array(
  z.strictObject({
    name: z.string(),
    published: z.string(),
    text: z.string(),
    conditions: z.array(z.string()),
  }),
);

/** `kind status`, with as much of the rest as the case asks for. */
function line(condition: Condition, { actors }: ArticleRecord, asked: string): string {
  const told: Readonly<Record<string, string | undefined>> = {
    since: condition.since,
    until: condition.until,
    days: condition.days?.toString(),
    on: condition.on.thing,
    exceptions: condition.exceptions.length > 0 ? condition.exceptions.join(', ') : undefined,
    by: condition.by?.map((id) => actors.find((actor) => actor.id === id)?.name).join(', '),
  };
  const fields = asked
    .split(' | ')
    .slice(1)
    .map((part) => part.split(' ')[0] as string);
  return [
    `${condition.kind} ${condition.status}`,
    ...fields.map((field) => `${field} ${told[field] ?? '-'}`),
  ].join(' | ');
}

describe('conditions of a text', () => {
  for (const { name, published, text, conditions } of casesOf(
    new URL('./cases.yaml', import.meta.url),
    Cases,
  )) {
    it(name, () => {
      const record = recordOfText(text, published);
      expect(record.conditions.map((one, index) => line(one, record, conditions[index] ?? ''))).toEqual(
        conditions,
      );
    });
  }
});
