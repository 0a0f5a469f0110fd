import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { type Edtf, edtf, isEdtf } from '../model/index.ts';
import { mapped, newList } from './lists.ts';
import { isAscii, mayBeginMonth, monthName, monthOf } from './months.ts';
import { fromPersian } from './persian-calendar.ts';

/** Which of two small numbers of a date such as 05/06/2023 is the day. */
export type DayOrder = 'dmy' | 'mdy';

export interface DateReading {
  /** ISO 639-1, where it is known: month names and the calendar follow it. */
  readonly language?: string | undefined;
  /** Where it is not known, a date that can be read both ways is not read. */
  readonly order?: DayOrder | undefined;
}

/** A date as it stands in a line: a day of a year, or of no known year (`XXXX-03-06`). UTF-16 offsets. */
export interface FoundDate {
  readonly day: Edtf;
  readonly hasYear: boolean;
  readonly start: number;
  readonly end: number;
}

const Calendars = z.object({
  persian: z.array(z.array(z.string())).length(12),
  eras: z.record(z.string(), z.int()),
  between: z.array(z.string()),
});
const { persian, eras, between } = Calendars.parse(
  readDataFile(new URL('./calendars.yaml', import.meta.url)),
);
const PERSIAN = new Map(persian.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const BETWEEN = new Set(between);

/** Languages whose countries count the years of the Buddha, and how many more these are. */
const BUDDHIST = new Set(['th', 'lo', 'km']);
const BUDDHIST_YEARS = 543;
const BUDDHIST_LEAST = 2400;
/** Points and small words between two parts of a date. */
const MOST_BETWEEN = 4;
/** Greater numbers count as this one: none of them is of a date. */
const MOST_VALUE = 99_999;
/** Lines longer than this are read to here only. */
const LONGEST = 400;
/** Digit nought of scripts that news writes dates in: Arabic, Persian and Urdu, Devanagari, Bengali, Thai, full width. */
const NOUGHTS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];
const FOREIGN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/g;
const ERAS = Object.keys(eras).join('|');
/** 2023年3月6日, 2023년 3월 6일, 令和5年3月6日; and ngày 6 tháng 3 năm 2023. */
const EAST_ASIAN = new RegExp(
  `(?:(${ERAS})\\s?(\\d{1,3}|元|[〇○零一二三四五六七八九十百]{1,5})|(?<!\\d)(\\d{4}|[〇○零一二三四五六七八九]{4}))\\s?[年년]\\s?(\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?[月월]\\s?(\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?[日일號号]?`,
  'gu',
);
/** 3月6日 by itself. */
const EAST_ASIAN_DAY =
  /(?<![\d年년])(\d{1,2}|[一二三四五六七八九十]{1,3})\s?[月월]\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日일號号]/gu;
const NUMERALS = '〇一二三四五六七八九';
const VIETNAMESE = /(?<!\d)(\d{1,2})\s(?:tháng)\s(\d{1,2})(?:,?\snăm\s|\/|,\s)(\d{4})(?!\d)/giu;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** -1 for what is no number. */
  readonly value: number;
}

/**
 * The full dates of a line, in order, of many languages and scripts: `6 March 2023`, `March 6th, 2023`, `06.03.2023`, `6 marzo 2023`,
 * `2023. március 6.`, `2023年3月6日`, `۱۵ اسفند ۱۴۰۱`; and days without a year. No relative times (`3 hours ago`). Reads the first 400
 * characters; linear.
 */
