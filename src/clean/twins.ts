import type { Box } from './box.ts';
import { newList } from './lists.ts';
import type { Element } from './tree.ts';

/** A tag with a class (numbers in it apart): what all elements of one kind share. */
export interface Kind {
  /** Its number among those of the page. */
  readonly key: number;
  /** The element in which one of the kind came last. */
  last: Box | null;
}

/** More than a page can have: as many as it has elements. */
const MOST_TAGS = 0x40000;

/**
 * The kinds of elements of a page, and which children are of the same kind as an earlier child of the same element. Without a table for
 * each element: a kind remembers the element in which it came last, and gets the one before back when that element ends.
 */
export class Twins {
  private readonly plain = newList<Kind>();
  /** Numbers of the classes, and by class and tag the kinds. */
  private readonly classes = new Map<string, number>();
  private readonly byClass = new Map<number, Kind>();
  private count = 0;
  private readonly changed = newList<Kind>();
  private readonly before = newList<Box | null>();
  private readonly marks: number[] = [];

  kindOf({ tag, says }: Element): Kind {
    if (says === null) {
      const known = this.plain[tag.id];
      if (known !== undefined) return known;
      const kind = this.newKind();
      this.plain[tag.id] = kind;
      return kind;
    }
    const number = this.classNumber(says.bare) * MOST_TAGS + tag.id;
    const known = this.byClass.get(number);
    if (known !== undefined) return known;
    const kind = this.newKind();
    this.byClass.set(number, kind);
    return kind;
  }

  private classNumber(bare: string): number {
    const known = this.classes.get(bare);
    if (known !== undefined) return known;
    this.classes.set(bare, this.classes.size);
    return this.classes.size - 1;
  }

  private newKind(): Kind {
    return { key: this.count++, last: null };
  }

  enter(): void {
    this.marks.push(this.changed.length);
  }

  leave(): void {
    const mark = this.marks.pop() as number;
    while (this.changed.length > mark) (this.changed.pop() as Kind).last = this.before.pop() as Box | null;
  }

  isAnother(parent: Box, kind: Kind): boolean {
    if (kind.last === parent) return true;
    this.changed.push(kind);
    this.before.push(kind.last);
    kind.last = parent;
    return false;
  }
}
