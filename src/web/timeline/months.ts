import { type TimelinePlace, timelinePlaceOf } from '../shared/dates.ts';

/** A month of the timeline, or a year or nothing where no month is known. */
export interface Month<Entry> {
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly {
    readonly entry: Entry;
    readonly place: TimelinePlace;
    readonly isNewDay: boolean;
  }[];
}

/** Puts entries, which come in order of time, under the heading of their month. */
export function monthsOf<Entry extends { readonly date: string }>(entries: readonly Entry[]): Month<Entry>[] {
  const months: { key: string; heading: string; rows: Month<Entry>['rows'][number][] }[] = [];
  for (const entry of entries) {
    const place = timelinePlaceOf(entry.date);
    let month = months.at(-1);
    if (month?.key !== place.month) {
      month = { key: place.month, heading: place.heading, rows: [] };
      months.push(month);
    }
    const before = month.rows.at(-1)?.place;
    const isNewDay = before === undefined || before.day !== place.day || before.words !== place.words;
    month.rows.push({ entry, place, isNewDay });
  }
  return months;
}
