import { queryOptions } from '@tanstack/react-query';
import { geoContains } from 'd3-geo';
import type { Feature, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import address from 'world-atlas/countries-50m.json?url';

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** A country, with the degrees that it lies between. */
export interface Country {
  readonly id: string;
  readonly name: string;
  readonly feature: Feature;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** The countries of Natural Earth at 1:50 million, from our own server. Their borders are its view, not ours. */
export const worldQuery = queryOptions({
  queryKey: ['world'],
  queryFn: async ({ signal }): Promise<readonly Country[]> => {
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(response.statusText);
    // The file is a part of the built desk.
    const world = (await response.json()) as World;
    return feature(world, world.objects.countries).features.map((one, nr) => ({
      id: String(one.id ?? `nr ${nr}`),
      name: one.properties.name,
      feature: one,
      ...boundsOf(one),
    }));
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** Towns that one finds the way by: a file of its own, for only the map needs it. */
export const townsQuery = queryOptions({
  queryKey: ['towns'],
  queryFn: async () => (await import('virtual:towns')).default,
  staleTime: Number.POSITIVE_INFINITY,
});

export function countryAt(world: readonly Country[], point: readonly [number, number]): Country | undefined {
  const [lon, lat] = point;
  return world.find(
    ({ feature: shape, west, east, south, north }) =>
      west <= lon && lon <= east && south <= lat && lat <= north && geoContains(shape, [lon, lat]),
  );
}

/** What crosses 180 degrees reaches all around, which only makes it be drawn more often. */
function boundsOf({ geometry }: Feature) {
  const bounds = { west: 180, east: -180, south: 90, north: -90 };
  const rings =
    geometry.type === 'Polygon'
      ? geometry.coordinates
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates.flat()
        : [];
  for (const [lon = 0, lat = 0] of rings.flat() satisfies Position[]) {
    bounds.west = Math.min(bounds.west, lon);
    bounds.east = Math.max(bounds.east, lon);
    bounds.south = Math.min(bounds.south, lat);
    bounds.north = Math.max(bounds.north, lat);
  }
  return bounds;
}
