import { addMonths, calendarOf, type Day } from './calendar.ts';
import { type Context, currentDay, moveStory } from './context.ts';
import type { Unit } from './lexicon.ts';
import { type Moment, momentOfDay } from './moment.ts';
import { VAGUE } from './numbers.ts';
import type { Slots } from './pattern.ts';
import type { Resolution } from './resolution.ts';
import { number, text } from './slots.ts';

const DESIGNATORS: { readonly [unit in Unit]: readonly [prefix: string, factor: number, letter: string] } = {
  second: ['PT', 1, 'S'],
  minute: ['PT', 1, 'M'],
  hour: ['PT', 1, 'H'],
  day: ['P', 1, 'D'],
  week: ['P', 1, 'W'],
  fortnight: ['P', 2, 'W'],
  month: ['P', 1, 'M'],
  quarter: ['P', 1, 'Q'],
  year: ['P', 1, 'Y'],
  decade: ['P', 1, 'E'],
  century: ['P', 100, 'Y'],
};

const DAYS: { readonly [unit in Unit]?: number } = { hour: 1 / 24, day: 1, week: 7, fortnight: 14 };

/** Forms that name a length of time, or a time that returns. */
export const DURATION_FORMS = {
  duration(slots: Slots): Resolution | null {
    return lengthOf(slots);
  },

  pastduration(slots: Slots, context: Context): Resolution | null {
    const found = lengthOf(slots);
    if (!found || slots.pastdirection === undefined) return found;
    return { ...found, anchor: 'since', moment: startOf(context, slots) };
  },

  nthday(slots: Slots, context: Context): Resolution | null {
    const count = number(slots, 'ordinal') ?? number(slots, 'number') ?? 0;
    const days = text(slots, 'unit') === 'week' ? count * 7 : count;
    if (days < 2) return null;
    const here = currentDay(context);
    return {
      kind: 'duration',
      moment: here === null ? null : moveStory(here, 1 - days),
      basis: 'relative',
      days,
      anchor: 'since',
      timex: here === null ? `P${days}D` : '',
    };
  },

  /** 'in its fourth month': it began between three and four months before. */
  nthunit(slots: Slots, context: Context): Resolution | null {
    const count = number(slots, 'ordinal') ?? 0;
    const unit = text(slots, 'unit') as Unit;
    const here = context.published;
    return {
      kind: 'duration',
      moment: here === null ? null : startOfNth(here, count, unit),
      basis: 'relative',
      anchor: 'since',
      ...(unit === 'day' && { days: count }),
      timex: timexLength(count, unit),
    };
  },

  set(slots: Slots): Resolution {
    const unit = text(slots, 'unit') as Unit | undefined;
    const weekday = number(slots, 'weekday') ?? number(slots, 'weekdays');
    const timex =
      text(slots, 'frequency') ??
      (unit ? timexLength(number(slots, 'number') ?? 1, unit) : weekday ? `XXXX-WXX-${weekday}` : 'P1D');
    return { kind: 'set', moment: null, basis: 'expression', timex };
  },

  vague(slots: Slots): Resolution {
    return { kind: 'date', moment: null, basis: 'relative', timex: text(slots, 'vague') ?? '', vague: true };
  },
} satisfies { readonly [form: string]: (slots: Slots, context: Context) => Resolution | null };

function lengthOf(slots: Slots): Resolution | null {
  const unit = (text(slots, 'unit') ?? text(slots, 'units')) as Unit;
  // 'day-long' is one of the unit; 'days' is nobody knows how many.
  const count = number(slots, 'number2') ?? number(slots, 'number') ?? (text(slots, 'unit') ? 1 : VAGUE);
  const factor = DAYS[unit];
  const days = count === VAGUE || factor === undefined ? undefined : count * factor;
  return {
    kind: 'duration',
    moment: null,
    basis: 'relative',
    timex: timexLength(count, unit),
    ...(days === undefined || days < 1 ? {} : { days: Math.round(days) }),
  };
}

function timexLength(count: number, unit: Unit): string {
  const [prefix, factor, letter] = DESIGNATORS[unit];
  return `${prefix}${count === VAGUE ? 'X' : count * factor}${letter}`;
}

/** When a length of time began that runs up to the article: a day for days and weeks, else the month or the year. */
export function startOf(context: Context, slots: Slots): Moment | null {
  const count =
    number(slots, 'number') ?? (text(slots, 'unit') && slots.pastdirection !== undefined ? 1 : VAGUE);
  const unit = (text(slots, 'unit') ?? text(slots, 'units')) as Unit;
  return context.published === null || count === VAGUE ? null : startBefore(context.published, count, unit);
}

function startBefore(day: Day, count: number, unit: Unit): Moment | null {
  const factor = DAYS[unit];
  if (factor !== undefined) return momentOfDay(day - Math.round(count * factor));
  const { year, month } = calendarOf(day);
  if (unit === 'month') return { grain: 'month', ...addMonths(year, month, -Math.round(count)) };
  if (unit === 'year') return { grain: 'year', year: year - Math.round(count) };
  if (unit === 'decade') return { grain: 'year', year: year - Math.round(count * 10) };
  return null;
}

/** When something began that is in its nth day, week, month or year: a day, or the days or months between which it was. */
function startOfNth(day: Day, count: number, unit: Unit): Moment | null {
  if (unit === 'day') return momentOfDay(day - count + 1);
  if (unit === 'week')
    return {
      grain: 'interval',
      from: momentOfDay(day - 7 * count + 1),
      to: momentOfDay(day - 7 * (count - 1)),
    };
  const [from, to] = [startBefore(day, count, unit), startBefore(day, count - 1, unit)];
  return from && to ? { grain: 'interval', from, to } : null;
}
