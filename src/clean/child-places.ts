import { newList } from './lists.ts';
import type { Tag } from './tags.ts';

/**
 * Numbers the children of each element among those of the same name, while a page is read. Without a table for each element: a name
 * remembers in which element it came last, and as which child, and gets what was before back when that element ends. Linear.
 */
export class ChildPlaces {
  /** By number of the tag. */
  private readonly lastIn = newList<object | undefined>();
  private readonly counts: number[] = [];
  /** What changed since each open element began: tag, and what was known of it before. */
  private readonly changed: number[] = [];
  private readonly inBefore = newList<object | undefined>();
  private readonly countsBefore: number[] = [];
  private readonly marks: number[] = [];

  /** Place of a new child of `parent`, from 1. */
  next({ id }: Tag, parent: object): number {
    if (this.lastIn[id] === parent) {
      const place = (this.counts[id] as number) + 1;
      this.counts[id] = place;
      return place;
    }
    this.changed.push(id);
    this.inBefore.push(this.lastIn[id]);
    this.countsBefore.push(this.counts[id] ?? 0);
    this.lastIn[id] = parent;
    this.counts[id] = 1;
    return 1;
  }

  /** An element has begun that may have children. */
  enter(): void {
    this.marks.push(this.changed.length);
  }

  /** The innermost such element has ended. */
  leave(): void {
    const mark = this.marks.pop() as number;
    while (this.changed.length > mark) {
      const id = this.changed.pop() as number;
      this.lastIn[id] = this.inBefore.pop();
      this.counts[id] = this.countsBefore.pop() as number;
    }
  }
}
