import type { Day } from './calendar.ts';
import { calendarOf, dayOf } from './calendar.ts';
import type { DateWords } from './lexicon.ts';
import type { Moment } from './moment.ts';
import type { Tense } from './tense.ts';

/** A day that the story has come to; its year may be unknown, then the day lies in a stand-in year. */
export interface StoryDay {
  readonly day: Day;
  readonly yearKnown: boolean;
}

/** What an expression is resolved against. */
export interface Context {
  readonly words: DateWords;
  /** The article's own day; null where it is not known to the day (or, with `publishedMonth`, the month). */
  readonly published: Day | null;
  /** The last full day that the text named before this expression; null at the story's beginning. */
  readonly story: StoryDay | null;
  /** The last moment of any grain that the text named. */
  readonly lastMoment: Moment | null;
  /** The last quarter of a year that the text named. */
  readonly lastQuarter: (Moment & { readonly grain: 'quarter' }) | null;
  /** Does 'by' or 'until' stand before the expression? A past verb then does not say that the day is past. */
  readonly deadline: boolean;
  /** Is it 'until' or 'till'? What is the case until then is to end. */
  readonly until: boolean;
  /** Tense of the expression's clause, worked out on first use. */
  readonly tense: () => Tense;
}

/** A day without a year and without a tense is the coming one if that is near and the last one far, in days. */
const SOON = 100;
const LONG_AGO = 240;
/** A day of what was to be is the last one where that is so near and the coming one so far, in days. */
const JUST_PAST = 60;
const FAR_OFF = 270;

/** Stands in for an unknown year in day arithmetic; 2001 has no 29 February. */
const STAND_IN_YEAR = 2001;

/** The story day of a moment, or null where it is no full day. */
export function storyDayOf(moment: Moment): StoryDay | null {
  if (moment.grain !== 'day') return null;
  const day = dayOf(moment.year ?? STAND_IN_YEAR, moment.month, moment.day);
  return day === null ? null : { day, yearKnown: moment.year !== null };
}

/** The story day moved by days; with an unknown year null where the way leads over the end of February. */
export function moveStory(story: StoryDay, days: number): Moment | null {
  const { year, month, day } = calendarOf(story.day + days);
  if (story.yearKnown) return { grain: 'day', year, month, day };
  const leapDay = dayOf(STAND_IN_YEAR, 3, 1) as Day;
  if (Math.min(story.day, story.day + days) < leapDay && Math.max(story.day, story.day + days) >= leapDay) {
    return null;
  }
  return { grain: 'day', year: null, month, day };
}

/** The day that the story stands at: its last day, else the article's. */
export function currentDay(context: Context): StoryDay | null {
  if (context.story) return context.story;
  return context.published === null ? null : { day: context.published, yearKnown: true };
}

/**
 * The year of a date without one: in a past or untold clause the latest that is not after the article (one day's grace for
 * time zones), in a future one the next; untold and close ahead, the coming one. Null without an article date.
 */
export function yearFor(context: Context, month: number, day: number | null): number | null {
  if (context.published === null) return null;
  const here = calendarOf(context.published);
  if (day === null) {
    const delta = month - here.month;
    if (delta === 0) return here.year;
    const tense = context.tense();
    if (tense === 'future') return delta > 0 ? here.year : here.year + 1;
    if ((tense === 'past' || tense === 'perfect') && !context.deadline)
      return delta < 0 ? here.year : here.year - 1;
    const ahead = (delta + 12) % 12;
    return ahead <= 2 ? (delta > 0 ? here.year : here.year + 1) : delta < 0 ? here.year : here.year - 1;
  }
  // Four years to either side, for the sake of 29 February.
  const candidates = [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((shift) => {
    const year = here.year + shift;
    const at = dayOf(year, month, day);
    return at === null ? [] : [{ year, distance: at - (context.published as Day) }];
  });
  const past = candidates.filter((candidate) => candidate.distance <= 1).at(-1);
  const coming = candidates.find((candidate) => candidate.distance >= 0);
  const tense = context.tense();
  // 'ordered them to leave on 3 May', told in May: what was to be is not eleven months off
  const isJustPast = past !== undefined && past.distance >= -JUST_PAST && (coming?.distance ?? 0) > FAR_OFF;
  if (tense === 'future' && !isJustPast) return (coming ?? past)?.year ?? null;
  if (tense === null || tense === 'present' || context.deadline) {
    const soon = coming && coming.distance <= SOON && (!past || past.distance < -LONG_AGO);
    if (soon) return coming.year;
  }
  return (past ?? coming)?.year ?? null;
}
