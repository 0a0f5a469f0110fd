import type { ArticleRecord } from '../../model/index.ts';

/**
 * The record less the events, claims and conditions whose confidence is below `least` (0 to 1); what claims are about no longer names
 * them. A line without a confidence stays.
 */
export function confidentLines(record: ArticleRecord, least: number): ArticleRecord {
  const isSure = ({ confidence = 1 }: { readonly confidence?: number | undefined }) => confidence >= least;
  const events = record.events.filter(isSure);
  const conditions = record.conditions.filter(isSure);
  const claims = record.claims.filter(isSure);
  const kept = new Set([...events, ...conditions, ...claims].map(({ id }) => id));
  return {
    ...record,
    events,
    conditions,
    claims: claims.map((claim) => ({ ...claim, about: claim.about.filter((id) => kept.has(id)) })),
  };
}
