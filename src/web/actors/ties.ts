import type { EventLine } from '../api/client.ts';
import type { LineAt } from '../evidence/show.ts';

/** How often two names meet in events, in words or acts of cooperation and of conflict. */
export interface Tie {
  readonly one: string;
  readonly other: string;
  readonly cooperation: readonly LineAt[];
  readonly conflict: readonly LineAt[];
}

const MOST_NAMES = 36;

/** Ties among the names that have most of them, busiest first. A tie has no direction; both sides named is enough. */
export function tiesOf(lines: readonly EventLine[]): Tie[] {
  const ties = new Map<string, { one: string; other: string; cooperation: LineAt[]; conflict: LineAt[] }>();
  for (const { event, actors, article } of lines) {
    if (event.status === 'denied' || event.status === 'negated') continue;
    const name = (id: string) => actors.find((actor) => actor.id === id)?.name;
    const pairs =
      event.recipients.length > 0
        ? event.actors.flatMap((one) => event.recipients.map((other) => [one, other] as const))
        : event.type === 'CONSULT' || event.type === 'AGREE'
          ? event.actors.flatMap((one, at) =>
              event.actors.slice(at + 1, 6).map((other) => [one, other] as const),
            )
          : [];
    for (const [a, b] of pairs.slice(0, 12)) {
      const [one, other] = [name(a), name(b)].sort();
      if (one === undefined || other === undefined || one === other) continue;
      const key = `${one}\n${other}`;
      const tie = ties.get(key) ?? { one, other, cooperation: [], conflict: [] };
      ties.set(key, tie);
      const kind = event.quad.endsWith('cooperation') ? tie.cooperation : tie.conflict;
      kind.push({ article: article.id, line: event.id });
    }
  }
  const weights = new Map<string, number>();
  for (const { one, other, cooperation, conflict } of ties.values()) {
    for (const name of [one, other]) {
      weights.set(name, (weights.get(name) ?? 0) + cooperation.length + conflict.length);
    }
  }
  const shown = new Set(
    [...weights]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_NAMES)
      .map(([name]) => name),
  );
  return [...ties.values()]
    .filter(({ one, other }) => shown.has(one) && shown.has(other))
    .sort((a, b) => weightOf(b) - weightOf(a));
}

export function weightOf({ cooperation, conflict }: Tie): number {
  return cooperation.length + conflict.length;
}
