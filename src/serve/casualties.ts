import type { EventLine } from '../store/index.ts';

/** The tellings that have figures, each with the side that it has them from. */
export function casualtiesOf(lines: readonly EventLine[]) {
  return lines
    .filter(({ event }) => event.killed.length + event.injured.length > 0)
    .map((line) => {
      const source = line.actors.find(({ id }) => id === line.event.source)?.name;
      return {
        source: source ?? line.article.outlet ?? line.article.title,
        isOutlet: source === undefined,
        line,
      };
    });
}
