import { boundsOfEdtf, daysBetween, type Edtf } from '../../model/index.ts';

/** Days after which an act that nothing says to last ('closed the border in 1993') is history. */
const LONG_AGO = 400;

export function isLongAgo(date: Edtf, published: Edtf): boolean {
  const { last } = boundsOfEdtf(date);
  return last !== null && (daysBetween(last, published) ?? 0) > LONG_AGO;
}
