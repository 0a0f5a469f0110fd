import { addMonths, calendarOf, type Day, mondayOf, weekdayOf } from './calendar.ts';
import { extras } from './calendar-forms.ts';
import { type Context, currentDay, moveStory } from './context.ts';
import type { Unit } from './lexicon.ts';
import { type Moment, momentOfDay } from './moment.ts';
import { VAGUE } from './numbers.ts';
import type { Slots } from './pattern.ts';
import type { Resolution } from './resolution.ts';
import { number, text } from './slots.ts';

/** Forms whose date is counted from the article's day or from the day that the story has come to. */
export const RELATIVE_FORMS = {
  weekday(slots: Slots, context: Context): Resolution {
    const day = weekdayOfContext(slots, context);
    const clock = text(slots, 'clock');
    const moment = day === null ? null : momentOfDay(day);
    return {
      kind: clock ? 'time' : 'date',
      moment: moment?.grain === 'day' && clock ? { ...moment, clock } : moment,
      basis: 'relative',
      advances: true,
      ...extras(slots),
    };
  },

  deictic(slots: Slots, context: Context): Resolution | null {
    let offset = number(slots, 'deictic') ?? 0;
    if (slots.yesterday !== undefined) offset = -2;
    if (slots.tomorrow !== undefined) offset = 2;
    if (slots.lastpart !== undefined) offset = -1;
    if (text(slots, 'lastpart') !== undefined && text(slots, 'lastpart') !== 'night') return null;
    const clock = text(slots, 'clock');
    const moment = context.published === null ? null : momentOfDay(context.published + offset);
    const night = text(slots, 'deictic') === 'night' ? { part: 'night' as const } : {};
    return {
      kind: clock ? 'time' : 'date',
      moment: moment?.grain === 'day' && clock ? { ...moment, clock } : moment,
      basis: 'relative',
      advances: offset <= 0 && slots.this === undefined,
      ...night,
      ...extras(slots),
    };
  },

  relunit(slots: Slots, context: Context): Resolution | null {
    const unit = (text(slots, 'units') ?? text(slots, 'unit') ?? 'weekend') as Unit | 'weekend';
    const direction = number(slots, 'direction') ?? (context.tense() === 'future' ? 0 : 0);
    if (unit === 'day') {
      if (direction === 0) return null;
      return direction > 0 ? storyMove(context, 1) : { ...storyMove(context, -1), vague: true };
    }
    if (unit === 'weekend') return weekend(context, number(slots, 'direction'));
    const moment = context.published === null ? null : unitMoment(context.published, unit, direction);
    if (slots.units !== undefined) {
      const timex = direction < 0 ? 'PAST_REF' : direction > 0 ? 'FUTURE_REF' : 'PRESENT_REF';
      return { kind: 'date', moment: null, basis: 'relative', timex, vague: true };
    }
    if (!moment && context.published !== null) return null;
    return { kind: 'date', moment, basis: 'relative', ...extras(slots) };
  },

  relmonth(slots: Slots, context: Context): Resolution {
    const month = number(slots, 'month') as number;
    const direction = number(slots, 'direction') ?? -1;
    return {
      kind: 'date',
      moment: monthBy(context, month, direction, false),
      basis: 'relative',
      ...extras(slots),
    };
  },

  monthofyear(slots: Slots, context: Context): Resolution {
    const month = number(slots, 'month') as number;
    const day = number(slots, 'monthday');
    const direction = number(slots, 'direction') ?? 0;
    const year = context.published === null ? null : calendarOf(context.published).year + direction;
    const moment: Moment =
      day === undefined ? { grain: 'month', year, month } : { grain: 'day', year, month, day };
    return { kind: 'date', moment, basis: 'relative', advances: true };
  },

  relseason(slots: Slots, context: Context): Resolution | null {
    const season = number(slots, 'season') as number;
    if (context.published === null) return { kind: 'date', moment: null, basis: 'relative' };
    const { year, month } = calendarOf(context.published);
    const start = season * 3;
    const direction = number(slots, 'direction');
    const begun = month >= start;
    const ended = month > start + 2;
    let target = year;
    if (direction === -1) target = ended || (season === 4 && month === 12 && false) ? year : year - 1;
    else if (direction === 1) target = begun ? year + 1 : year;
    else if (direction === undefined && context.tense() !== 'future' && !begun) target = year - 1;
    return {
      kind: 'date',
      moment: { grain: 'season', year: target, season },
      basis: 'relative',
      ...extras(slots),
    };
  },

  storyunit(slots: Slots, context: Context): Resolution | null {
    const unit = text(slots, 'unit') as Unit | undefined;
    const direction = slots.previous !== undefined ? -1 : 1;
    if (unit === undefined || unit === 'day') return { ...storyMove(context, direction), ...extras(slots) };
    const from = context.story?.yearKnown ? context.story.day : null;
    const last = context.lastMoment;
    if (unit === 'year') {
      const year = last && 'year' in last ? last.year : null;
      return year === null || year === undefined
        ? null
        : { kind: 'date', moment: { grain: 'year', year: year + direction }, basis: 'relative' };
    }
    if (from === null) return null;
    const moment = unitMoment(from, unit, direction);
    return moment ? { kind: 'date', moment, basis: 'relative' } : null;
  },

  /** 'from Monday to Wednesday': the first is the latest before the second, or the second the next after the first. */
  weekdayrange(slots: Slots, context: Context): Resolution | null {
    const [first, second] = [number(slots, 'weekday') as number, number(slots, 'weekday2') as number];
    if (first === second) return null;
    const here = context.published;
    if (here === null) return { kind: 'date', moment: null, basis: 'relative' };
    const length = (second - first + 7) % 7;
    const coming = context.tense() === 'future';
    const from = coming ? here + ((first - weekdayOf(here) + 7) % 7) : weekdayBefore(here, second) - length;
    return {
      kind: 'date',
      moment: { grain: 'interval', from: momentOfDay(from), to: momentOfDay(from + length) },
      basis: 'relative',
    };
  },

  /** 'half a year ago', 'a month and a half earlier'. */
  halfago(slots: Slots, context: Context): Resolution | null {
    const count = Number(text(slots, 'count'));
    const unit = text(slots, 'unit') as Unit;
    const here = context.published;
    if (here === null) return { kind: 'date', moment: null, basis: 'relative' };
    const { year, month } = calendarOf(here);
    const days = { week: 7, fortnight: 14, month: 30.4 }[unit as string];
    if (unit === 'year') {
      return {
        kind: 'date',
        moment: { grain: 'month', ...addMonths(year, month, -12 * count) },
        basis: 'relative',
      };
    }
    if (days === undefined) return null;
    const at = calendarOf(here - Math.round(days * count));
    const moment: Moment =
      unit === 'month' ? { grain: 'month', year: at.year, month: at.month } : { grain: 'day', ...at };
    return { kind: 'date', moment, basis: 'relative' };
  },

  previousweekday(slots: Slots, context: Context): Resolution {
    const here = currentDay(context);
    if (!here?.yearKnown) return { kind: 'date', moment: null, basis: 'relative' };
    const day = weekdayBefore(here.day - 1, number(slots, 'weekday') as number);
    return { kind: 'date', moment: momentOfDay(day), basis: 'relative', advances: true };
  },

  sameday(slots: Slots, context: Context): Resolution | null {
    const here = currentDay(context);
    return {
      kind: 'date',
      moment: here === null ? null : moveStory(here, 0),
      basis: 'same-day',
      ...extras(slots),
    };
  },

  ago(slots: Slots, context: Context): Resolution | null {
    const unit = text(slots, 'unit') as Unit;
    const count = number(slots, 'number') ?? VAGUE;
    const fromStory = slots.earlier !== undefined || slots.later !== undefined;
    const sign = slots.later !== undefined ? 1 : -1;
    if (count === VAGUE)
      return { kind: 'date', moment: null, basis: 'relative', timex: 'PAST_REF', vague: true };
    const here = fromStory ? currentDay(context) : published(context);
    if (here === null) return { kind: 'date', moment: null, basis: 'relative' };
    const last = context.lastQuarter;
    const moment: Moment | null =
      unit === 'year' && count === 1 && last !== null
        ? { ...last, year: last.year + count * sign }
        : moved(here, unit, count * sign);
    return { kind: 'date', moment, basis: 'relative', advances: fromStory };
  },

  fromnow(slots: Slots, context: Context): Resolution | null {
    const here = published(context);
    const count = number(slots, 'number') ?? VAGUE;
    if (here === null || count === VAGUE) return { kind: 'date', moment: null, basis: 'relative' };
    return { kind: 'date', moment: moved(here, text(slots, 'unit') as Unit, count), basis: 'relative' };
  },

  thatunit(slots: Slots, context: Context): Resolution | null {
    const last = context.lastMoment;
    const unit = text(slots, 'unit') as Unit;
    if (!last || !('year' in last) || last.year === null) return null;
    if (unit === 'year') {
      return {
        kind: 'date',
        moment: { grain: 'year', year: last.year },
        basis: 'relative',
        ...extras(slots),
      };
    }
    if (unit !== 'month' || !('month' in last)) return null;
    const moment: Moment = { grain: 'month', year: last.year, month: last.month };
    return { kind: 'date', moment, basis: 'relative', ...extras(slots) };
  },

  edgeofunit(slots: Slots, context: Context): Resolution | null {
    const unit = (text(slots, 'unit') ?? 'year') as Unit;
    const moment = context.published === null ? null : unitMoment(context.published, unit, 0);
    if (context.published !== null && !moment) return null;
    return { kind: 'date', moment, basis: 'relative', ...extras(slots) };
  },

  theunit(slots: Slots, context: Context): Resolution | null {
    const unit = text(slots, 'unit') as Unit;
    if (unit === 'day' || unit === 'quarter' || context.published === null) return null;
    const moment = unitMoment(context.published, unit, 0);
    return moment ? { kind: 'date', moment, basis: 'relative', vague: true } : null;
  },
} satisfies { readonly [form: string]: (slots: Slots, context: Context) => Resolution | null };

