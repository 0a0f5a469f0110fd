import { oneOf, present, textOf } from '../shared/search-params.ts';

/** What the address of the reader can hold: the line that is held fast, by its id in the record. */
export function readerSearch(given: Record<string, unknown>) {
  return present({ line: textOf(given.line), beside: oneOf(given.beside, ['page'] as const) });
}
