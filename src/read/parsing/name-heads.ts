import { hasChild, type Movable, move, takePlace } from './moving.ts';

const JOINT = /^(?:and|or|nor|but|plus|versus|v|vs|[,;/&–—-])$/i;

/**
 * Names and nouns that the parser joined though nothing joins them ('UN Secretary-General | Antonio Guterres'), put side by side as two adverbials
 * and subjects ('Pope | Leo will come'), headed by their first noun ('house | arrest'), or by their number ('4 | Iraqis'). Changes heads, relations and children of the tokens from
 * `first` on, which are one English sentence; returns its root.
 */
export function mendNameHeads(tokens: readonly Movable[], first: number, root: number): number {
  let top = root;
  for (let at = first + 1; at < tokens.length; at++) {
    const token = tokens[at] as Movable;
    const head = tokens[token.head];
    if (head && head.upos === 'NUM' && head.index === at - 1 && token.deprel === 'nmod:unmarked') {
      if (/^(?:NOUN|PROPN)$/.test(token.upos)) top = headBy(tokens, token, head, 'nummod', top);
      continue;
    }
    if (!head || head.index > at) {
      giveTitle(tokens, token);
      continue;
    }
    if (token.upos === 'PROPN' && token.deprel === 'conj' && head.upos === 'PROPN') {
      if (!hasJoint(tokens, head.index, at)) top = headBy(tokens, token, head, 'nmod:desc', top);
    } else if (
      token.upos === 'NOUN' &&
      token.deprel === 'flat' &&
      head.upos === 'NOUN' &&
      head.index === at - 1
    )
      if (!/^\p{Lu}/u.test(token.text)) top = headBy(tokens, token, head, 'compound', top);
  }
  return top;
}

function hasJoint(tokens: readonly Movable[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const { text, upos } = tokens[at] as Movable;
    if (text !== '-' && (JOINT.test(text) || upos === 'PUNCT' || upos === 'ADP')) return true;
  }
  return false;
}

/** The second word takes the place of the first, which goes below it. */
function headBy(
  tokens: readonly Movable[],
  token: Movable,
  head: Movable,
  deprel: string,
  root: number,
): number {
  takePlace(tokens, token, head);
  for (const child of [...head.children])
    if (child > token.index || !/^(?:compound|amod|flat|punct|nmod)/.test(tokens[child]?.deprel ?? ''))
      move(tokens, tokens[child] as Movable, token.index);
  move(tokens, head, token.index, deprel);
  return head.index === root ? token.index : root;
}

/** 'Pope | Leo will come': a noun with a capital right before the name that is the subject of its verb is its title. */
function giveTitle(tokens: readonly Movable[], name: Movable): void {
  const title = tokens[name.index - 1];
  if (name.upos !== 'PROPN' || !/^nsubj/.test(name.deprel) || title?.head !== name.head) return;
  if (title.upos !== 'NOUN' || !/^\p{Lu}/u.test(title.text) || !/^(?:obl|dep|nmod)/.test(title.deprel))
    return;
  if (hasChild(tokens, title, /^case$/)) return;
  move(tokens, title, name.index, 'nmod:desc');
}
