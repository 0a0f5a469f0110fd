import { type MergedEvent, mergeEvents, type Telling } from '../link/index.ts';
import { type ArticleRecord, type Condition, sortKeyOfEdtf } from '../model/index.ts';
import { type PrintOptions, sidesOf } from './record-printer.ts';
import { counted, plain, shortened, wrapped } from './terminal.ts';

/** What many records say together, as text for a person: one timeline, the standing conditions, who denies what. */
export function printedDossier(
  name: string,
  records: readonly ArticleRecord[],
  options: PrintOptions,
): string {
  const byArticle = new Map(records.map((record) => [record.article.id, record]));
  const events = mergeEvents(records);
  const parts = [
    heading(name, records, events, options),
    list(
      'Timeline',
      events.map((event) => eventLines(event, byArticle, options)),
      options,
    ),
    list('Conditions', conditionLines(records, options), options),
    list('Denied', denials(records, options), options),
  ];
  return `${parts.join('\n\n')}\n`;
}

function heading(
  name: string,
  records: readonly ArticleRecord[],
  events: readonly MergedEvent[],
  { colors }: PrintOptions,
): string {
  const claims = records.reduce((sum, record) => sum + record.claims.length, 0);
  const removed = records.reduce((sum, { article }) => sum + article.removed.length, 0);
  const languages = [...new Set(records.map(({ article }) => article.language))].sort().join(', ');
  const facts = [
    `${counted(records.length, 'article')} (${languages})`,
    counted(events.length, 'event'),
    counted(claims, 'claim'),
    `${counted(removed, 'piece')} taken away`,
  ];
  return `${colors.bold(name)}\n${colors.dim(facts.join(' · '))}`;
}

function list(title: string, items: readonly string[], { colors }: PrintOptions): string {
  const head = colors.bold(colors.cyan(`${title} (${items.length})`));
  return items.length === 0 ? `${head}\n  ${colors.dim('none found')}` : [head, ...items].join('\n');
}

function eventLines(
  merged: MergedEvent,
  byArticle: ReadonlyMap<string, ArticleRecord>,
  options: PrintOptions,
): string {
  const { colors, width } = options;
  const [first] = merged.tellings as [Telling, ...Telling[]];
  const parts = [`${colors.bold(merged.date)}  ${colors.green(merged.type)}`];
  const contested = merged.statuses.filter((status) => status !== 'reported');
  if (contested.length > 0) parts.push(colors.magenta(merged.statuses.join(' / ')));
  const actors = unique(merged.tellings.flatMap((telling) => telling.actors));
  const recipients = unique(merged.tellings.flatMap((telling) => telling.recipients)).filter(
    (name) => !actors.includes(name),
  );
  const sides = sidesOf(actors.join(', '), recipients.join(', '));
  if (sides !== '') parts.push(plain(sides));
  if (merged.place) parts.push(`in ${plain(merged.place)}`);
  const killed = tolls(merged, byArticle);
  if (killed !== '') parts.push(colors.red(killed));
  if (merged.tellings.length > 1) parts.push(colors.yellow(`told by ${merged.tellings.length} articles`));
  const evidence = first.event.evidence[0];
  const quote = evidence
    ? `“${shortened(plain(evidence.text), 240)}” ${sourceOf(first.articleId, byArticle)}`
    : '';
  return [
    wrapped(parts.join(' · '), width, '  ', '      '),
    wrapped(colors.dim(quote), width, '      '),
  ].join('\n');
}

/** Every figure that an article gives, side by side: `2 killed (Azerbaijan) · 3 killed (police)`. */
function tolls({ tellings }: MergedEvent, byArticle: ReadonlyMap<string, ArticleRecord>): string {
  const texts = tellings.flatMap(({ articleId, event }) =>
    event.killed.map(({ count, atLeast, atMost, actor }) => {
      const side = byArticle.get(articleId)?.actors.find(({ id }) => id === actor)?.name;
      return `${atLeast ? 'at least ' : atMost ? 'up to ' : ''}${count} killed${side ? ` (${plain(side)})` : ''}`;
    }),
  );
  return unique(texts).join(', ');
}

function conditionLines(records: readonly ArticleRecord[], { colors, width }: PrintOptions): string[] {
  const groups = new Map<
    string,
    { condition: Condition; articles: Set<string>; latest: string; statuses: Set<string> }
  >();
  for (const { article, conditions } of records) {
    for (const condition of conditions) {
      const thing = plain(condition.on.thing ?? condition.on.place ?? '');
      const key = `${condition.kind}|${thing.toLowerCase()}|${condition.since ?? ''}`;
      const known = groups.get(key);
      const latest = condition.asOf ?? article.published ?? '';
      if (!known) {
        groups.set(key, {
          condition,
          articles: new Set([article.id]),
          latest,
          statuses: new Set([condition.status]),
        });
      } else {
        known.articles.add(article.id);
        known.statuses.add(condition.status);
        if (latest > known.latest) Object.assign(known, { latest, condition });
      }
    }
  }
  return [...groups.values()]
    .sort((a, b) =>
      sortKeyOfEdtf(a.condition.since ?? a.latest) < sortKeyOfEdtf(b.condition.since ?? b.latest) ? -1 : 1,
    )
    .map(({ condition, articles, latest, statuses }) => {
      const thing = condition.on.thing ?? condition.on.place;
      const parts = [colors.bold(colors.green(condition.kind)) + (thing ? ` on ${plain(thing)}` : '')];
      if (condition.since) parts.push(`since ${condition.since}`);
      if (condition.until) parts.push(`until ${condition.until}`);
      if (condition.days !== undefined)
        parts.push(`${counted(condition.days, 'day')} as of ${condition.asOf ?? latest}`);
      else if (latest) parts.push(`last told of ${latest}`);
      parts.push([...statuses].join(' / '), counted(articles.size, 'article'));
      return wrapped(parts.join(' · '), width, '  ', '      ');
    });
}

function denials(records: readonly ArticleRecord[], { colors, width }: PrintOptions): string[] {
  return records.flatMap(({ article, claims, actors }) =>
    claims
      .filter(({ stance }) => stance === 'denies')
      .map((claim) => {
        const speaker =
          actors.find(({ id }) => id === claim.speaker)?.name ?? claim.speakerText?.text ?? 'unnamed';
        const top = `${article.published ?? 'undated'}  ${colors.bold(plain(speaker))} ${colors.magenta('denies')}`;
        const quote = colors.dim(
          `“${shortened(plain(claim.content.text), 200)}” ${plain(article.outlet ?? article.title)}`,
        );
        return `${wrapped(top, width, '  ')}\n${wrapped(quote, width, '      ')}`;
      }),
  );
}

function sourceOf(articleId: string, byArticle: ReadonlyMap<string, ArticleRecord>): string {
  const article = byArticle.get(articleId)?.article;
  return article
    ? `(${plain([article.outlet, article.published].filter(Boolean).join(', ')) || plain(article.title)})`
    : '';
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
