import type { Placed } from './labels.ts';

/** Room that a sign needs so that a finger hits it and no other, in pixels (WCAG 2.2, 2.5.8). */
const LEAST = 26;
/** No sign stands further than this from where its place is, either way. */
const FARTHEST = 16;
const ROUNDS = 6;
/** Squares in which signs are looked for; as wide as the largest sign with its room. */
const SQUARE = 48;

/**
 * Signs of places that stand so near that one could not be hit beside the other pushed apart, each by at most {@link FARTHEST} either way; places further
 * apart stay where they are. Linear in the number of places: only those in neighbouring squares are compared. Crowds stay crowded.
 */
export function apart(placed: readonly Placed[], sizeOf: (place: Placed['place']) => number): Placed[] {
  const signs = placed.map(({ place, x, y }) => ({ place, x, y, room: Math.max(LEAST, sizeOf(place)) }));
  for (let round = 0; round < ROUNDS; round++) {
    const squares = new Map<string, number[]>();
    const keyOf = (x: number, y: number) => `${Math.floor(x / SQUARE)} ${Math.floor(y / SQUARE)}`;
    let moved = false;
    signs.forEach((sign, index) => {
      const near = [-SQUARE, 0, SQUARE].flatMap((right) =>
        [-SQUARE, 0, SQUARE].flatMap(
          (down) => squares.get(keyOf(sign.x + right, sign.y + down))?.slice(0, MOST) ?? [],
        ),
      );
      for (const other of near) moved = push(placed, signs, index, other) || moved;
      const key = keyOf(sign.x, sign.y);
      const square = squares.get(key);
      if (square) square.push(index);
      else squares.set(key, [index]);
    });
    if (!moved) break;
  }
  return signs.map(({ place, x, y }) => ({ place, x, y }));
}

/** Signs of one square that are looked at. */
const MOST = 8;

function push(
  placed: readonly Placed[],
  signs: { x: number; y: number; readonly room: number }[],
  one: number,
  other: number,
): boolean {
  const [a, b] = [signs[one], signs[other]];
  if (!a || !b) return false;
  // The stretch in which a sign is hit is a square: it is enough that two part along one axis
  const least = (a.room + b.room) / 2;
  const [right, down] = [a.x - b.x, a.y - b.y];
  const apartBy = Math.max(Math.abs(right), Math.abs(down));
  if (apartBy >= least) return false;
  const isWide = Math.abs(right) >= Math.abs(down);
  const step = (least - apartBy) / 2 + 0.25;
  const [x, y] = isWide ? [right < 0 ? -1 : 1, 0] : [0, down < 0 ? -1 : 1];
  a.x = kept(a.x + x * step, placed[one]?.x ?? a.x);
  a.y = kept(a.y + y * step, placed[one]?.y ?? a.y);
  b.x = kept(b.x - x * step, placed[other]?.x ?? b.x);
  b.y = kept(b.y - y * step, placed[other]?.y ?? b.y);
  return true;
}

function kept(value: number, home: number): number {
  return Math.min(home + FARTHEST, Math.max(home - FARTHEST, value));
}
