import type { Slots } from './pattern.ts';

/** The slot as a number; undefined where it is not filled. */
export function number(slots: Slots, name: string): number | undefined {
  const value = slots[name];
  return typeof value === 'number' ? value : undefined;
}

/** The slot as a word; undefined where it is not filled. */
export function text(slots: Slots, name: string): string | undefined {
  const value = slots[name];
  return typeof value === 'string' ? value : undefined;
}