export function datesIn(line: string, reading: DateReading = {}): FoundDate[] {
  const text = line.slice(0, LONGEST).replace(FOREIGN_DIGIT, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (NOUGHTS.find((nought) => code >= nought && code < nought + 10) ?? code));
  });
  if (!/[\d月]/.test(text)) return newList();
  const found = newList<FoundDate>();
  const isEastAsian = /[年년月월]/.test(text);
  for (const match of isEastAsian ? text.matchAll(EAST_ASIAN) : []) {
    const [whole, era, eraYear, year, month, day] = match;
    const full = era ? (eras[era] ?? 0) + (eraYear === '元' ? 1 : numberOf(eraYear)) : numberOf(year);
    put(found, full, numberOf(month), numberOf(day), match.index, match.index + whole.length);
  }
  for (const match of /[áÁ]/.test(text) ? text.matchAll(VIETNAMESE) : [])
    put(
      found,
      Number(match[3]),
      Number(match[2]),
      Number(match[1]),
      match.index,
      match.index + match[0].length,
    );
  if (found.length > 0) return found.sort((a, b) => a.start - b.start);
  for (const { 0: whole, 1: month, 2: day, index } of isEastAsian ? text.matchAll(EAST_ASIAN_DAY) : []) {
    const open = openDay(numberOf(month), numberOf(day));
    if (open) found.push({ day: open, hasYear: false, start: index, end: index + whole.length });
  }
  if (found.length > 0) return found;
  const tokens = tokensOf(text);
  for (let at = 0; at < tokens.length; ) {
    const isNumber = (tokens[at] as Token).value >= 0;
    const hit = (isNumber ? inNumbers(tokens, at, reading) : null) ?? inWords(tokens, at, reading);
    if (hit) found.push(hit[0]);
    at = hit ? hit[1] : at + 1;
  }
  return found;
}

function put(found: FoundDate[], year: number, month: number, day: number, start: number, end: number): void {
  const date = dayFrom(year, month, day);
  if (date) found.push({ day: date, hasYear: true, start, end });
}

