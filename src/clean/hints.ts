import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { RemovalReason } from '../model/index.ts';
import type { Attributes } from './tree.ts';

const words = new Map<string, RemovalReason>();
const Table = z.partialRecord(RemovalReason, z.array(z.string()));
for (const [reason, list] of Object.entries(
  Table.parse(readDataFile(new URL('./hints.yaml', import.meta.url))),
)) {
  for (const word of list) words.set(word, reason as RemovalReason);
}

const TAGS: { readonly [tag: string]: RemovalReason } = {
  nav: 'navigation',
  footer: 'boilerplate',
  aside: 'related-stories',
  form: 'comment-form',
  figcaption: 'caption',
  button: 'navigation',
};

/** What was found for names of classes and ids: the same come again on every page of an outlet. */
const known = new Map<string, RemovalReason | null>();
const MOST_KNOWN = 10_000;

/** What an element's tag, class, id and role say about its content; null where they say nothing. */
export function hintOf(tag: string, attributes: Attributes): RemovalReason | null {
  const byTag = TAGS[tag];
  if (byTag) return byTag;
  if (isHidden(attributes)) return 'hidden';
  if (tag === 'body' || tag === 'html' || tag === 'article' || tag === 'main') return null;
  if (attributes.role === 'navigation') return 'navigation';
  const { class: classes, id } = attributes;
  if (!classes && !id) return null;
  const names = `${classes ?? ''} ${id ?? ''}`.slice(0, 400);
  let reason = known.get(names);
  if (reason === undefined) {
    reason = reasonInNames(names);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(names, reason);
  }
  return reason;
}

function reasonInNames(names: string): RemovalReason | null {
  for (const name of names.split(/\s+/)) {
    const whole = words.get(name.toLowerCase());
    if (whole) return whole;
    const parts = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[-_]+/);
    // A page-wide wrapper often names what it has ('has-sidebar', 'with-share'), not what it is.
    if (['has', 'with', 'no', 'is'].includes(parts[0] ?? '')) continue;
    for (const part of parts) {
      const reason = words.get(part);
      if (reason) return reason;
    }
  }
  return null;
}

const STORY_NAME =
  /(?:article|story|post|entry|news|main|content|page|rich|blog)[-_]{0,2}(?:body|content|text|copy|main|detail|wrap)|\b(?:body|text|copy)[-_]{0,2}(?:content|text|copy)|(?:^|\s)(?:content|article|story|entry|post|prose|richtext|body)(?:\s|$)/i;

/** Whether an element's name is one that stories go by. */
export function isStoryName(tag: string, attributes: Attributes): boolean {
  if (attributes.itemprop === 'articleBody') return true;
  if (tag === 'body' || tag === 'html') return false;
  const { class: classes, id } = attributes;
  if (!classes && !id) return false;
  return STORY_NAME.test(`${classes ?? ''} ${id ?? ''}`.slice(0, 400));
}

function isHidden({ style, hidden, 'aria-hidden': ariaHidden }: Attributes): boolean {
  if (hidden !== undefined || ariaHidden === 'true') return true;
  return (
    style !== undefined &&
    /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i.test(style.slice(0, 500))
  );
}
