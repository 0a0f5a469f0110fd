import { Link } from '@tanstack/react-router';
import type { Job, JobInput } from '../api/client.ts';
import { number, t, term } from '../messages/index.ts';
import { inputsToRetry, inputToRetry } from './kept-inputs.ts';

/** How far a job is, input by input; what failed says why, and can be tried again. */
export function JobProgress({ job, onAdd }: { job: Job; onAdd: (inputs: JobInput[]) => void }) {
  const { done, total, state, items } = job;
  const name = t('add.progress', { done: number(done), total: number(total) });
  const again = state === 'done' ? inputsToRetry(job) : [];
  return (
    <div className="panel job">
      <p className="panel-head">
        <span role="status">{name}</span>
        <span className="quiet">{term('job', state)}</span>
        {again.length > 1 && (
          <button type="button" className="button small" onClick={() => onAdd(again)}>
            {t('add.retryAll', { count: number(again.length) })}
          </button>
        )}
      </p>
      <progress max={total} value={done} aria-label={name} />
      <ul className="plain-list">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: inputs never change their order
          <JobItem key={index} item={item} input={inputToRetry(job.id, item, index)} onAdd={onAdd} />
        ))}
      </ul>
    </div>
  );
}

/** What the server says is meant for a terminal in one case; here one has no flags. */
function remedyOf({ code, remedy }: { code: string; remedy: string }): string {
  return code === 'E_PRIVATE_ADDRESS' ? t('add.private.remedy') : remedy;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function JobItem(props: {
  item: Job['items'][number];
  input: JobInput | undefined;
  onAdd: (inputs: JobInput[]) => void;
}) {
  const { item, input, onAdd } = props;
  const { origin, outcome, articleId, title, problem } = item;
  const name = title || origin;
  return (
    <li>
      <span>
        {articleId ? (
          <Link to="/articles/$id" params={{ id: articleId }} data-line>
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <bdi>{name}</bdi>
        )}
        {problem && (
          <span className="refusal job-problem">
            {sentence(problem.message.replace(`${origin}: `, ''))} {remedyOf(problem)}
          </span>
        )}
      </span>
      <span className="job-end">
        <span className={`outcome outcome-${outcome}`}>{term('outcome', outcome)}</span>
        {input && (
          <button
            type="button"
            className="button small"
            aria-label={t('add.retryOne', { name })}
            onClick={() => onAdd([input])}
          >
            {t('state.retry')}
          </button>
        )}
      </span>
    </li>
  );
}
