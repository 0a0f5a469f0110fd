import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { RemovalReason } from '../model/index.ts';
import { isSpace } from './signs.ts';

/** What the value of a `class` or `id` says, whatever element it is of. */
export interface ClassWords {
  /** What kind of furniture it names. */
  readonly hint: RemovalReason | null;
  /** Whether it is a name that stories go by. */
  readonly isStory: boolean;
  /** How surely it names a line of breadcrumbs. */
  readonly crumbs: CrumbSign | null;
  /** Itself with `#` for its numbers: what cards of one kind share. */
  readonly bare: string;
  /** UTF-16 units that it has. */
  readonly length: number;
}
export type CrumbSign = 'sure' | 'weak';

const words = new Map<string, RemovalReason>();
const Table = z.partialRecord(RemovalReason, z.array(z.string()));
for (const [reason, list] of Object.entries(
  Table.parse(readDataFile(new URL('./hints.yaml', import.meta.url))),
)) {
  for (const word of list) words.set(word, reason as RemovalReason);
}
/** A page-wide wrapper often names what it has ('has-sidebar', 'with-share'), not what it is. */
const HOLDING = new Set(['has', 'with', 'no', 'is']);
/** By the first letter of a word, as far as five bits tell it, how long words that begin with it are: a bit a length. */
const lengths = new Uint32Array(32);
for (const word of [...words.keys(), ...HOLDING]) {
  const first = word.charCodeAt(0) & 31;
  lengths[first] = (lengths[first] as number) | (1 << word.length);
}

const STORY_NAME =
  /(?:article|story|post|entry|news|main|content|page|rich|blog)[-_]{0,2}(?:body|content|text|copy|main|detail|wrap)|\b(?:body|text|copy)[-_]{0,2}(?:content|text|copy)|(?:^|\s)(?:content|article|story|entry|post|prose|richtext|body)(?:\s|$)/i;
const CRUMBS = /bread-?_?crumb|(?:^|[\s_-])crumbs?(?:$|[\s_-])/i;
/** What is in all of these, and in few other names. */
const ANY_CRUMBS = /crumb|trail|path/i;
/** Names that mostly mean it: believed where nothing else tells. */
const WEAK_CRUMBS = /(?:^|\s)(?:trail|path)(?:$|[\s_-])/i;

const HYPHEN = 45;
const UNDERSCORE = 95;
/** Of a longer value the beginning is looked at. */
export const LONGEST_NAMES = 400;

/** What names say that stand together, with blanks between them. Linear. */
export function classWords(names: string): ClassWords {
  const looked = names.length > LONGEST_NAMES ? names.slice(0, LONGEST_NAMES) : names;
  return {
    hint: hintIn(looked),
    isStory: STORY_NAME.test(looked),
    crumbs: crumbsIn(looked),
    bare: names.replace(/\d+/g, '#'),
    length: names.length,
  };
}

/** How surely names, or what an element is labelled with, mean a line of breadcrumbs. */
export function crumbsIn(names: string): CrumbSign | null {
  if (!ANY_CRUMBS.test(names)) return null;
  return CRUMBS.test(names) ? 'sure' : WEAK_CRUMBS.test(names) ? 'weak' : null;
}

function hintIn(names: string): RemovalReason | null {
  let from = 0;
  while (from < names.length) {
    let to = from;
    while (to < names.length && !isSpace(names.charCodeAt(to))) to++;
    const hint = wordAt(names, from, to) ?? hintInParts(names, from, to);
    if (hint) return hint;
    from = to + 1;
  }
  return null;
}

/** What one of the words says that a name is put together from, with hyphens, underscores or capitals. */
function hintInParts(names: string, from: number, to: number): RemovalReason | null {
  let start = from;
  let before = 0;
  for (let at = from; at < to; at++) {
    const sign = names.charCodeAt(at);
    const isJoint = sign === HYPHEN || sign === UNDERSCORE;
    // A capital behind a small letter begins a word too.
    const isHump = isCapital(sign) && isSmall(before);
    before = sign;
    if (!isJoint && !isHump) continue;
    if (start === from && isHolding(names, start, at)) return null;
    const hint = wordAt(names, start, at);
    if (hint) return hint;
    start = isJoint ? at + 1 : at;
  }
  if (start === from && isHolding(names, start, to)) return null;
  return wordAt(names, start, to) ?? null;
}

function isCapital(sign: number): boolean {
  return sign >= 65 && sign <= 90;
}

function isSmall(sign: number): boolean {
  return sign >= 97 && sign <= 122;
}

function isHolding(names: string, from: number, to: number): boolean {
  return mayBeWord(names, from, to) && HOLDING.has(names.slice(from, to).toLowerCase());
}

function wordAt(names: string, from: number, to: number): RemovalReason | undefined {
  return mayBeWord(names, from, to) ? words.get(names.slice(from, to).toLowerCase()) : undefined;
}

function mayBeWord(names: string, from: number, to: number): boolean {
  return (
    to > from &&
    to - from < 32 &&
    (((lengths[names.charCodeAt(from) & 31] as number) >> (to - from)) & 1) === 1
  );
}
