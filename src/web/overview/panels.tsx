import { Link } from '@tanstack/react-router';
import type { ArticleLine, ClaimLine, ConditionLine, TimelineEntry } from '../api/client.ts';
import { lineInWords } from '../evidence/LineHead.tsx';
import type { LineAt } from '../evidence/show.ts';
import { number, t, term, tn } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { nameMap } from '../shared/lines.tsx';
import { sourceName } from '../shared/names.ts';
import { daysBetween, intervalOf } from '../time/interval.ts';

/** The lists of the overview. Each row opens its line in the evidence drawer. */

type Open<What> = (what: What) => void;
const MOST = 8;

export function ConditionRows(props: {
  conditions: readonly (ConditionLine & { confirmed?: string | undefined })[];
  onOpen: Open<LineAt>;
}) {
  if (props.conditions.length === 0) return <p className="quiet">{t('overview.conditions.none')}</p>;
  return (
    <ul className="rows">
      {props.conditions.slice(0, MOST).map((line) => {
        const { condition, article, confirmed } = line;
        const since = intervalOf(condition.since ?? '');
        const days = since ? daysBetween(since.start, Date.now()) : undefined;
        return (
          <li key={`${article.id} ${condition.id}`}>
            <button
              type="button"
              className="row counted"
              data-line
              onClick={() => props.onOpen({ article: article.id, line: condition.id })}
            >
              <span className="row-count">
                {days === undefined ? <b>?</b> : <b>{number(days)}</b>}
                {days === undefined ? t('overview.daysUnknown') : tn('overview.days', days)}
              </span>
              <bdi>{lineInWords(line)}</bdi>
              <span className="facts quiet">
                {condition.since && (
                  <span>{t('line.since', { date: dateInWords(condition.since, 'short') })}</span>
                )}
                {(confirmed ?? condition.asOf ?? article.published) && (
                  <span>
                    {t('overview.confirmed', {
                      date: dateInWords(confirmed ?? condition.asOf ?? article.published ?? '', 'short'),
                    })}
                  </span>
                )}
                {condition.status === 'disputed' && <span>{term('condition', 'disputed')}</span>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function DemandRows(props: { demands: readonly ClaimLine[]; onOpen: Open<LineAt> }) {
  if (props.demands.length === 0) return <p className="quiet">{t('overview.demands.none')}</p>;
  return (
    <ul className="rows">
      {props.demands.slice(0, MOST).map((line) => {
        const { claim, article, actors } = line;
        const nameOf = nameMap(actors);
        const speaker = claim.speaker ? nameOf(claim.speaker)?.name : claim.speakerText?.text;
        return (
          <li key={`${article.id} ${claim.id}`}>
            <button
              type="button"
              className="row"
              data-line
              onClick={() => props.onOpen({ article: article.id, line: claim.id })}
            >
              <span>
                <strong>
                  <bdi>{speaker ?? t('line.unnamed')}</bdi>
                </strong>{' '}
                <span className={`stance stance-${claim.stance}`}>{term('stance', claim.stance)}</span>
              </span>
              <bdi className="row-text">{claim.content.text}</bdi>
              <span className="facts quiet">
                <Deadline claim={claim} />
                {article.published && <span>{dateInWords(article.published, 'short')}</span>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Deadline({ claim }: Pick<ClaimLine, 'claim'>) {
  if (!claim.deadline) return <span>{t('overview.noDeadline')}</span>;
  const when = intervalOf(claim.deadline);
  const left = when ? daysBetween(Date.now(), when.end) : undefined;
  return (
    <strong>
      {t('line.deadline', { date: dateInWords(claim.deadline, 'short') })}
      {left !== undefined && left < 0 && ` (${t('overview.passed')})`}
    </strong>
  );
}

export function ContestedRows(props: { entries: readonly TimelineEntry[]; onOpen: Open<LineAt[]> }) {
  if (props.entries.length === 0) return <p className="quiet">{t('overview.contested.none')}</p>;
  return (
    <ul className="rows">
      {props.entries.slice(0, MOST).map((entry) => {
        const first = entry.tellings[0];
        if (!first) return null;
        return (
          <li key={`${first.article.id} ${first.event.id}`}>
            <button
              type="button"
              className="row"
              data-line
              onClick={() =>
                props.onOpen(
                  entry.tellings.map(({ article, event }) => ({ article: article.id, line: event.id })),
                )
              }
            >
              <bdi>{lineInWords(first)}</bdi>
              <span className="facts quiet">
                <span>{dateInWords(entry.date, 'short')}</span>
                <span>{entry.statuses.map((status) => term('status', status)).join(' / ')}</span>
                <span>{tn('count.tellings', entry.tellings.length)}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function NewArticles({ articles }: { articles: readonly ArticleLine[] }) {
  return (
    <ul className="rows">
      {articles.slice(0, MOST).map((article) => (
        <li key={article.id}>
          <Link to="/articles/$id" params={{ id: article.id }} className="row" data-line>
            <bdi lang={article.language}>{article.title || t('line.article.untitled')}</bdi>
            <span className="facts quiet">
              {sourceName(article) && <bdi>{sourceName(article)}</bdi>}
              {article.published && <span>{dateInWords(article.published, 'short')}</span>}
              <span>{tn('count.events', article.counts.events)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
