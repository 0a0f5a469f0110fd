import type { Event } from '../../model/index.ts';
import type { ExtractionContext } from '../context.ts';

/** The events of an article, in text order. */
export function extractEvents(_context: ExtractionContext): Event[] {
  return [];
}
