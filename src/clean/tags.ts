import type { RemovalReason } from '../model/index.ts';
import { newList } from './lists.ts';
import { NameTable } from './name-table.ts';
import type { Signs } from './page-source.ts';

/** What is known of elements by their name alone. One object a name, so that names are compared and looked up once. */
export interface Tag {
  /** Lower case. */
  readonly name: string;
  /** Steps of paths that lead to such elements, by their place among those of the name: `/div[1]` and so on, as far as they were asked for. */
  readonly steps: string[];
  /** Place among all tags of a page: the known ones come first. */
  readonly id: number;
  readonly isVoid: boolean;
  readonly isBlock: boolean;
  /** Its content is no text of the page. */
  readonly isSkipped: boolean;
  readonly isStrong: boolean;
  /** 1 to 6; 0 for what is no heading. */
  readonly heading: number;
  /** Sign of {@link AROUND}. */
  readonly around: number;
  /** What its content is by its tag alone: menus, captions and the like; null where the tag does not tell. */
  readonly hint: RemovalReason | null;
  /** Whether it holds all of a page or of its story, so that no name makes furniture of it. */
  readonly isWhole: boolean;
  /** What it holds up to its end tag may be no markup but code, text as it is (`raw`) or with entities; `rest` never ends. */
  readonly holds: 'markup' | 'code' | 'raw' | 'entities' | 'rest';
  /** Elements that it ends by its mere beginning, as `<li>` ends an `<li>`. */
  readonly ends: ReadonlySet<Tag> | null;
  /** Authors never leave it open, so that it nests without end only in pages made to harm. */
  readonly nests: boolean;
  /** Whether it tells of the article even without attributes. */
  readonly tells: boolean;
  /** Whether it tells of the page as a whole. */
  readonly isOfHead: boolean;
  /** What its content is: drawings and formulas have rules of their own; `html` turns back from them. */
  readonly content: Content | null;
}

export type Content = 'html' | 'svg' | 'mathml';

/** Elements that tell something of all that lies in them, as bits. */
export const AROUND: { readonly [tag: string]: number } = {
  article: 1,
  main: 2,
  aside: 4,
  header: 8,
  ul: 16,
  ol: 16,
  table: 32,
  blockquote: 64,
  figure: 128,
  footer: 256,
  nav: 512,
  form: 1024,
  a: 2048,
};

const listOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));
const VOID = listOf(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
);
const BLOCK = listOf(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul',
);
const SKIPPED = listOf(
  'script style noscript template svg math iframe object embed canvas select option textarea input head map audio video picture img source link meta',
);
const STRONG = listOf('b strong i em big small');
const NESTS = listOf(
  'div span section article main table tbody tr ul ol dl blockquote b i em strong font center small big u s sub sup a ins del form fieldset figure details nav aside header footer',
);
const WHOLE = listOf('html body main article');
const HINTS: { readonly [tag: string]: RemovalReason } = {
  nav: 'navigation',
  footer: 'boilerplate',
  aside: 'related-stories',
  form: 'comment-form',
  figcaption: 'caption',
  button: 'navigation',
};
const TELLS = listOf('title h1 time');
const OF_HEAD = listOf('html title h1 meta link script');
const CODE = listOf('script style');
const RAW = listOf('iframe noembed noframes xmp');
const ENTITIES = listOf('title textarea');
const HTML_INSIDE = listOf('mi mo mn ms mtext annotation-xml desc title foreignobject');

/** Which open elements a tag ends, as htmlparser2 has it: only those that stand innermost. */
const ENDS: { readonly [tag: string]: string } = {
  tr: 'tr th td',
  th: 'th',
  td: 'thead th td',
  body: 'head link script',
  a: 'a',
  li: 'li',
  option: 'option',
  optgroup: 'optgroup option',
  dd: 'dd dt',
  dt: 'dd dt',
  rt: 'rt rp',
  rp: 'rt rp',
  tbody: 'thead tbody',
  tfoot: 'thead tbody',
  ...sameFor('h1 h2 h3 h4 h5 h6', 'h1 h2 h3 h4 h5 h6 p'),
  ...sameFor(
    'select input output button datalist textarea',
    'input option optgroup select button datalist textarea',
  ),
  ...sameFor(
    'p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
    'p',
  ),
};

