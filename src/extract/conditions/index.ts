import type { Condition, Event } from '../../model/index.ts';
import type { ExtractionContext } from '../context.ts';

/** The standing conditions of an article, in text order. */
export function extractConditions(_context: ExtractionContext, _events: readonly Event[]): Condition[] {
  return [];
}
