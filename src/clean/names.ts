import type { RemovalReason } from '../model/index.ts';
import { type Attributes, NO_ATTRIBUTES, signOf } from './attributes.ts';
import { type ClassWords, type CrumbSign, classWords, crumbsIn, LONGEST_NAMES } from './class-words.ts';
import { BODY, HTML } from './tags.ts';
import type { Element } from './tree.ts';

const HIDING = signOf('style', 'hidden', 'aria-hidden');
const ROLE = signOf('role');
const ITEM = signOf('itemprop');
const ITEM_TYPE = signOf('itemtype');
const LABEL = signOf('aria-label');

/** What an element's tag, class, id and role say about its content; null where they say nothing. */
export function hintOf({ tag, attribs, says, idSays }: Element): RemovalReason | null {
  if (tag.hint !== null || attribs === NO_ATTRIBUTES) return tag.hint;
  if (attribs.has(HIDING) && isHidden(attribs)) return 'hidden';
  if (tag.isWhole) return null;
  if (attribs.has(ROLE) && attribs.role === 'navigation') return 'navigation';
  const joined = tooLong(attribs, says, idSays);
  return joined ? joined.hint : (says?.hint ?? idSays?.hint ?? null);
}

/** Whether an element's name is one that stories go by. */
export function isStoryName({ tag, attribs, says, idSays }: Element): boolean {
  if (attribs === NO_ATTRIBUTES) return false;
  if (attribs.has(ITEM) && attribs.itemprop === 'articleBody') return true;
  if (tag === BODY || tag === HTML) return false;
  const joined = tooLong(attribs, says, idSays);
  if (joined) return joined.isStory;
  return (says?.isStory ?? false) || (idSays?.isStory ?? false);
}

/** How surely an element's names, or its schema.org type, call it a line of breadcrumbs; null where they do not. */
export function breadcrumbSign({ tag, attribs, says, idSays }: Element): CrumbSign | null {
  if (attribs === NO_ATTRIBUTES || tag === BODY || tag === HTML) return null;
  if (attribs.has(ITEM_TYPE) && /BreadcrumbList$/.test(attribs.itemtype ?? '')) return 'sure';
  const label = attribs.has(LABEL) ? attribs['aria-label'] : undefined;
  const joined = tooLong(attribs, says, idSays, label);
  if (joined) return joined.crumbs;
  const sign = surer(says?.crumbs, idSays?.crumbs);
  return label ? surer(sign, crumbsIn(label)) : sign;
}

function surer(one: CrumbSign | null | undefined, other: CrumbSign | null | undefined): CrumbSign | null {
  return one === 'sure' ? one : (other ?? one ?? null);
}

/** What the beginning of names says that together are longer than is looked at; null where they are not. */
function tooLong(
  attribs: Attributes,
  says: ClassWords | null,
  idSays: ClassWords | null,
  label = '',
): ClassWords | null {
  const length = (says ? says.length : 0) + (idSays ? idSays.length : 0) + label.length;
  return length > LONGEST_NAMES - 2
    ? classWords(`${attribs.class ?? ''} ${attribs.id ?? ''} ${label}`.slice(0, LONGEST_NAMES))
    : null;
}

function isHidden({ style, hidden, 'aria-hidden': ariaHidden }: Attributes): boolean {
  if (hidden !== undefined || ariaHidden === 'true') return true;
  return (
    style !== undefined &&
    /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i.test(style.slice(0, 500))
  );
}
