import { Link } from '@tanstack/react-router';
import type { Job } from '../api/client.ts';
import { number, t, term } from '../messages/index.ts';

/** How far a job is, input by input. */
export function JobProgress({ job }: { job: Job }) {
  const { done, total, state, items } = job;
  const name = t('add.progress', { done: number(done), total: number(total) });
  return (
    <div className="panel job">
      <p className="panel-head">
        <span role="status">{name}</span>
        <span className="quiet">{term('job', state)}</span>
      </p>
      <progress max={total} value={done} aria-label={name} />
      <ul className="plain-list">
        {items.map(({ origin, outcome, articleId, title, problem }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: inputs never change their order
          <li key={index}>
            <span>
              {articleId ? (
                <Link to="/articles/$id" params={{ id: articleId }} data-line>
                  <bdi>{title || origin}</bdi>
                </Link>
              ) : (
                <bdi>{title || origin}</bdi>
              )}
              {problem && (
                <span className="refusal">
                  {' '}
                  {problem.message}. {problem.remedy}
                </span>
              )}
            </span>
            <span className={`outcome outcome-${outcome}`}>{term('outcome', outcome)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
