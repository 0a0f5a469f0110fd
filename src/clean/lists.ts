const EMPTY: null[] = [null];
EMPTY.length = 0;

/**
 * An empty list that is made for objects or texts from the start. An engine makes `[]` for small numbers, another list of it when the first
 * object comes, and whatever it has compiled for one of the two anew when it meets the other. A copy, since an engine that sees many lists of
 * one literal live on would put them all where only the great collection of garbage looks, with all that hangs on them.
 */
export function newList<T extends object | string | null | undefined>(): T[] {
  return EMPTY.slice() as unknown as T[];
}

/** What is made of each of a list. `items.map` makes lists of two kinds: of one before an engine has compiled what calls it, and of another after. */
export function mapped<A, B extends object | string>(items: readonly A[], made: (item: A) => B): B[] {
  const list = newList<B>();
  for (let at = 0; at < items.length; at++) list.push(made(items[at] as A));
  return list;
}
