import { sql } from 'kysely';
import type { Event } from '../../../model/index.ts';
import type { MergedLine } from '../../reviews.ts';
import type { ArticlesTable, Db } from '../../tables.ts';
import { articleRefOf } from '../article-lines.ts';
import { actorsOfArticles, actorsOfLine } from '../lines.ts';

type Row = Pick<ArticlesTable, 'title' | 'outlet' | 'url' | 'language' | 'published' | 'origin'> & {
  readonly article_id: string;
  readonly into_article: string;
  readonly into_line: string;
  readonly body: unknown;
};

/** The events that people merged into these. */
export async function mergedEvents(
  db: Db,
  events: readonly { readonly articleId: string; readonly lineId: string }[],
): Promise<readonly MergedLine[]> {
  if (events.length === 0) return [];
  const { rows } = await sql<Row>`select line.article_id, line.body, verdict.into_article, verdict.into_line,
      articles.title, articles.outlet, articles.url, articles.language, articles.published, articles.origin
    from unnest(${events.map(({ articleId }) => articleId)}::text[], ${events.map(({ lineId }) => lineId)}::text[])
      as target (into_article, into_line)
    join verdicts as verdict using (into_article, into_line)
    join events as line on line.article_id = verdict.article_id and line.id = verdict.line_id
    join articles on articles.id = line.article_id
    where verdict.line_table = 'events' and line.review = 'merged' and verdict.into_line is not null`.execute(
    db,
  );
  const actors = await actorsOfArticles(
    db,
    rows.map(({ article_id }) => article_id),
  );
  return rows.map((row) => {
    // JSON columns come back parsed; this one is written from a checked record.
    const event = row.body as Event;
    return {
      into: { articleId: row.into_article, lineId: row.into_line },
      line: {
        article: articleRefOf({ ...row, id: row.article_id }),
        actors: actorsOfLine(event, actors.get(row.article_id) ?? []),
        event,
      },
    };
  });
}
