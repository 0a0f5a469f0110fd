import { boundsOfEdtf, daysBetween, type Edtf } from '../../../model/index.ts';

/** Whole days from the start to the article's date; null where either is not known to the day. */
export function runningDays(since: Edtf | undefined, asOf: Edtf | undefined): number | null {
  if (!since || !asOf) return null;
  const { first, last } = boundsOfEdtf(since);
  if (first === null || first !== last) return null;
  const days = daysBetween(first, asOf);
  return days !== null && days >= 0 ? days : null;
}

/** The start of a state of which several are told: the earliest, to the day where another telling is within it and says more. */
export function bestStart(starts: readonly Edtf[]): Edtf | undefined {
  const sorted = starts
    .map((date) => ({ date, ...boundsOfEdtf(date) }))
    .sort((a, b) => ((a.first ?? a.date) < (b.first ?? b.date) ? -1 : 1));
  const [earliest] = sorted;
  if (!earliest) return undefined;
  const within = sorted.filter(
    ({ first, last }) =>
      first !== null &&
      last !== null &&
      earliest.first !== null &&
      earliest.last !== null &&
      earliest.first <= first &&
      last <= earliest.last,
  );
  return (within.sort((a, b) => lengthOf(a) - lengthOf(b))[0] ?? earliest).date;
}

const lengthOf = ({ first, last }: { first: string | null; last: string | null }): number =>
  (first && last && daysBetween(first, last)) || 0;
