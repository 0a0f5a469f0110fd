import type { RemovalReason } from '../model/index.ts';
import { type ClassWords, type CrumbSign, classWords, crumbsIn, LONGEST_NAMES } from './class-words.ts';
import { BODY, HTML } from './tags.ts';
import { type Attributes, type Element, NO_ATTRIBUTES } from './tree.ts';

/** What an element's tag, class, id and role say about its content; null where they say nothing. */
export function hintOf({ tag, attribs, says, idSays }: Element): RemovalReason | null {
  if (tag.hint !== null || attribs === NO_ATTRIBUTES) return tag.hint;
  if (isHidden(attribs)) return 'hidden';
  if (tag.isWhole) return null;
  if (attribs.role === 'navigation') return 'navigation';
  const joined = tooLong(attribs.class, attribs.id);
  return joined ? joined.hint : (says?.hint ?? idSays?.hint ?? null);
}

/** Whether an element's name is one that stories go by. */
export function isStoryName({ tag, attribs, says, idSays }: Element): boolean {
  if (attribs === NO_ATTRIBUTES) return false;
  if (attribs.itemprop === 'articleBody') return true;
  if (tag === BODY || tag === HTML) return false;
  const joined = tooLong(attribs.class, attribs.id);
  if (joined) return joined.isStory;
  return (says?.isStory ?? false) || (idSays?.isStory ?? false);
}

/** How surely an element's names, or its schema.org type, call it a line of breadcrumbs; null where they do not. */
export function breadcrumbSign({ tag, attribs, says, idSays }: Element): CrumbSign | null {
  if (attribs === NO_ATTRIBUTES || tag === BODY || tag === HTML) return null;
  const { class: classes, id, itemtype, 'aria-label': label } = attribs;
  if (itemtype !== undefined && /BreadcrumbList$/.test(itemtype)) return 'sure';
  const joined = tooLong(classes, id, label);
  if (joined) return joined.crumbs;
  const sign = surer(says?.crumbs, idSays?.crumbs);
  return label ? surer(sign, crumbsIn(label)) : sign;
}

function surer(one: CrumbSign | null | undefined, other: CrumbSign | null | undefined): CrumbSign | null {
  return one === 'sure' ? one : (other ?? one ?? null);
}

/** What the beginning of names says that together are longer than is looked at; null where they are not. */
function tooLong(classes = '', id = '', label = ''): ClassWords | null {
  return classes.length + id.length + label.length > LONGEST_NAMES - 2
    ? classWords(`${classes} ${id} ${label}`.slice(0, LONGEST_NAMES))
    : null;
}

function isHidden({ style, hidden, 'aria-hidden': ariaHidden }: Attributes): boolean {
  if (hidden !== undefined || ariaHidden === 'true') return true;
  return (
    style !== undefined &&
    /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i.test(style.slice(0, 500))
  );
}
