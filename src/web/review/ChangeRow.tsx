import type { ReactNode } from 'react';
import type { Change } from '../api/client.ts';
import { locale, t, term } from '../messages/index.ts';
import { differencesOf } from './differences.ts';

const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** One decision: who, when, what it was and what it is. */
export function ChangeRow({ change, children }: { change: Change; children?: ReactNode }) {
  const { before, after, who, at, action, note, undoneBy } = change;
  const names = new Map([...before.actors, ...after.actors].map(({ id, name }) => [id, name]));
  const differences = differencesOf(before.line, after.line, (id) => names.get(id) ?? id);
  return (
    <li className={undoneBy === undefined ? 'change' : 'change undone'}>
      <p>
        <b>
          <bdi>{who}</bdi>
        </b>{' '}
        {term('reviewed', action)} <time dateTime={at}>{moment.format(new Date(at))}</time>
        {undoneBy !== undefined && <span className="status">{t('review.takenBack')}</span>}
      </p>
      {note && (
        <p>
          <bdi>{note}</bdi>
        </p>
      )}
      {differences.length > 0 && (
        <ul className="differences">
          {differences.map(({ field, before: was, after: is }) => (
            <li key={field}>
              <span className="quiet">{term('field', field)}</span> <del>{was}</del> → <ins>{is}</ins>
            </li>
          ))}
        </ul>
      )}
      {children}
    </li>
  );
}
