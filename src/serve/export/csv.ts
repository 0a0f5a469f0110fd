import { stringify } from 'csv-stringify/sync';
import type { Columns } from './columns.ts';

/**
 * Signs with which spreadsheet programs begin a formula (OWASP, "CSV Injection"). A text from the web that begins so
 * gets an apostrophe in front, which such programs show as text. Numbers of ours are left alone.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export function headOfCsv(columns: Columns<never>): string {
  return stringify([Object.keys(columns)]);
}

/** One line of CSV (RFC 4180, line feed), with its end. */
export function lineOfCsv<Row>(row: Row, columns: Columns<Row>): string {
  const cells = Object.values(columns).map((value) => {
    const cell = value(row);
    if (cell === undefined || cell === null) return '';
    if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
    return harmless(typeof cell === 'string' ? cell : cell.filter((one) => one !== undefined).join('; '));
  });
  return stringify([cells]);
}

function harmless(text: string): string {
  // NUL ends a cell early in some programs.
  const whole = text.replaceAll('\u0000', '\uFFFD');
  return FORMULA.test(whole.trimStart()) || FORMULA.test(whole) ? `'${whole}` : whole;
}
