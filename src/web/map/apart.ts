import type { Placed } from './labels.ts';

/** Room that a sign needs so that a finger hits it and no other, in pixels (WCAG 2.2, 2.5.8). */
const LEAST = 26;
/** No sign stands further than this from where its place is, either way. */
const FARTHEST = 16;
const ROUNDS = 6;
/** Squares in which signs are looked for; as wide as the largest sign with its room. */
const SQUARE = 48;

/** A sign where it is drawn, the place where it belongs, and the room that it needs. */
interface Sign {
  readonly home: Placed;
  readonly room: number;
  x: number;
  y: number;
}

/**
 * Signs of places that stand so near that one could not be hit beside the other pushed apart, each by at most {@link FARTHEST} either way; places further
 * apart stay where they are. Linear in the number of places: only those in neighbouring squares are compared. Crowds stay crowded.
 */
export function apart(placed: readonly Placed[], sizeOf: (place: Placed['place']) => number): Placed[] {
  const signs = placed.map(
    (home): Sign => ({ home, x: home.x, y: home.y, room: Math.max(LEAST, sizeOf(home.place)) }),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const squares = new Map<string, Sign[]>();
    const keyOf = (x: number, y: number) => `${Math.floor(x / SQUARE)} ${Math.floor(y / SQUARE)}`;
    let moved = false;
    for (const sign of signs) {
      const near = [-SQUARE, 0, SQUARE].flatMap((right) =>
        [-SQUARE, 0, SQUARE].flatMap(
          (down) => squares.get(keyOf(sign.x + right, sign.y + down))?.slice(0, MOST) ?? [],
        ),
      );
      for (const other of near) moved = push(sign, other) || moved;
      const key = keyOf(sign.x, sign.y);
      const square = squares.get(key);
      if (square) square.push(sign);
      else squares.set(key, [sign]);
    }
    if (!moved) break;
  }
  return signs.map(({ home, x, y }) => ({ place: home.place, x, y }));
}

/** Signs of one square that are looked at. */
const MOST = 8;

function push(a: Sign, b: Sign): boolean {
  // The stretch in which a sign is hit is a square: it is enough that two part along one axis
  const least = (a.room + b.room) / 2;
  const [right, down] = [a.x - b.x, a.y - b.y];
  const apartBy = Math.max(Math.abs(right), Math.abs(down));
  if (apartBy >= least) return false;
  const isWide = Math.abs(right) >= Math.abs(down);
  const step = (least - apartBy) / 2 + 0.25;
  const [x, y] = isWide ? [right < 0 ? -1 : 1, 0] : [0, down < 0 ? -1 : 1];
  a.x = kept(a.x + x * step, a.home.x);
  a.y = kept(a.y + y * step, a.home.y);
  b.x = kept(b.x - x * step, b.home.x);
  b.y = kept(b.y - y * step, b.home.y);
  return true;
}

function kept(value: number, home: number): number {
  return Math.min(home + FARTHEST, Math.max(home - FARTHEST, value));
}
