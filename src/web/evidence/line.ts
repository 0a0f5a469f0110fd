import type {
  ActorRef,
  ArticleRecord,
  ArticleRef,
  Change,
  Claim,
  Condition,
  Event,
  Span,
} from '../api/client.ts';

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

/** The line as it stood before a decision, or as it stands after it; null where its article is gone. */
export function lineOfChange(
  { table, article, before, after }: Change,
  when: 'before' | 'after',
): RecordLine | null {
  const { line, actors } = when === 'before' ? before : after;
  if (article === null) return null;
  // The table says what the line is; the client's types do not tie the two together.
  if (table === 'events') return { article, actors, event: line as Event };
  if (table === 'claims') return { article, actors, claim: line as Claim };
  return { article, actors, condition: line as Condition };
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
