import type { ConditionKind, TimelineEntry } from '../api/client.ts';
import { lineInWords } from '../evidence/LineHead.tsx';
import { term } from '../messages/index.ts';
import { oneOf, present } from '../shared/search-params.ts';
import { KINDS } from '../shared/terms.ts';

/** Something that claims are about, as the address holds it: `condition:blockade`, `topic:gas`, `event:article~line`. */
export interface Subject {
  readonly key: string;
  readonly group: 'topics' | 'conditions' | 'events';
  readonly name: string;
  readonly count: number;
}

/** What the server knows claims to be about. */
export interface Subjects {
  readonly topics: readonly { readonly value: string; readonly count: number }[];
  readonly kinds: readonly { readonly value: string; readonly count: number }[];
  readonly events: readonly { readonly entry: TimelineEntry; readonly claims: number }[];
}

/** Between the tellings of one event. */
const AND = '|';

export function subjectsOf({ topics, kinds, events }: Subjects): Subject[] {
  return [
    ...topics.map(({ value, count }) => ({
      key: `topic:${value}`,
      group: 'topics' as const,
      name: value,
      count,
    })),
    ...kinds.map(({ value, count }) => ({
      key: `condition:${value}`,
      group: 'conditions' as const,
      name: term('kind', value),
      count,
    })),
    ...events.flatMap(({ entry: { tellings, date }, claims }) => {
      const [first] = tellings;
      if (!first) return [];
      return {
        key: `event:${tellings.map(({ article, event }) => `${article.id}~${event.id}`).join(AND)}`,
        group: 'events' as const,
        name: `${date.startsWith('XXXX') ? '' : `${date} `}${lineInWords(first)}`,
        count: claims,
      };
    }),
  ];
}

/** What the server is asked for a subject; nothing where the address holds none. */
export function filterOf(key: string | undefined): {
  topic?: string;
  kind?: ConditionKind;
  about?: string[];
} {
  const cut = key?.indexOf(':') ?? -1;
  if (key === undefined || cut < 0) return {};
  const [word, rest] = [key.slice(0, cut), key.slice(cut + 1)];
  if (word === 'topic') return { topic: rest };
  if (word === 'condition') return present({ kind: oneOf(rest, KINDS) });
  if (word !== 'event') return {};
  return { about: rest.split(AND).map((line) => line.replace('~', '/')) };
}
