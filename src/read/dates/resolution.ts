import type { DateMention } from '../document.ts';
import type { DayPart, Edge } from './lexicon.ts';
import type { Moment } from './moment.ts';

/** What an expression turned out to mean. */
export interface Resolution {
  readonly kind: DateMention['kind'];
  readonly moment: Moment | null;
  readonly basis: DateMention['basis'];
  readonly days?: number;
  readonly anchor?: NonNullable<DateMention['anchor']>;
  readonly edge?: Edge;
  readonly part?: DayPart;
  /** TIMEX3 value where it is not that of the moment (durations, sets, vague words). */
  readonly timex?: string;
  /** Says too little for a record ('now', 'recently', 'the week'): seen by the bench only. */
  readonly vague?: boolean;
  /** Whether the story has come to this day, so that 'two days later' counts from it. */
  readonly advances?: boolean;
}
