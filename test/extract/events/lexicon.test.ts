import { describe, expect, it } from 'vitest';
import { EventEntry, eventLexiconOf } from '../../../src/extract/events/lexicon.ts';
import { recordOfText } from '../read-text.ts';

const examples = (eventLexiconOf('en')?.entries ?? []).flatMap(({ type, mode, examples }) =>
  examples.map((example) => ({ type, mode, ...example })),
);

describe('the examples of the event lexicon', () => {
  it.each(examples)('$type $mode: $text', ({ text, type, mode, trigger, actors, recipients, status }) => {
    const record = recordOfText(text, '2023-05-20');
    const names = (ids: readonly string[]) =>
      ids.map((id) => record.actors.find((actor) => actor.id === id)?.name);
    const event = record.events.find((one) => one.trigger.text === trigger);
    expect(event, 'an event with this trigger').toBeDefined();
    expect(event?.type).toBe(type);
    if (mode !== undefined) expect(event?.mode).toBe(mode);
    expect(event?.status).toBe(status ?? 'reported');
    if (actors) expect(names(event?.actors ?? [])).toEqual(actors);
    if (recipients) expect(names(event?.recipients ?? [])).toEqual(recipients);
  });
});

describe('the schema of the event lexicon', () => {
  const entry = (type: string, mode: string) =>
    EventEntry.safeParse({
      type,
      mode,
      verbs: ['march'],
      examples: [{ text: 'They marched.', trigger: 'marched' }],
    });
  it('takes the modes of a type and no others', () => {
    expect(entry('PROTEST', 'demo').success).toBe(true);
    expect(entry('PROTEST', 'economic').success).toBe(false);
    expect(entry('PROTEST', 'arrest').success).toBe(false);
    expect(entry('AGREE', 'demo').success).toBe(false);
  });
});
