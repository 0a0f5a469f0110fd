const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

/** A day of the Persian calendar (Solar Hijri) → year, month and day of ours; null where there is no such day. Looks the day up by Intl. */
export function fromPersian(year: number, month: number, day: number): [number, number, number] | null {
  if (year < 1200 || year > 1500 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  // The year begins about 21 March; its first six months have 31 days, the others 30 or, the last, 29.
  const before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const about = Date.UTC(year + 621, 2, 21) + (before + day - 1) * 86_400_000;
  for (let shift = -2; shift <= 2; shift++) {
    const date = new Date(about + shift * 86_400_000);
    const parts = Object.fromEntries(
      format.formatToParts(date).map(({ type, value }) => [type, Number.parseInt(value, 10)]),
    );
    if (parts.year === year && parts.month === month && parts.day === day)
      return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  }
  return null;
}
