import { type Edtf, edtf, edtfOfParts, isEdtf } from '../../model/index.ts';
import { calendarOf, type Day, isoWeekOf } from './calendar.ts';

/** A time meant by an expression, at the grain at which it is known; `year: null` is a year that is not known. */
export type Moment =
  | {
      readonly grain: 'day';
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      readonly clock?: string;
    }
  | { readonly grain: 'month'; readonly year: number | null; readonly month: number }
  | { readonly grain: 'year'; readonly year: number }
  | { readonly grain: 'week'; readonly monday: Day }
  | { readonly grain: 'weekend'; readonly saturday: Day }
  | { readonly grain: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly grain: 'half'; readonly year: number; readonly half: number }
  | { readonly grain: 'season'; readonly year: number; readonly season: number }
  | { readonly grain: 'decade'; readonly year: number }
  | { readonly grain: 'century'; readonly century: number }
  | { readonly grain: 'interval'; readonly from: Moment; readonly to: Moment };

/** The moment of a known day. */
export function momentOfDay(day: Day): Moment {
  return { grain: 'day', ...calendarOf(day) };
}

/** The moment as EDTF; null where it is no possible date (30 February) or lies outside of years 0–9999. */
export function edtfOfMoment(moment: Moment): Edtf | null {
  const text = edtfText(moment);
  return text !== null && isEdtf(text) ? edtf(text) : null;
}

function edtfText(moment: Moment): string | null {
  switch (moment.grain) {
    case 'day': {
      const text = parts(moment.year, moment.month, moment.day);
      return text && moment.clock && moment.year !== null ? `${text}T${moment.clock}` : text;
    }
    case 'month':
      return parts(moment.year, moment.month, null);
    case 'year':
      return parts(moment.year, null, null);
    case 'week':
      return `${dayText(moment.monday)}/${dayText(moment.monday + 6)}`;
    case 'weekend':
      return `${dayText(moment.saturday)}/${dayText(moment.saturday + 1)}`;
    case 'quarter':
      return months(moment.year, moment.quarter * 3 - 2, moment.quarter * 3);
    case 'half':
      return months(moment.year, moment.half * 6 - 5, moment.half * 6);
    case 'season':
      return `${pad(moment.year, 4)}-2${moment.season}`;
    case 'decade':
      return `${pad(Math.floor(moment.year / 10), 3)}X`;
    case 'century':
      return `${pad(moment.century, 2)}XX`;
    case 'interval': {
      const [from, to] = [edtfText(moment.from), edtfText(moment.to)];
      return from && to && !from.includes('/') && !to.includes('/') ? `${from}/${to}` : null;
    }
  }
}

/** Checked before `edtfOfParts`, which throws on a day that does not exist. */
function parts(year: number | null, month: number | null, day: number | null): string | null {
  if (year !== null && (year < 0 || year > 9999)) return null;
  const text = [
    year === null ? 'XXXX' : pad(year, 4),
    ...(month === null ? [] : [pad(month, 2)]),
    ...(day === null ? [] : [pad(day, 2)]),
  ].join('-');
  return isEdtf(text) ? edtfOfParts({ year, month, day }) : null;
}

function months(year: number, from: number, to: number): string {
  return `${pad(year, 4)}-${pad(from, 2)}/${pad(year, 4)}-${pad(to, 2)}`;
}

function dayText(day: Day): string {
  const { year, month, day: date } = calendarOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

const SEASON_CODES = ['SP', 'SU', 'FA', 'WI'];

/** The moment as a TIMEX3 value (ISO-TimeML), for comparison with annotated news. */
export function timexOfMoment(moment: Moment): string {
  switch (moment.grain) {
    case 'day':
    case 'month':
    case 'year':
      return edtfText(moment) ?? '';
    case 'week': {
      const { year, week } = isoWeekOf(moment.monday);
      return `${year}-W${pad(week, 2)}`;
    }
    case 'weekend': {
      const { year, week } = isoWeekOf(moment.saturday);
      return `${year}-W${pad(week, 2)}-WE`;
    }
    case 'quarter':
      return `${moment.year}-Q${moment.quarter}`;
    case 'half':
      return `${moment.year}-H${moment.half}`;
    case 'season':
      return `${moment.year}-${SEASON_CODES[moment.season - 1]}`;
    case 'decade':
      return String(Math.floor(moment.year / 10));
    case 'century':
      return String(moment.century);
    case 'interval':
      return timexOfMoment(moment.from);
  }
}
