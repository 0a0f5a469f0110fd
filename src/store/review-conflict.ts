import { TrucelineError } from '../model/index.ts';
import type { Change } from './reviews.ts';

/** Somebody else has decided about a line since the person who decides now looked at it. Nothing was written. */
export class ReviewConflict extends TrucelineError {
  /** The other's decision, the latest about the line. */
  readonly latest: Pick<Change, 'id' | 'who' | 'at' | 'action'>;

  constructor({ id, who, at, action }: Change) {
    const when = `${at.slice(0, 16).replace('T', ' ')} UTC`;
    super('E_CONFLICT', { detail: `${who} has decided about this line since (${action}, ${when})` });
    this.latest = { id, who, at, action };
  }
}