function published(context: Context) {
  return context.published === null ? null : { day: context.published, yearKnown: true };
}

function storyMove(context: Context, days: number): Resolution {
  const here = currentDay(context);
  return {
    kind: 'date',
    moment: here === null ? null : moveStory(here, days),
    basis: 'relative',
    advances: true,
  };
}

/** A count of units from a day; weeks and days give a day, months a month, years a year. */
function moved(
  here: { readonly day: Day; readonly yearKnown: boolean },
  unit: Unit,
  count: number,
): Moment | null {
  if (unit === 'day') return moveStory(here, Math.round(count));
  if (unit === 'week' || unit === 'fortnight') {
    return moveStory(here, Math.round(count * (unit === 'week' ? 7 : 14)));
  }
  if (!here.yearKnown) return null;
  const { year, month } = calendarOf(here.day);
  if (unit === 'month') return { grain: 'month', ...addMonths(year, month, Math.round(count)) };
  if (unit === 'year') return { grain: 'year', year: year + Math.round(count) };
  if (unit === 'decade') return { grain: 'decade', year: Math.floor((year + count * 10) / 10) * 10 };
  if (unit === 'hour' || unit === 'minute' || unit === 'second') return momentOfDay(here.day);
  return null;
}

function unitMoment(day: Day, unit: Unit, direction: number): Moment | null {
  const { year, month } = calendarOf(day);
  switch (unit) {
    case 'week':
      return { grain: 'week', monday: mondayOf(day) + 7 * direction };
    case 'month':
      return { grain: 'month', ...addMonths(year, month, direction) };
    case 'year':
      return { grain: 'year', year: year + direction };
    case 'quarter': {
      const at = addMonths(year, month, 3 * direction);
      return { grain: 'quarter', year: at.year, quarter: Math.ceil(at.month / 3) };
    }
    case 'decade':
      return { grain: 'decade', year: Math.floor(year / 10) * 10 + 10 * direction };
    case 'century':
      return { grain: 'century', century: Math.floor(year / 100) + direction };
    default:
      return null;
  }
}

