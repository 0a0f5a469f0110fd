/**
 * An empty list that is made for objects or texts from the start. An engine makes `[]` for small numbers, another list of it when the first
 * object comes, and whatever it has compiled for one of the two anew when it meets the other.
 */
export function newList<T extends object | string | null | undefined>(): T[] {
  const list: (T | null)[] = [null];
  list.length = 0;
  return list as T[];
}
