import type { Network } from '../api/client.ts';

/** How often two names speak or act with or against each other. It has no direction. */
export interface Tie {
  readonly one: string;
  readonly other: string;
  readonly cooperation: number;
  readonly conflict: number;
}

const MOST_NAMES = 36;

/** The server's ties with both directions put together, among the names that have most of them; strongest first. */
export function tiesOf(network: Pick<Network, 'actors' | 'ties'>): Tie[] {
  const names = new Map(network.actors.map(({ key, name }) => [key, name]));
  const ties = new Map<string, Tie>();
  for (const { from, to, cooperation, conflict } of network.ties) {
    const [one, other] = [names.get(from) ?? from, names.get(to) ?? to].sort() as [string, string];
    const key = JSON.stringify([one, other]);
    const known = ties.get(key) ?? { one, other, cooperation: 0, conflict: 0 };
    ties.set(key, {
      ...known,
      cooperation: known.cooperation + cooperation,
      conflict: known.conflict + conflict,
    });
  }
  const weights = new Map<string, number>();
  for (const tie of ties.values()) {
    for (const name of [tie.one, tie.other]) weights.set(name, (weights.get(name) ?? 0) + weightOf(tie));
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
  return cooperation + conflict;
}
