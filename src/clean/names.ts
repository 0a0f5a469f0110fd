import type { RemovalReason } from '../model/index.ts';
import { type ClassWords, type CrumbSign, classWords, LONGEST_NAMES } from './class-words.ts';
import { BODY, HTML } from './tags.ts';
import { type Attributes, type Element, NO_ATTRIBUTES } from './tree.ts';

/** What an element's tag, class, id and role say about its content; null where they say nothing. */
export function hintOf({ tag, attribs, says }: Element): RemovalReason | null {
  if (tag.hint !== null || attribs === NO_ATTRIBUTES) return tag.hint;
  if (isHidden(attribs)) return 'hidden';
  if (tag.isWhole) return null;
  if (attribs.role === 'navigation') return 'navigation';
  const { class: classes, id } = attribs;
  if (!id) return says ? says.hint : null;
  const joined = tooLong(classes, id);
  if (joined) return joined.hint;
  return says?.hint ?? classWords(id).hint;
}

/** Whether an element's name is one that stories go by. */
export function isStoryName({ tag, attribs, says }: Element): boolean {
  if (attribs === NO_ATTRIBUTES) return false;
  if (attribs.itemprop === 'articleBody') return true;
  if (tag === BODY || tag === HTML) return false;
  const { class: classes, id } = attribs;
  if (!id) return says?.isStory ?? false;
  const joined = tooLong(classes, id);
  if (joined) return joined.isStory;
  return (says?.isStory ?? false) || classWords(id).isStory;
}

/** How surely an element's names, or its schema.org type, call it a line of breadcrumbs; null where they do not. */
export function breadcrumbSign({ tag, attribs, says }: Element): CrumbSign | null {
  if (attribs === NO_ATTRIBUTES || tag === BODY || tag === HTML) return null;
  const { class: classes, id, itemtype, 'aria-label': label } = attribs;
  if (itemtype !== undefined && /BreadcrumbList$/.test(itemtype)) return 'sure';
  if (!id && !label) return says ? says.crumbs : null;
  const joined = tooLong(classes, id, label);
  if (joined) return joined.crumbs;
  const signs = [says?.crumbs, id && classWords(id).crumbs, label && classWords(label).crumbs];
  return signs.includes('sure') ? 'sure' : signs.includes('weak') ? 'weak' : null;
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
