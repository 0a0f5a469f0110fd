import type { Place, PlaceCount } from '../api/client.ts';

export type Precision = NonNullable<Place['precision']>;
export const PRECISIONS: readonly Precision[] = ['exact', 'near', 'district', 'region', 'country'];

/** What happened at one place. */
export interface PlaceMark extends PlaceCount {
  readonly key: string;
  readonly precision: Precision;
}

export function markOf(place: PlaceCount): PlaceMark {
  const { name, lat, lon, precision = 'near' } = place;
  return { ...place, key: `${name} ${lat} ${lon} ${precision}`, precision };
}
