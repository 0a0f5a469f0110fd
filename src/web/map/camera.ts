import { type GeoProjection, geoMercator } from 'd3-geo';
import type { PlaceMark } from './places.ts';

/** Where the map looks: the middle in degrees, and pixels for one radian. */
export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly scale: number;
}

const SMALLEST = 80;
const LARGEST = 60_000;

/** A camera that sees all places with air around them; the whole world where there is none. */
export function cameraFor(places: readonly PlaceMark[], width: number, height: number): Camera {
  if (places.length === 0) return { lon: 20, lat: 25, scale: Math.max(SMALLEST, width / 6.3) };
  const near = inTheMiddle(places);
  const lons = near.map(({ lon }) => lon);
  const lats = near.map(({ lat }) => lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const fitted = geoMercator().fitExtent(
    [
      [width * 0.12, height * 0.14],
      [Math.max(width * 0.88, 61), Math.max(height * 0.86, 51)],
    ],
    {
      type: 'MultiPoint',
      coordinates: [
        [west, south],
        [east, north],
        [west + 0.6, south + 0.4],
      ],
    },
  );
  return { lon: (west + east) / 2, lat: (south + north) / 2, scale: bounded(fitted.scale()) };
}

/** Without the far-off capitals: what lies within some degrees of where most happens. */
function inTheMiddle(places: readonly PlaceMark[]): readonly PlaceMark[] {
  const half = places.reduce((sum, { events }) => sum + events, 0) / 2;
  const middle = (axis: 'lon' | 'lat') => {
    let seen = 0;
    const sorted = places.toSorted((a, b) => a[axis] - b[axis]);
    for (const place of sorted) {
      seen += place.events;
      if (seen >= half) return place[axis];
    }
    return (sorted[0] as PlaceMark)[axis];
  };
  const [lon, lat] = [middle('lon'), middle('lat')];
  return places.filter((place) => Math.abs(place.lon - lon) < 6 && Math.abs(place.lat - lat) < 4);
}

export function projectionOf({ lon, lat, scale }: Camera, width: number, height: number): GeoProjection {
  return geoMercator()
    .center([lon, lat])
    .scale(scale)
    .translate([width / 2, height / 2])
    .clipExtent([
      [-20, -20],
      [width + 20, height + 20],
    ]);
}

/** Closer by `factor`, with what is under the point held where it is. */
export function closer(
  camera: Camera,
  factor: number,
  point: readonly [number, number],
  size: readonly [number, number],
): Camera {
  const scale = bounded(camera.scale * factor);
  const under = projectionOf(camera, ...size).invert?.([...point]);
  if (!under) return { ...camera, scale };
  const after = projectionOf({ ...camera, scale }, ...size)(under);
  if (!after) return { ...camera, scale };
  return shifted({ ...camera, scale }, after[0] - point[0], after[1] - point[1], size);
}

/** Moves the view by pixels. */
export function shifted(
  camera: Camera,
  x: number,
  y: number,
  [width, height]: readonly [number, number],
): Camera {
  const middle = projectionOf(camera, width, height).invert?.([width / 2 + x, height / 2 + y]);
  if (!middle) return camera;
  return { ...camera, lon: middle[0], lat: Math.max(-80, Math.min(80, middle[1])) };
}

function bounded(scale: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, scale));
}
