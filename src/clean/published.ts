import { type Edtf, edtf, type Note, type PublishedBasis } from '../model/index.ts';
import type { Moment } from './dates.ts';
import type { ShownDate } from './visible-dates.ts';
import { shownAsPublished, shownAsUpdated } from './visible-dates.ts';

/** What each source says of the day of publication. */
export interface DateSources {
  readonly jsonLd: Moment | null;
  readonly meta: Moment | null;
  readonly time: Moment | null;
  readonly url: Edtf | null;
  readonly shown: readonly ShownDate[];
  /** What each source says of the last change. */
  readonly changed: {
    readonly jsonLd: Moment | null;
    readonly meta: Moment | null;
    readonly time: Moment | null;
  };
}

export interface Published {
  readonly published?: Edtf;
  readonly publishedBasis?: PublishedBasis;
  readonly modified?: Edtf;
  readonly modifiedBasis?: PublishedBasis;
  readonly notes: readonly Note[];
}

/** Places of earth where it is already, or still, another day than in world time: minutes from midnight UTC. */
const STILL_BEFORE = 12 * 60;
const ALREADY_AFTER = 10 * 60;

/**
 * The day of publication, and of the last change: from JSON-LD, meta, the time element by the headline, the address, visible text, in this order of trust. A time
 * that is given in UTC may fall on another day than the page shows its readers: the day shown is then taken. Where sources differ, a note
 * tells what each says.
 */
export function publishedOf({ jsonLd, meta, time, url, shown, changed }: DateSources): Published {
  const seen = shownAsPublished(shown);
  const modified = changed.jsonLd ?? changed.meta ?? changed.time;
  const change = changeOf(changed, shownAsUpdated(shown));
  const updated = change.modified ?? null;
  const known: [PublishedBasis, Edtf][] = [];
  for (const [basis, day] of [
    ['json-ld', jsonLd?.day],
    ['meta', meta?.day],
    ['time-element', time?.day],
    ['url', url],
    ['visible-text', seen?.day],
  ] as const)
    if (day) known.push([basis, day]);
  const [best] = known;
  if (!best) {
    const open = shown.find(({ hasYear, role, place }) => !hasYear && role !== 'updated' && place !== 'tail');
    return {
      ...(open && { published: open.day, publishedBasis: 'visible-text' as const }),
      ...change,
      notes: [],
    };
  }
  const given = { 'json-ld': jsonLd, meta, 'time-element': time }[best[0] as string] ?? null;
  // Some systems write the time of UTC with a zone of their own behind it: another source of the page that has the same clock tells.
  const isUtc = [jsonLd, meta, time].some(
    (other) => other?.isUtc && other.day === given?.day && other.minutes === given?.minutes,
  );
  const isLocal =
    seen !== null && given?.minutes !== undefined && isUtc && isLocalDay(seen.day, given.day, given.minutes);
  // And some write the moment of the last change as that of publication.
  const isChange =
    seen !== null &&
    given !== null &&
    seen.day < given.day &&
    given.day === modified?.day &&
    given.minutes === modified?.minutes;
  const chosen: [PublishedBasis, Edtf] =
    isLocal || isChange ? [time?.day === seen.day ? 'time-element' : 'visible-text', seen.day] : best;
  const others = known.filter(([basis, day]) => differs(basis, day, chosen[1], updated));
  const notes: Note[] = [];
  if (others.length > 0) {
    const why = isLocal
      ? 'its data are in world time, so the day that it shows is used'
      : isChange
        ? 'its data give the moment of its last change, so the day that it shows is used'
        : 'the first is used';
    notes.push({
      kind: 'dates',
      message: `The page gives different publication dates: ${[chosen, ...others].map(([basis, day]) => `${day} (${basis})`).join(', ')}; ${why}.`,
    });
  }
  return {
    published: chosen[1],
    publishedBasis: chosen[0],
    ...change,
    notes,
  };
}

/** The day of the last change, by the same order of trust. */
function changeOf(
  { jsonLd, meta, time }: DateSources['changed'],
  seen: ShownDate | null,
): Pick<Published, 'modified' | 'modifiedBasis'> {
  if (jsonLd) return { modified: jsonLd.day, modifiedBasis: 'json-ld' };
  if (meta) return { modified: meta.day, modifiedBasis: 'meta' };
  if (time) return { modified: time.day, modifiedBasis: 'time-element' };
  return seen ? { modified: seen.day, modifiedBasis: 'visible-text' } : {};
}

/** Whether a day that a page shows can be the local day of a moment that in world time falls on the day after or before. */
function isLocalDay(shown: Edtf, day: Edtf, utcMinutes: number): boolean {
  return (
    (shown === dayAfter(day, -1) && utcMinutes < STILL_BEFORE) ||
    (shown === dayAfter(day, 1) && utcMinutes >= ALREADY_AFTER)
  );
}

/** An address may carry the day before or after (another zone), and a page may show the day of its last change. */
function differs(basis: PublishedBasis, day: Edtf, chosen: Edtf, modified: Edtf | null): boolean {
  if (day === chosen) return false;
  if (basis === 'url') return day !== dayAfter(chosen, 1) && day !== dayAfter(chosen, -1);
  return !(basis === 'visible-text' && day === modified);
}

function dayAfter(day: Edtf, days: number): Edtf {
  return edtf(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
}
