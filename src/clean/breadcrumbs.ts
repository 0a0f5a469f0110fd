import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { textOf } from './element-text.ts';
import { isHost } from './house-name.ts';
import { folded } from './phrases.ts';
import { type Element, isElement, type TreeNode } from './tree.ts';

const HOME = new Set(
  z
    .array(z.string())
    .parse(readDataFile(new URL('./home-words.yaml', import.meta.url)))
    .map(folded),
);
/** A line of crumbs is short and has few parts: what is longer is a part of the page that only bears the name. */
const LONGEST = 300;
const MOST_PARTS = 7;

const HOME_FIRST = new Set([...HOME].map(firstWord));

/** Whether a folded line begins with a word that the way home begins with. */
export function mayBeginHome(words: string): boolean {
  return HOME_FIRST.has(firstWord(words));
}

function firstWord(words: string): string {
  const end = words.indexOf(' ');
  return end === -1 ? words : words.slice(0, end);
}

/** Whether a crumb is the way back to the front page. */
export function isHome(crumb: string): boolean {
  return HOME.has(folded(crumb));
}

/** Texts of the links and items of a breadcrumb line; none where it is too long to be one. */
export function crumbsIn(element: Element): string[] {
  const whole = textOf(element);
  if (whole.length > LONGEST) return [];
  const parts: string[] = [];
  const open: TreeNode[] = [...element.children].reverse();
  for (let node = open.pop(); node !== undefined && parts.length <= MOST_PARTS; node = open.pop()) {
    if (!isElement(node)) continue;
    if (node.name === 'a' || (node.name === 'li' && !node.children.some(isElement))) {
      const text = textOf(node);
      if (text !== '') parts.push(text);
    } else
      for (let index = node.children.length - 1; index >= 0; index--)
        open.push(node.children[index] as TreeNode);
  }
  const crumbs = parts.length > 0 ? parts : whole.split(/\s*[›»>/→|]\s*/).filter((part) => part !== '');
  return crumbs.length > MOST_PARTS ? [] : crumbs;
}

/** The areas that crumbs name: less the way home, the outlet, the headline itself, and what comes again. */
export function areasOf(crumbs: readonly string[], title: string, outlet: string | undefined): string[] {
  const [heading, house] = [folded(title), folded(outlet ?? '')];
  const seen = new Set<string>();
  return crumbs
    .map((crumb) => crumb.replace(/\s+/g, ' ').replace(/^[\s›»>/→|]+|[\s›»>/→|]+$/gu, ''))
    .filter((crumb, index) => {
      const name = folded(crumb);
      if (name === '' || crumb.length > 60 || HOME.has(name) || seen.has(name) || isHost(crumb)) return false;
      seen.add(name);
      if (name === heading || (name.length > 12 && heading.startsWith(name))) return false;
      return !(index === 0 && house !== '' && (name === house || house.endsWith(` ${name}`)));
    });
}