function weekend(context: Context, direction: number | undefined): Resolution {
  if (context.published === null) return { kind: 'date', moment: null, basis: 'relative' };
  const monday = mondayOf(context.published);
  const shift = direction ?? (context.tense() === 'future' || weekdayOf(context.published) >= 6 ? 0 : -1);
  return { kind: 'date', moment: { grain: 'weekend', saturday: monday + 5 + 7 * shift }, basis: 'relative' };
}

function monthBy(context: Context, month: number, direction: number, strict: boolean): Moment {
  if (context.published === null) return { grain: 'month', year: null, month };
  const here = calendarOf(context.published);
  if (direction === 0) return { grain: 'month', year: here.year, month };
  const later = strict ? month > here.month : month >= here.month;
  if (direction < 0) return { grain: 'month', year: later ? here.year - 1 : here.year, month };
  return { grain: 'month', year: month > here.month ? here.year : here.year + 1, month };
}

/** The latest such weekday on or before a day. */
function weekdayBefore(day: Day, weekday: number): Day {
  return day - ((weekdayOf(day) - weekday + 7) % 7);
}

/**
 * A weekday seen from the article: in a future clause the coming one, else the latest one, the article's own day counting
 * as today in both; 'last' and 'next' leave today out.
 */
function weekdayOfContext(slots: Slots, context: Context): Day | null {
  const weekday = number(slots, 'weekday') as number;
  const here = context.published;
  if (here === null) return null;
  const direction = number(slots, 'direction');
  if (direction !== undefined && direction < 0) return weekdayBefore(here - 1, weekday);
  const after = (day: Day) => day + ((weekday - weekdayOf(day) + 7) % 7);
  if (direction !== undefined && direction > 0) return after(here + 1);
  const tense = context.tense();
  // 'have been closed until Monday'
  if (context.until && tense !== 'past') return after(here);
  if (direction === 0) return tense === 'past' ? weekdayBefore(here, weekday) : after(here);
  return tense === 'future' ? after(here) : weekdayBefore(here, weekday);
}
