/** Signs with which spreadsheet programs begin a formula, also behind blanks; as in the server's files. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A row of a table that is taken along: the same keys in every row. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Comma-separated values by RFC 4180, with the keys as head. A text that a spreadsheet would run is given a `'`. */
export function csvOf(rows: readonly Row[]): string {
  const keys = Object.keys(rows[0] ?? {});
  const lines = [keys, ...rows.map((row) => keys.map((key) => row[key] ?? ''))];
  return lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
