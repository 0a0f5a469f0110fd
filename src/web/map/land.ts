import { type GeoPermissibleObjects, geoContains, geoGraticule10, geoPath } from 'd3-geo';
import { type Colours, QUAD_TOKEN } from '../time/colours.ts';
import { type Camera, projectionOf } from './camera.ts';
import { type Box, boxOf, overlap } from './labels.ts';
import type { PlaceMark } from './places.ts';
import type { Country } from './world.ts';

interface Scene {
  readonly context: CanvasRenderingContext2D;
  readonly colours: Colours;
  readonly font: string;
  readonly camera: Camera;
  readonly size: readonly [number, number];
  readonly world: readonly Country[];
  readonly towns: readonly (readonly [string, number, number])[];
  /** Countries somewhere in which something happened, by their id. */
  readonly within: ReadonlyMap<string, PlaceMark['quad']>;
  /** Where nothing more may be written. */
  readonly taken: readonly Box[];
}

const graticule = geoGraticule10();
const MOST_TOWNS = 36;
/** What the buttons at the upper end hide, in pixels. */
const TOOLS = [56, 124] as const;

/** Sea, land, borders, and the names of countries and towns that one finds the way by. */
export function paintLand(scene: Scene): void {
  const { context, colours, camera, size, within } = scene;
  const [width, height] = size;
  const path = geoPath(projectionOf(camera, width, height), context);
  context.fillStyle = colours('sea');
  context.fillRect(0, 0, width, height);
  const seen = inView(scene);
  const draw = (shape: GeoPermissibleObjects) => {
    context.beginPath();
    path(shape);
  };
  for (const { feature, id } of seen) {
    draw(feature);
    context.fillStyle = colours('land');
    context.fill();
    const quad = within.get(id);
    if (quad === undefined) continue;
    context.fillStyle = hatching(context, colours(QUAD_TOKEN[quad])) ?? 'transparent';
    context.fill();
  }
  context.strokeStyle = colours('border');
  context.lineWidth = 1;
  context.globalAlpha = 0.25;
  draw(graticule);
  context.stroke();
  context.globalAlpha = 1;
  for (const { feature } of seen) {
    draw(feature);
    context.stroke();
  }
  paintNames(scene, seen);
}

const GAP = 9;

/** Slanting lines: a ground of one colour would look like a sea. */
function hatching(context: CanvasRenderingContext2D, colour: string): CanvasPattern | null {
  const ratio = devicePixelRatio || 1;
  const tile = document.createElement('canvas');
  tile.width = tile.height = Math.round(GAP * ratio);
  const lines = tile.getContext('2d');
  if (!lines) return null;
  lines.scale(ratio, ratio);
  lines.strokeStyle = colour;
  lines.globalAlpha = 0.4;
  for (const from of [-GAP, 0, GAP]) {
    lines.moveTo(from, GAP);
    lines.lineTo(from + GAP, 0);
  }
  lines.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}

/** Countries that may reach into the picture. */
function inView({ camera, size: [width, height], world }: Scene): readonly Country[] {
  const half = ((width / 2 / camera.scale) * 180) / Math.PI;
  // Beyond 180 degrees east and west change places.
  if (camera.lon - half < -180 || camera.lon + half > 180) return world;
  const projection = projectionOf(camera, width, height);
  const [northWest, southEast] = [projection.invert?.([0, 0]), projection.invert?.([width, height])];
  if (!northWest || !southEast) return world;
  return world.filter(
    ({ west, east, south, north }) =>
      west <= southEast[0] && east >= northWest[0] && south <= northWest[1] && north >= southEast[1],
  );
}

function paintNames(scene: Scene, seen: readonly Country[]): void {
  const { context, colours, font, camera, size, towns } = scene;
  const [width, height] = size;
  const projection = projectionOf(camera, width, height);
  const path = geoPath(projection);
  const taken = [...scene.taken, { left: width - TOOLS[0], right: width, top: 0, bottom: TOOLS[1] }];
  const write = (words: string, x: number, y: number, wide: number) => {
    const box = boxOf(x, y, wide + 8, 18);
    if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height - 22) return false;
    if (taken.some((one) => overlap(one, box))) return false;
    taken.push(box);
    context.fillText(words, x, y);
    return true;
  };
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.font = `600 13px ${font}`;
  context.letterSpacing = '0.06em';
  context.fillStyle = colours('quiet');
  for (const { feature, name } of seen) {
    // Of a country that is seen in part, the middle of that part.
    const [[left, top], [right, bottom]] = path.bounds(feature);
    const wide = context.measureText(name).width;
    if (!(right - left > wide && bottom - top > 20)) continue;
    const [x, y] = path.centroid(feature);
    for (const away of [0, 34, -34, 68, -68]) {
      const point = projection.invert?.([x, y + away]);
      if (point && geoContains(feature, point) && write(name, x, y + away, wide)) break;
    }
  }
  context.letterSpacing = '0px';
  context.font = `12px ${font}`;
  let written = 0;
  for (const [name, lon, lat] of towns) {
    if (written >= MOST_TOWNS) break;
    const at = projection([lon, lat]);
    if (!at || at[0] < 0 || at[1] < 0 || at[0] > width || at[1] > height) continue;
    const [x, y] = at;
    const dot = boxOf(x, y, 6, 6);
    if (taken.some((one) => overlap(one, dot))) continue;
    const wide = context.measureText(name).width;
    if (!write(name, x + wide / 2 + 7, y, wide)) continue;
    taken.push(dot);
    context.beginPath();
    context.arc(x, y, 2, 0, 2 * Math.PI);
    context.fill();
    written++;
  }
}
