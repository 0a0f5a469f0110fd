import type { PlaceMark } from './places.ts';

/** A stretch of the picture that something stands in, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A place with the middle of its sign, in pixels. */
export interface Placed {
  readonly place: PlaceMark;
  readonly x: number;
  readonly y: number;
}

/** Where the middle of a name stands, from the middle of its sign. */
export interface Offset {
  readonly x: number;
  readonly y: number;
}

export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

const MOST_NAMES = 120;
/** Room of a small sign into which no other's name may reach, or the name would be hit in its place (WCAG 2.2, 2.5.8). */
const LEAST_ROOM = 26;

function roomOf(size: number): number {
  return Math.max(size + 4, LEAST_ROOM);
}

/**
 * Where names have room: below, above or beside their sign; the busiest places first, none over another, over another's
 * sign or beyond the edge. `taken` are the boxes that are then full.
 */
export function namesWithRoom(
  placed: readonly Placed[],
  [width, height]: readonly [number, number],
  sizeOf: (place: PlaceMark) => number,
): { readonly offsets: ReadonlyMap<string, Offset>; readonly taken: readonly Box[] } {
  const signs = placed.map(({ place, x, y }) => ({
    key: place.key,
    ...boxOf(x, y, roomOf(sizeOf(place)), roomOf(sizeOf(place))),
  }));
  const taken: Box[] = [];
  const offsets = new Map<string, Offset>();
  const named: Placed[] = [];
  for (const one of placed.slice(0, MOST_NAMES)) {
    const { place, x, y } = one;
    // Two precisions of one place are named once.
    if (named.some((other) => other.place.name === place.name && Math.hypot(other.x - x, other.y - y) < 40))
      continue;
    const wide = place.name.length * 7.2 + 10;
    const away = sizeOf(place) / 2;
    const choices: Offset[] = [
      { x: 0, y: away + 11 },
      { x: 0, y: -away - 11 },
      { x: away + wide / 2 + 2, y: 0 },
      { x: -away - wide / 2 - 2, y: 0 },
    ];
    for (const offset of choices) {
      const box = boxOf(x + offset.x, y + offset.y, wide, 18);
      if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) continue;
      if (taken.some((one) => overlap(one, box))) continue;
      if (signs.some((sign) => sign.key !== place.key && overlap(sign, box))) continue;
      taken.push(box);
      offsets.set(place.key, offset);
      named.push(one);
      break;
    }
  }
  return { offsets, taken: [...taken, ...signs] };
}

/** How many places are looked at for how far they stand from each other. */
const LOOKED_AT = 200;

/** How far places mostly stand from their nearest neighbour, in steps of 4 pixels; far where they are few. */
export function spacingOf(placed: readonly Placed[]): number {
  const some = placed.slice(0, LOOKED_AT);
  if (some.length < 12) return Number.POSITIVE_INFINITY;
  const nearest = some
    .map((one) =>
      Math.min(...some.filter((other) => other !== one).map(({ x, y }) => Math.hypot(x - one.x, y - one.y))),
    )
    .sort((a, b) => a - b);
  return Math.round((nearest[nearest.length >> 1] as number) / 4) * 4;
}

export function boxOf(x: number, y: number, wide: number, high: number): Box {
  return { left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2 };
}
