import type { Casualties, TimelineEntry } from '../api/client.ts';

/** Do the articles differ: in whether it happened, or in how many were killed or injured? */
export function isContested({ statuses, tellings }: Pick<TimelineEntry, 'statuses' | 'tellings'>): boolean {
  if (statuses.length > 1) return true;
  return (['killed', 'injured'] as const).some((kind) => {
    const counts = new Set(
      tellings.flatMap(({ event }) => (event[kind].length > 0 ? [countsOf(event[kind])] : [])),
    );
    return counts.size > 1;
  });
}

/** Actor ids differ from article to article, so only the numbers are compared. */
function countsOf(all: readonly Casualties[]): string {
  return all
    .map(({ count }) => count)
    .sort((a, b) => a - b)
    .join(' ');
}
