import { oneOf, present, someOf, textOf } from '../shared/search-params.ts';
import { LAYERS } from './layers.ts';

/**
 * What the address of the reader can hold: the line that is held fast, by its id in the record; what stands beside the
 * text; and what is not marked in it.
 */
export function readerSearch(given: Record<string, unknown>) {
  return present({
    line: textOf(given.line),
    beside: oneOf(given.beside, ['page'] as const),
    hide: someOf(given.hide, LAYERS),
  });
}
