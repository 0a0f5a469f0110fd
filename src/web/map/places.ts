import type { EventStatus, Place, Quad, TimelineEntry } from '../api/client.ts';
import type { LineAt } from '../evidence/show.ts';
import { quadOfType } from '../shared/terms.ts';
import { intervalOf } from '../time/interval.ts';

export type Precision = NonNullable<Place['precision']>;
export const PRECISIONS: readonly Precision[] = ['exact', 'near', 'district', 'region', 'country'];

/** What happened at one place. */
export interface PlaceMark {
  readonly key: string;
  readonly name: string;
  readonly country: string | undefined;
  readonly lat: number;
  readonly lon: number;
  readonly precision: Precision;
  readonly lines: readonly LineAt[];
  readonly statuses: ReadonlySet<EventStatus>;
  readonly killed: number;
  /** The class of most of its events, which gives the sign its colour and shape. */
  readonly quad: Quad;
}

/** Puts events with coordinates together by place. Those without are counted, so that nobody believes the map whole. */
export function placesOf(
  entries: readonly TimelineEntry[],
  window: { start: number; end: number } | null,
): { places: PlaceMark[]; withoutPlace: number } {
  const places = new Map<string, { place: Place & { lat: number; lon: number }; entries: TimelineEntry[] }>();
  let withoutPlace = 0;
  for (const entry of entries) {
    const when = intervalOf(entry.date);
    if (window && (!when || when.end <= window.start || when.start >= window.end)) continue;
    const { place } = entry;
    if (place?.lat === undefined || place.lon === undefined) {
      withoutPlace++;
      continue;
    }
    const key = `${place.geonames ?? place.name} ${place.lat} ${place.lon} ${place.precision ?? ''}`;
    const known = places.get(key);
    if (known) known.entries.push(entry);
    else places.set(key, { place: { ...place, lat: place.lat, lon: place.lon }, entries: [entry] });
  }
  const marks = [...places].map(([key, { place, entries: own }]): PlaceMark => {
    const quads = new Map<Quad, number>();
    for (const { type } of own) quads.set(quadOfType(type), (quads.get(quadOfType(type)) ?? 0) + 1);
    return {
      key,
      name: place.name,
      country: place.country,
      lat: place.lat,
      lon: place.lon,
      precision: place.precision ?? 'near',
      lines: own.flatMap(({ tellings: [first] }) =>
        first ? [{ article: first.article.id, line: first.event.id }] : [],
      ),
      statuses: new Set(own.flatMap(({ statuses }) => statuses)),
      killed: own.reduce(
        (sum, { tellings }) =>
          sum +
          Math.max(0, ...tellings.map(({ event }) => event.killed.reduce((all, one) => all + one.count, 0))),
        0,
      ),
      quad: ([...quads].sort((a, b) => b[1] - a[1])[0] as [Quad, number])[0],
    };
  });
  return { places: marks.sort((a, b) => b.lines.length - a.lines.length), withoutPlace };
}
