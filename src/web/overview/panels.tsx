import { Link } from '@tanstack/react-router';
import type { ArticleLine, ClaimLine, EventLine, Overview } from '../api/client.ts';
import { lineInWords } from '../evidence/LineHead.tsx';
import type { LineAt } from '../evidence/show.ts';
import { number, t, term, tn } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { nameMap } from '../shared/lines.tsx';
import { sourceName } from '../shared/names.ts';
import { intervalOf, timeOfDay } from '../time/interval.ts';
import { daysTo } from './counted-to.ts';

/** The lists of the overview. Each row opens its line in the evidence drawer. */

type Open<What> = (what: What) => void;
const MOST = 8;

export function ConditionRows(props: {
  conditions: Overview['conditions'];
  /** The day that is counted to. */
  today: string;
  onOpen: Open<LineAt>;
}) {
  if (props.conditions.length === 0) return <p className="quiet">{t('overview.conditions.none')}</p>;
  return (
    <ul className="rows">
      {props.conditions.slice(0, MOST).map(({ line, since, confirmed, lines }) => {
        const { condition, article } = line;
        const days = since === null ? undefined : daysTo(since, props.today);
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
                {since !== null && <span>{t('line.since', { date: dateInWords(since, 'short') })}</span>}
                {confirmed !== null && (
                  <span>{t('overview.confirmed', { date: dateInWords(confirmed, 'short') })}</span>
                )}
                {condition.status === 'disputed' && <span>{term('condition', 'disputed')}</span>}
                {lines > 1 && <span>{tn('overview.conditionLines', lines)}</span>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function DemandRows(props: { demands: readonly ClaimLine[]; today: string; onOpen: Open<LineAt> }) {
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
                <Deadline claim={claim} today={props.today} />
                {article.published && <span>{dateInWords(article.published, 'short')}</span>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Deadline({ claim, today }: Pick<ClaimLine, 'claim'> & { today: string }) {
  if (!claim.deadline) return <span>{t('overview.noDeadline')}</span>;
  const when = intervalOf(claim.deadline);
  const isPassed = when !== null && when.end <= timeOfDay(today);
  return (
    <strong>
      {t('line.deadline', { date: dateInWords(claim.deadline, 'short') })}
      {isPassed && ` (${t('overview.passed')})`}
    </strong>
  );
}

export function ContestedRows(props: { lines: readonly EventLine[]; onOpen: Open<LineAt> }) {
  if (props.lines.length === 0) return <p className="quiet">{t('overview.contested.none')}</p>;
  return (
    <ul className="rows">
      {props.lines.slice(0, MOST).map((line) => {
        const { article, event } = line;
        return (
          <li key={`${article.id} ${event.id}`}>
            <button
              type="button"
              className="row"
              data-line
              onClick={() => props.onOpen({ article: article.id, line: event.id })}
            >
              <bdi>{lineInWords(line)}</bdi>
              <span className="facts quiet">
                <span>{dateInWords(event.date.edtf, 'short')}</span>
                <span>{term('status', event.status)}</span>
                {sourceName(article) && <bdi>{sourceName(article)}</bdi>}
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