/** A day without a year, else null. */
function openDay(month: number, day: number): Edtf | null {
  const text = `XXXX-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isEdtf(text) ? edtf(text) : null;
}

/** A number in digits, or in numerals of Chinese: 二〇三一, 十二, 二十一, 一百二十. */
function numberOf(text = ''): number {
  if (/^\d/.test(text)) return Number(text);
  const signs = text.replace(/[○零]/g, '〇');
  if (!/[十百]/.test(signs)) return Number([...signs].map((sign) => NUMERALS.indexOf(sign)).join(''));
  let [sum, digit] = [0, 0];
  for (const sign of signs) {
    const value = sign === '十' ? 10 : sign === '百' ? 100 : 0;
    if (value > 0) [sum, digit] = [sum + Math.max(1, digit) * value, 0];
    else digit = NUMERALS.indexOf(sign);
  }
  return sum + digit;
}

/** A day of the calendar between 1900 and 2100, else null. */
export function dayFrom(year: number, month: number, day: number): Edtf | null {
  if (!(year >= 1900 && year <= 2100)) return null;
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isEdtf(text) ? edtf(text) : null;
}

function tokensOf(text: string): Token[] {
  // An ordinal's ending goes with its number: 6th, 1er, 3º, 5-го.
  const pattern =
    /\d+(?:(?:st|nd|rd|th|er|º|ª|°)(?![\p{L}\d])|-?(?:го|е|й|ый|ое)(?![\p{L}\d]))?|\p{L}[\p{L}\p{M}]*|[^\s\p{L}\d]/giu;
  return mapped([...text.matchAll(pattern)], ({ 0: whole, index }) => ({
    text: whole,
    start: index,
    end: index + whole.length,
    value: /^\d/.test(whole) ? Math.min(Number.parseInt(whole, 10), MOST_VALUE) : -1,
  }));
}

/** 2023-03-06, 06.03.2023, 6/3/23 …: three numbers with the same sign between them. Gives the date and the token after it. */
function inNumbers(tokens: readonly Token[], at: number, reading: DateReading): [FoundDate, number] | null {
  if (at + 4 >= tokens.length) return null;
  const sign = tokens[at + 1] as Token;
  if (!/^[-./]$/.test(sign.text) || tokens[at + 3]?.text !== sign.text) return null;
  return inThree(tokens, at, sign.text, reading);
}

/** The same where a number stands at `at`, and two places on the same sign twice. */
function inThree(
  tokens: readonly Token[],
  at: number,
  sign: string,
  { language, order }: DateReading,
): [FoundDate, number] | null {
  const a = tokens[at] as Token;
  const b = tokens[at + 2] as Token;
  const c = tokens[at + 4] as Token;
  const parts = [a, b, c];
  if (!parts.every(({ text }) => /^\d+$/.test(text))) return null;
  // Versions, numbers of telephones, times.
  const before = at > 0 ? tokens[at - 1] : undefined;
  const after = tokens[at + 5];
  const next = tokens[at + 6];
  if (before && before.end === a.start && /[-./:\d]/.test(before.text)) return null;
  if (
    after &&
    next &&
    after.start === c.end &&
    /[-./:]/.test(after.text) &&
    next.start === after.end &&
    next.value >= 0
  )
    return null;
  const sizes = parts.map(({ text }) => text.length).join('');
  let day: Edtf | null = null;
  if (/^4[12][12]$/.test(sizes)) {
    const solar = language === 'fa' || language === 'ps' ? fromPersian(a.value, b.value, c.value) : null;
    const year =
      a.value > BUDDHIST_LEAST && BUDDHIST.has(language ?? '') ? a.value - BUDDHIST_YEARS : a.value;
    day = solar ? dayFrom(...solar) : dayFrom(year, b.value, c.value);
  } else if (/^[12][12]4$/.test(sizes) || sizes === '222' || (sign === '/' && /^[12][12]2$/.test(sizes))) {
    const isBuddhist = c.value > BUDDHIST_LEAST && BUDDHIST.has(language ?? '');
    const year = c.text.length === 2 ? yearOfTwo(c.value) : c.value - (isBuddhist ? BUDDHIST_YEARS : 0);
    const first = sign === '.' && a.value <= 12 && b.value <= 12 ? (order ?? 'dmy') : order;
    if (a.value > 12 || a.value === b.value || (first === 'dmy' && b.value <= 12))
      day = dayFrom(year, b.value, a.value);
    else if (b.value > 12 || first === 'mdy') day = dayFrom(year, a.value, b.value);
  }
  return day && [{ day, hasYear: true, start: a.start, end: c.end }, at + 5];
}

function yearOfTwo(value: number): number {
  return value + (value < 70 ? 2000 : 1900);
}

interface Part {
  readonly kind: 'day' | 'year' | 'month';
  readonly value: number;
  readonly isPersian: boolean;
  /** Token after it. */
  readonly next: number;
}

/** Day, month by name and year, in any order that people write; a day and a month alone where no year follows. */
function inWords(tokens: readonly Token[], at: number, reading: DateReading): [FoundDate, number] | null {
  const first = partAt(tokens, at, reading);
  if (!first) return null;
  const parts = [first];
  while (parts.length < 3) {
    const next = afterPart(tokens, parts.at(-1) as Part, reading);
    const part = next < tokens.length ? partAt(tokens, next, reading) : null;
    if (!part || partOf(parts, part.kind)) break;
    parts.push(part);
  }
  return parts.length < 2 ? null : ofParts(tokens, at, parts, reading);
}

/** The date that two parts or three make that follow each other. */
function ofParts(
  tokens: readonly Token[],
  at: number,
  parts: Part[],
  reading: DateReading,
): [FoundDate, number] | null {
  const day = partOf(parts, 'day');
  const month = partOf(parts, 'month');
  let year = partOf(parts, 'year');
  if (!day || !month) return null;
  // '2023 March' and a 6 that counts something else are no date: a year stands first only before month and day, or day and month.
  if (parts.length === 2) year = undefined;
  if (!year && parts[1] === month && !month.isPersian) {
    year = shortYear(tokens, day, month, reading) ?? undefined;
    if (year) parts.push(year);
  }
  const last = parts.at(-1) as Part;
  const { start } = tokens[at] as Token;
  const { end } = tokens[last.next - 1] as Token;
  const isPersian = month.isPersian;
  if (!year) {
    if (isPersian) return null;
    const open = openDay(month.value, day.value);
    return open && [{ day: open, hasYear: false, start, end }, last.next];
  }
  const solar = isPersian ? fromPersian(year.value, month.value, day.value) : null;
  const date = isPersian ? solar && dayFrom(...solar) : dayFrom(year.value, month.value, day.value);
  return date && [{ day: date, hasYear: true, start, end }, last.next];
}

function partOf(parts: readonly Part[], kind: Part['kind']): Part | undefined {
  for (const part of parts) if (part.kind === kind) return part;
  return undefined;
}

/** A year of two digits behind the name of a month: `06-Mar-31`, `6 Mar '31`, and in Thai `6 มี.ค. 74`. */
function shortYear(tokens: readonly Token[], day: Part, month: Part, { language }: DateReading): Part | null {
  const isThai = BUDDHIST.has(language ?? '');
  const next = tokens[month.next]?.text === '.' ? month.next + 1 : month.next;
  const sign = tokens[next]?.text ?? '';
  const isJoined = sign === '-' && tokens[day.next]?.text === '-';
  const isAfter = isJoined || /^['’]$/.test(sign);
  if (!isAfter && !isThai) return null;
  const at = next + (isAfter ? 1 : 0);
  const token = tokens[at];
  const after = tokens[at + 1];
  if (!token || !/^\d\d$/.test(token.text) || (after && after.start === token.end && /[:.]/.test(after.text)))
    return null;
  const value = isThai ? token.value + 2500 - BUDDHIST_YEARS : yearOfTwo(token.value);
  return { kind: 'year', value, isPersian: false, next: at + 1 };
}

function partAt(tokens: readonly Token[], at: number, { language }: DateReading): Part | null {
  return (tokens[at] as Token).value >= 0 ? numberAt(tokens, at, language) : monthAt(tokens, at, language);
}

function numberAt(tokens: readonly Token[], at: number, language: string | undefined): Part | null {
  const token = tokens[at] as Token;
  const after = tokens[at + 1];
  // A time of day is no day: 10:30.
  if (after?.text === ':' && after.start === token.end) return null;
  if (
    at > 1 &&
    tokens[at - 1]?.text === ':' &&
    tokens[at - 1]?.end === token.start &&
    (tokens[at - 2]?.value ?? -1) >= 0
  )
    return null;
  const digits = token.text.replace(/\D+.*$/u, '').length;
  if (digits <= 2 && token.value >= 1 && token.value <= 31)
    return { kind: 'day', value: token.value, isPersian: false, next: at + 1 };
  if (digits === 4 && token.value > BUDDHIST_LEAST && BUDDHIST.has(language ?? ''))
    return { kind: 'year', value: token.value - BUDDHIST_YEARS, isPersian: false, next: at + 1 };
  if (digits === 4 && token.value >= 1200 && token.value <= 2100)
    return { kind: 'year', value: token.value, isPersian: token.value < 1900, next: at + 1 };
  return null;
}

/** The name of a month, which may be of two words or have a point in it. */
function monthAt(tokens: readonly Token[], at: number, language: string | undefined): Part | null {
  const token = tokens[at] as Token;
  if (token.text.length < 2) return null;
  const second = tokens[at + 1];
  const two =
    second && second.value < 0 && second.text.length > 2 && mayBeginMonth(token.text)
      ? monthOf(`${token.text} ${second.text}`, language)
      : null;
  if (two) return { kind: 'month', value: two, isPersian: false, next: at + 2 };
  // มี.ค.: a short form with a point inside of it.
  const third = tokens[at + 2];
  const pointed =
    second?.text === '.' && second.start === token.end && third?.start === second.end && third.value < 0
      ? monthOf(token.text + third.text, language)
      : null;
  if (pointed) return { kind: 'month', value: pointed, isPersian: false, next: at + 3 };
  const month = monthOf(token.text, language);
  const solar = isAscii(token.text) ? undefined : PERSIAN.get(monthName(token.text));
  if (solar && (month === null || language === 'fa' || language === 'ps'))
    return { kind: 'month', value: solar, isPersian: true, next: at + 1 };
  return month === null ? null : { kind: 'month', value: month, isPersian: false, next: at + 1 };
}

/** Passes over up to four points, commas and small words that stand between the parts of a date, and a second name of its month. */
function afterPart(tokens: readonly Token[], { kind, next: at }: Part, { language }: DateReading): number {
  let next = at;
  for (let passed = 0; passed < MOST_BETWEEN; passed++) {
    const token = tokens[next];
    if (!token || !(/^[.,\-/’'،]$/u.test(token.text) || BETWEEN.has(token.text.toLowerCase()))) break;
    next++;
    // آذار / مارس: both names of one month.
    const name = tokens[next];
    if (kind === 'month' && token.text === '/' && name && monthOf(name.text, language) !== null)
      return next + 1;
  }
  return next;
}
