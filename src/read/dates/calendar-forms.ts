import { dayOf } from './calendar.ts';
import { type Context, currentDay, yearFor } from './context.ts';
import type { DayPart, Edge } from './lexicon.ts';
import { type Moment, momentOfDay } from './moment.ts';
import type { Slots } from './pattern.ts';
import type { Resolution } from './resolution.ts';
import { number, text } from './slots.ts';

/** Forms that name a date of the calendar: days, months, years, ranges. */
export const CALENDAR_FORMS = {
  calendar(slots: Slots, context: Context): Resolution | null {
    const found = calendarDay(slots, context);
    if (!found) return null;
    const clock = text(slots, 'clock');
    const moment: Moment = clock && found.grain === 'day' ? { ...found, clock } : found;
    return {
      kind: clock ? 'time' : 'date',
      moment,
      basis: 'expression',
      advances: true,
      ...extras(slots),
    };
  },

  month(slots: Slots, context: Context): Resolution {
    const month = number(slots, 'month') as number;
    const year = number(slots, 'year') ?? yearFor(context, month, null);
    return { kind: 'date', moment: { grain: 'month', year, month }, basis: 'expression', ...extras(slots) };
  },

  year(slots: Slots): Resolution {
    const moment: Moment = { grain: 'year', year: number(slots, 'year') as number };
    return { kind: 'date', moment, basis: 'expression', ...extras(slots) };
  },

  decade(slots: Slots): Resolution {
    const moment: Moment = { grain: 'decade', year: number(slots, 'decade') as number };
    return { kind: 'date', moment, basis: 'expression', ...extras(slots) };
  },

  century(slots: Slots): Resolution | null {
    const ordinal = number(slots, 'ordinal') as number;
    if (ordinal < 2 || ordinal > 22) return null;
    return {
      kind: 'date',
      moment: { grain: 'century', century: ordinal - 1 },
      basis: 'expression',
      ...extras(slots),
    };
  },

  season(slots: Slots): Resolution {
    const season = number(slots, 'season') as number;
    const moment: Moment = { grain: 'season', year: number(slots, 'year') as number, season };
    return { kind: 'date', moment, basis: 'expression', ...extras(slots) };
  },

  range(slots: Slots, context: Context): Resolution | null {
    const month = number(slots, 'month') as number;
    const month2 = number(slots, 'month2') ?? month;
    const [day, day2] = [number(slots, 'monthday') as number, number(slots, 'monthday2') as number];
    if (month === month2 && day2 <= day) return null;
    const lastYear = number(slots, 'year') ?? number(slots, 'year1') ?? yearFor(context, month2, day2);
    const firstYear =
      number(slots, 'year1') ?? (lastYear === null ? null : month > month2 ? lastYear - 1 : lastYear);
    const from: Moment = { grain: 'day', year: firstYear, month, day };
    const to: Moment = { grain: 'day', year: lastYear, month: month2, day: day2 };
    return { kind: 'date', moment: { grain: 'interval', from, to }, basis: 'expression' };
  },

  pair(slots: Slots, context: Context): Resolution | null {
    const together = (number(slots, 'monthday2') as number) - (number(slots, 'monthday') as number) === 1;
    return together ? CALENDAR_FORMS.range(slots, context) : null;
  },

  monthrange(slots: Slots, context: Context): Resolution | null {
    const [month, month2] = [number(slots, 'month') as number, number(slots, 'month2') as number];
    const last = number(slots, 'year') ?? yearFor(context, month2, null);
    const first = number(slots, 'year1') ?? (last === null ? null : month > month2 ? last - 1 : last);
    const from: Moment = { grain: 'month', year: first, month };
    const to: Moment = { grain: 'month', year: last, month: month2 };
    return { kind: 'date', moment: { grain: 'interval', from, to }, basis: 'expression' };
  },

  yearrange(slots: Slots): Resolution | null {
    const [from, to] = [number(slots, 'year1') as number, number(slots, 'year') as number];
    if (to <= from) return null;
    return {
      kind: 'date',
      moment: { grain: 'interval', from: { grain: 'year', year: from }, to: { grain: 'year', year: to } },
      basis: 'expression',
    };
  },

  time(slots: Slots, context: Context): Resolution {
    const day = currentDay(context);
    const clock = text(slots, 'clock') as string;
    const moment = day?.yearKnown ? momentOfDay(day.day) : null;
    return {
      kind: 'time',
      moment: moment?.grain === 'day' ? { ...moment, clock } : null,
      basis: 'same-day',
      timex: moment ? '' : `T${clock}`,
    };
  },
} satisfies { readonly [form: string]: (slots: Slots, context: Context) => Resolution | null };

function calendarDay(slots: Slots, context: Context): Moment | null {
  const iso = text(slots, 'iso');
  if (iso) {
    const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
    return dayOf(year, month, day) === null ? null : { grain: 'day', year, month, day };
  }
  const holiday = text(slots, 'holiday');
  const [month, day] = holiday
    ? (holiday.split('-').map(Number) as [number, number])
    : [number(slots, 'month'), number(slots, 'monthday')];
  if (day === undefined) return null;
  if (month === undefined) return null;
  const year = number(slots, 'year') ?? yearFor(context, month, day);
  if (dayOf(year ?? 2000, month, day) === null) return null;
  return { grain: 'day', year, month, day };
}

/** The part of the day, or the edge of the month or year, that the expression names. */
export function extras(slots: Slots): { edge?: Edge; part?: DayPart } {
  const edge = text(slots, 'edge') as Edge | undefined;
  const part = (text(slots, 'part') ?? text(slots, 'lastpart')) as DayPart | undefined;
  return { ...(edge ? { edge } : {}), ...(part ? { part } : {}) };
}