function sameFor(names: string, ends: string): { readonly [tag: string]: string } {
  return Object.fromEntries(names.split(' ').map((name) => [name, ends]));
}

const known = new Map<string, Tag>();

function make(name: string, id: number): Tag {
  return {
    name,
    steps: newList(),
    id,
    isVoid: VOID.has(name),
    isBlock: BLOCK.has(name),
    isSkipped: SKIPPED.has(name),
    isStrong: STRONG.has(name),
    heading: /^h[1-6]$/.test(name) ? Number(name[1]) : 0,
    around: Object.hasOwn(AROUND, name) ? (AROUND[name] as number) : 0,
    hint: Object.hasOwn(HINTS, name) ? (HINTS[name] as RemovalReason) : null,
    isWhole: WHOLE.has(name),
    holds: holdsOf(name),
    ends: null,
    nests: NESTS.has(name),
    tells: TELLS.has(name),
    isOfHead: OF_HEAD.has(name),
    content: name === 'svg' ? 'svg' : name === 'math' ? 'mathml' : HTML_INSIDE.has(name) ? 'html' : null,
  };
}

function holdsOf(name: string): Tag['holds'] {
  if (CODE.has(name)) return 'code';
  if (RAW.has(name)) return 'raw';
  if (ENTITIES.has(name)) return 'entities';
  return name === 'plaintext' ? 'rest' : 'markup';
}

for (const name of new Set(
  [VOID, BLOCK, SKIPPED, STRONG, NESTS, CODE, RAW, ENTITIES, HTML_INSIDE]
    .flatMap((names) => [...names])
    .concat(Object.entries(ENDS).flatMap(([tag, ends]) => [tag, ...ends.split(' ')]))
    .concat(
      'plaintext',
      'image',
      'foreignobject',
      'label',
      'time',
      'abbr',
      'cite',
      'code',
      'q',
      'mark',
      'font',
      'path',
      'g',
      'use',
    ),
)) {
  const tag = make(name, known.size);
  known.set(name, tag);
}
for (const [name, ends] of Object.entries(ENDS)) {
  const tag = known.get(name) as { -readonly [key in keyof Tag]: Tag[key] };
  tag.ends = new Set(ends.split(' ').map((other) => known.get(other) as Tag));
}

export const A = known.get('a') as Tag;
export const BODY = known.get('body') as Tag;
export const HTML = known.get('html') as Tag;
export const BR = known.get('br') as Tag;
export const FORM = known.get('form') as Tag;
export const P = known.get('p') as Tag;
export const IMAGE = known.get('image') as Tag;
export const IMG = known.get('img') as Tag;
export const FOREIGN_OBJECT = known.get('foreignobject') as Tag;
export const TIME = known.get('time') as Tag;
export const KNOWN_TAGS = known.size;

const tags = [...known.values()];
const names = new NameTable([...known.keys()]);

/** The tag whose name stands between two places of a page, in letters of any size; null where it is not known. */
export function tagWritten(signs: Signs, from: number, to: number): Tag | null {
  const place = names.placeAt(signs, from, to);
  return place === -1 ? null : (tags[place] as Tag);
}

/** The tag of a name as it is written; `others` keeps those of one page that are not known. */
export function tagFor(name: string, others: Map<string, Tag>): Tag {
  const lower = name.toLowerCase();
  const same = known.get(lower) ?? others.get(lower);
  if (same) return same;
  const other = make(lower, KNOWN_TAGS + others.size);
  others.set(lower, other);
  return other;
}
