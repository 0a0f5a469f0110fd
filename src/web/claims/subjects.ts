import type { TimelineEntry } from '../api/client.ts';
import { lineInWords } from '../evidence/LineHead.tsx';
import { term } from '../messages/index.ts';
import { AND } from './subject-filter.ts';

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
