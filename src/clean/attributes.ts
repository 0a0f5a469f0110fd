import type { PageSource } from './page-source.ts';

/** Attributes that a tree keeps; all others of a page are passed over. */
export const KEPT_ATTRIBUTES = [
  'aria-hidden',
  'aria-label',
  'class',
  'content',
  'datetime',
  'dir',
  'hidden',
  'href',
  'http-equiv',
  'id',
  'itemprop',
  'itemtype',
  'lang',
  'name',
  'property',
  'pubdate',
  'rel',
  'role',
  'style',
  'title',
  'type',
  'xml:lang',
] as const;
export type AttributeName = (typeof KEPT_ATTRIBUTES)[number];

/** Where the values of a page's attributes stand: of each which attribute it is, where its value begins, and where that ends. */
export class Places {
  numbers = new Int32Array(4096);
  size = 0;

  add(which: number, from: number, to: number): void {
    const at = this.size;
    if (at + SIZE > this.numbers.length) {
      const more = new Int32Array(2 * this.numbers.length);
      more.set(this.numbers);
      this.numbers = more;
    }
    this.numbers[at] = which;
    this.numbers[at + 1] = from;
    this.numbers[at + 2] = to;
    this.size = at + SIZE;
  }
}

const SIZE = 3;

/** Attributes as bits. */
export function signOf(...names: readonly AttributeName[]): number {
  return names.reduce((signs, name) => signs | (1 << KEPT_ATTRIBUTES.indexOf(name)), 0);
}

/** Attributes of an element. Most values of a page are never asked for: each is made a string when it is. */
export class Attributes {
  private readonly signs: number;
  private readonly source: PageSource | null;
  /** Places of the attributes of all elements of the page, and where those of this one begin among them. */
  private readonly places: Places | null;
  private readonly first: number;

  constructor(signs: number, source: PageSource | null, places: Places | null, first: number) {
    this.signs = signs;
    this.source = source;
    this.places = places;
    this.first = first;
  }

  /** Whether it has one of them at least, see {@link signOf}. */
  has(signs: number): boolean {
    return (this.signs & signs) !== 0;
  }

  private at(place: number): string | undefined {
    const { places, source } = this;
    if (((this.signs >> place) & 1) === 0 || source === null || places === null) return undefined;
    const { numbers } = places;
    let at = this.first;
    while (numbers[at] !== place) at += SIZE;
    return source.value(numbers[at + 1] as number, numbers[at + 2] as number);
  }

  get 'aria-hidden'(): string | undefined {
    return this.at(0);
  }
  get 'aria-label'(): string | undefined {
    return this.at(1);
  }
  get class(): string | undefined {
    return this.at(2);
  }
  get content(): string | undefined {
    return this.at(3);
  }
  get datetime(): string | undefined {
    return this.at(4);
  }
  get dir(): string | undefined {
    return this.at(5);
  }
  get hidden(): string | undefined {
    return this.at(6);
  }
  get href(): string | undefined {
    return this.at(7);
  }
  get 'http-equiv'(): string | undefined {
    return this.at(8);
  }
  get id(): string | undefined {
    return this.at(9);
  }
  get itemprop(): string | undefined {
    return this.at(10);
  }
  get itemtype(): string | undefined {
    return this.at(11);
  }
  get lang(): string | undefined {
    return this.at(12);
  }
  get name(): string | undefined {
    return this.at(13);
  }
  get property(): string | undefined {
    return this.at(14);
  }
  get pubdate(): string | undefined {
    return this.at(15);
  }
  get rel(): string | undefined {
    return this.at(16);
  }
  get role(): string | undefined {
    return this.at(17);
  }
  get style(): string | undefined {
    return this.at(18);
  }
  get title(): string | undefined {
    return this.at(19);
  }
  get type(): string | undefined {
    return this.at(20);
  }
  get 'xml:lang'(): string | undefined {
    return this.at(21);
  }
}

/** Those of elements that have none. */
export const NO_ATTRIBUTES = new Attributes(0, null, null, 0);
