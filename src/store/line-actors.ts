import type { Claim, Condition, Event } from '../model/index.ts';

/** Ids of the actors that a line names, in its order; one may come twice. */
export function actorIdsOf(line: Event | Claim | Condition): string[] {
  const ids: (string | null | undefined)[] =
    'trigger' in line
      ? [
          ...line.actors,
          ...line.recipients,
          ...(line.overseers ?? []),
          line.source,
          ...[...line.killed, ...line.injured].map(({ actor }) => actor),
        ]
      : 'stance' in line
        ? [line.speaker, line.addressee]
        : [line.on.actor, ...(line.by ?? [])];
  return ids.filter((id): id is string => typeof id === 'string');
}
