import { queryOptions } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import address from 'world-atlas/countries-50m.json?url';

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;
export type Countries = FeatureCollection;

/** The countries of Natural Earth at 1:50 million, from our own server. Their borders are its view, not ours. */
export const worldQuery = queryOptions({
  queryKey: ['world'],
  queryFn: async ({ signal }): Promise<Countries> => {
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(response.statusText);
    // The file is a part of the built desk.
    const world = (await response.json()) as World;
    return feature(world, world.objects.countries);
  },
  staleTime: Number.POSITIVE_INFINITY,
});
