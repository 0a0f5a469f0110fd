import type { RecordLine } from '../evidence/line.ts';

/** A role and what it belongs to, with the first and the last article that gives it. */
export interface RoleInTime {
  readonly role: string | undefined;
  readonly affiliation: string | undefined;
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** The roles of a name as its articles give them, latest first. */
export function rolesOf(name: string, lines: readonly RecordLine[]): RoleInTime[] {
  const roles = new Map<string, { -readonly [Key in keyof RoleInTime]: RoleInTime[Key] }>();
  for (const { article, actors } of lines) {
    for (const actor of actors) {
      if (actor.name !== name || (!actor.role && !actor.affiliation)) continue;
      const affiliation = actors.find(({ id }) => id === actor.affiliation)?.name;
      const key = `${actor.role ?? ''}\n${affiliation ?? ''}`;
      const day = article.published;
      const known = roles.get(key) ?? { role: actor.role, affiliation, first: day, last: day };
      roles.set(key, known);
      if (day !== undefined) {
        if (known.first === undefined || day < known.first) known.first = day;
        if (known.last === undefined || day > known.last) known.last = day;
      }
    }
  }
  return [...roles.values()].sort((a, b) => (b.last ?? '').localeCompare(a.last ?? ''));
}
