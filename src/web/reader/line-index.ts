import type { Article, ArticleRecord, DateExpression, Span } from '../api/client.ts';
import type { Layer } from './layers.ts';
import type { Mark } from './segments.ts';

/** What the reader needs to know of a line of the record, whatever its kind. */
export interface Line {
  readonly id: string;
  readonly layer: Layer;
  /** The sentences that the line comes from; none for actors and dates, which are words. */
  readonly evidence: readonly Span[];
  /** The words in them that made the line, shown when the line is looked at. */
  readonly details: readonly Mark[];
}

/** A date has no id in the record; its place tells it from all others. */
export function dateId({ start }: Span): string {
  return `date-${start}`;
}

/** Every line of a record by its id: events, claims and conditions, and actors and dates with where they are named. */
export function linesOf(record: ArticleRecord): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  const add = (layer: Layer, id: string, evidence: readonly Span[], details: readonly Mark[]) =>
    lines.set(id, { id, layer, evidence, details });
  const { dates = [] } = record;
  const mentions = new Map(record.actors.map((actor) => [actor.id, actor.mentions]));
  /** Mentions of these actors inside of these sentences. */
  const named = (ids: readonly string[], evidence: readonly Span[]) =>
    ids.flatMap((id) =>
      (mentions.get(id) ?? [])
        .filter((mention) => isInside(mention, evidence))
        .map((mention) => detail('actor', id, mention)),
    );
  /** The words inside of these sentences that give a line its days. */
  const dated = (evidence: readonly Span[], isMeant: (date: DateExpression) => boolean) =>
    dates
      .filter((date) => isInside(date, evidence) && isMeant(date))
      .map((date) => detail('date', dateId(date), date));

  for (const { id, evidence, trigger, actors, recipients, overseers = [], date } of record.events) {
    add('events', id, evidence, [
      detail('trigger', id, trigger),
      ...named([...actors, ...recipients, ...overseers], evidence),
      ...dated(evidence, ({ edtf, text }) => text === date.text || edtf === date.edtf),
    ]);
  }
  for (const { id, evidence, cue, content, speakerText, deadline } of record.claims) {
    add(
      'claims',
      id,
      [evidence],
      [
        detail('content', id, content),
        detail('trigger', id, cue),
        ...(speakerText ? [detail('actor', id, speakerText)] : []),
        ...dated([evidence], ({ edtf }) => edtf === deadline),
      ],
    );
  }
  for (const { id, evidence, by = [], since, until, asOf } of record.conditions) {
    const days = new Set([since, until, asOf]);
    add('conditions', id, evidence, [
      ...named(by, evidence),
      ...dated(evidence, ({ edtf }) => days.has(edtf)),
    ]);
  }
  for (const { id, mentions: spans } of record.actors) {
    add(
      'people',
      id,
      [],
      spans.map((span) => detail('actor', id, span)),
    );
  }
  for (const date of dates) add('dates', dateId(date), [], [detail('date', dateId(date), date)]);
  return lines;
}

function isInside(span: Span, sentences: readonly Span[]): boolean {
  return sentences.some(({ start, end }) => start <= span.start && span.end <= end);
}

function detail(kind: string, of: string, { start, end }: Span): Mark {
  return { start, end, kind, of };
}

/**
 * The marks that are always there, by layer: the sentences of events, claims and conditions, where actors and dates are
 * named, and what is left in another language.
 */
export function standingMarks(article: Article, lines: ReadonlyMap<string, Line>): Mark[] {
  return [
    ...[...lines.values()].flatMap(({ id, layer, evidence, details }) =>
      (evidence.length > 0 ? evidence : details).map((span) => ({
        start: span.start,
        end: span.end,
        kind: layer,
        of: id,
      })),
    ),
    ...article.residue.map(({ start, end, language }) => ({
      start,
      end,
      kind: 'residue' satisfies Layer,
      of: language,
    })),
  ];
}

/** The offsets that a line points to, in the order of the text: where the reader scrolls to. */
export function placesOf({ evidence, details }: Line): number[] {
  const spans = evidence.length > 0 ? evidence : details;
  return [...new Set(spans.map(({ start }) => start))].sort((a, b) => a - b);
}
