import { addMonths, calendarOf } from './calendar.ts';
import type { Context } from './context.ts';
import type { Slots } from './pattern.ts';
import type { Resolution } from './resolution.ts';
import { number } from './slots.ts';

/** Forms of the business year: quarters and halves. */
export const QUARTER_FORMS = {
  quarter(slots: Slots, context: Context): Resolution | null {
    const quarter = number(slots, 'ordinal') as number;
    if (quarter > 4) return null;
    let year = number(slots, 'year') ?? null;
    if (year === null && context.published !== null) {
      const here = calendarOf(context.published);
      const direction = number(slots, 'direction');
      const begun = (here.month - 1) / 3 + 1 >= quarter;
      year = here.year + (direction ?? (begun || context.tense() === 'future' ? 0 : -1));
    }
    if (year === null) return { kind: 'date', moment: null, basis: 'relative' };
    return { kind: 'date', moment: { grain: 'quarter', year, quarter }, basis: 'relative' };
  },

  half(slots: Slots, context: Context): Resolution | null {
    const half = number(slots, 'ordinal') ?? 2;
    const direction = number(slots, 'direction') ?? 0;
    const year =
      number(slots, 'year') ??
      (context.published === null ? null : calendarOf(context.published).year + direction);
    if (half > 2 || year === null) return null;
    return { kind: 'date', moment: { grain: 'half', year, half }, basis: 'relative' };
  },

  yearago(slots: Slots, context: Context): Resolution | null {
    const last = context.lastQuarter;
    const quarter = number(slots, 'ordinal') ?? last?.quarter;
    const year = last?.year ?? (context.published === null ? null : calendarOf(context.published).year);
    if (quarter === undefined || quarter > 4 || year === null) return null;
    return { kind: 'date', moment: { grain: 'quarter', year: year - 1, quarter }, basis: 'relative' };
  },

  thisquarter(_slots: Slots, context: Context): Resolution | null {
    if (context.lastQuarter) {
      return { kind: 'date', moment: context.lastQuarter, basis: 'relative', vague: true };
    }
    if (context.published === null) return null;
    const here = calendarOf(context.published);
    const before = addMonths(here.year, here.month, -3);
    const moment = { grain: 'quarter', year: before.year, quarter: Math.ceil(before.month / 3) } as const;
    return { kind: 'date', moment, basis: 'relative', vague: true };
  },
} satisfies { readonly [form: string]: (slots: Slots, context: Context) => Resolution | null };
