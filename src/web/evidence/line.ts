import type { ActorRef, ArticleRecord, ArticleRef, Claim, Condition, Event, Span } from '../api/client.ts';

/** A line of the record together with the article that it comes from. */
export interface RecordLine {
  readonly article: ArticleRef;
  readonly actors: readonly ActorRef[];
  readonly event?: Event;
  readonly claim?: Claim;
  readonly condition?: Condition;
}

export function idOf({ event, claim, condition }: RecordLine): string {
  return (event ?? claim ?? condition)?.id ?? '';
}

/** The sentences that a line stands on. */
export function evidenceOf({ event, claim, condition }: RecordLine): readonly Span[] {
  if (claim) return [claim.evidence];
  return event?.evidence ?? condition?.evidence ?? [];
}

/** The line with this id in the record of an article. */
export function lineIn(record: ArticleRecord, id: string): RecordLine | null {
  const { article, actors } = record;
  const event = record.events.find((one) => one.id === id);
  const claim = record.claims.find((one) => one.id === id);
  const condition = record.conditions.find((one) => one.id === id);
  if (!event && !claim && !condition) return null;
  const ref = { ...article, origin: article.url ?? '' };
  return {
    article: ref,
    actors,
    ...(event && { event }),
    ...(claim && { claim }),
    ...(condition && { condition }),
  };
}
