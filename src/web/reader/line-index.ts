import type { ArticleRecord, Span } from '../api/client.ts';
import type { Mark } from './segments.ts';

/** What the reader needs to know of a line of the record, whatever its kind. */
export interface Line {
  readonly id: string;
  /** The sentences that the line comes from. */
  readonly evidence: readonly Span[];
  /** The words in them that made the line, shown when the line is looked at. */
  readonly details: readonly Mark[];
}

/** Every line of a record by its id: events, claims and conditions, and actors with their mentions. */
export function linesOf(record: ArticleRecord): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  const add = (id: string, evidence: readonly Span[], details: readonly Mark[]) =>
    lines.set(id, { id, evidence, details });
  const mentions = new Map(record.actors.map((actor) => [actor.id, actor.mentions]));
  /** Mentions of these actors inside of these sentences. */
  const named = (ids: readonly string[], evidence: readonly Span[]) =>
    ids.flatMap((id) =>
      (mentions.get(id) ?? [])
        .filter((mention) => evidence.some(({ start, end }) => start <= mention.start && mention.end <= end))
        .map((mention) => detail('actor', id, mention)),
    );

  for (const { id, evidence, trigger, actors, recipients, overseers = [] } of record.events) {
    add(id, evidence, [
      detail('trigger', id, trigger),
      ...named([...actors, ...recipients, ...overseers], evidence),
    ]);
  }
  for (const { id, evidence, cue, content, speakerText } of record.claims) {
    add(
      id,
      [evidence],
      [
        detail('content', id, content),
        detail('trigger', id, cue),
        ...(speakerText ? [detail('actor', id, speakerText)] : []),
      ],
    );
  }
  for (const { id, evidence, by = [] } of record.conditions) add(id, evidence, named(by, evidence));
  for (const { id, mentions: spans } of record.actors) {
    add(
      id,
      [],
      spans.map((span) => detail('actor', id, span)),
    );
  }
  return lines;
}

function detail(kind: string, of: string, { start, end }: Span): Mark {
  return { start, end, kind, of };
}

/** The marks that are always there: the sentences of all lines, and what is left in another language. */
export function standingMarks(record: ArticleRecord, lines: ReadonlyMap<string, Line>): Mark[] {
  return [
    ...[...lines.values()].flatMap(({ id, evidence }) =>
      evidence.map((span) => detail('evidence', id, span)),
    ),
    ...record.article.residue.map((residue) => detail('residue', residue.language, residue)),
  ];
}

/** The first offset that a line points to: where the reader scrolls to. */
export function placeOf(line: Line): number | null {
  const spans = line.evidence.length > 0 ? line.evidence : line.details;
  return spans.length > 0 ? Math.min(...spans.map(({ start }) => start)) : null;
}
