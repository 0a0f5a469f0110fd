import type { EventDate, EventStatus, Place, Span } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import type { Toll } from './casualties.ts';
import type { EventEntry } from './lexicon.ts';

/** An event as one sentence tells it, before what belongs together is merged. */
export interface EventDraft {
  readonly entry: EventEntry;
  readonly trigger: Token;
  readonly triggerSpan: Span;
  readonly evidence: Span;
  readonly sentence: number;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly overseers: readonly string[];
  readonly date: EventDate;
  readonly place: Place | null;
  readonly topics: readonly string[];
  readonly toll: Toll;
  readonly status: EventStatus;
  readonly source?: string;
  readonly confidence: number;
  /** The noun is definite and brings nothing new: it points back to an event that was told before. */
  readonly pointsBack: boolean;
  /** 'the meeting' rather than 'a meeting'. */
  readonly isDefinite: boolean;
  /** 'also attacked', 'a second raid': one more than what was told before. */
  readonly isAnother: boolean;
  /** Told with its doer in a clause beside the others of its sentence: 'while the air force bombed the town'. */
  readonly isApart: boolean;
  readonly rule: string;
}
