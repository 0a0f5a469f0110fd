import type { ConditionKind } from '../api/client.ts';
import { oneOf, present } from '../shared/search-params.ts';
import { KINDS } from '../shared/terms.ts';

/** Between the tellings of one event, in the key of a subject. */
export const AND = '|';

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
