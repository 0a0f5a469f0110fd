import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Change, LineTable } from '../api/client.ts';
import { LineHead } from '../evidence/LineHead.tsx';
import { evidenceOf, lineOfChange } from '../evidence/line.ts';
import { locale, t, term } from '../messages/index.ts';
import { differencesOf } from './differences.ts';

const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** One decision: who, when, what it was and what it is; `withLine` where the line does not stand above it. */
export function ChangeRow(props: { change: Change; withLine?: boolean; children?: ReactNode }) {
  const { change, withLine = false, children } = props;
  const { before, after, who, at, action, note, undoneBy, table } = change;
  const names = new Map([...before.actors, ...after.actors].map(({ id, name }) => [id, name]));
  const differences = differencesOf(
    before.line,
    after.line,
    (text, field) => names.get(text) ?? inWords(table, field, text),
  );
  const line = withLine ? lineOfChange(change, 'before') : null;
  return (
    <li className={undoneBy === undefined ? 'change' : 'change undone'}>
      <div>
        <p>
          <b>
            <bdi>{who}</bdi>
          </b>{' '}
          {term('reviewed', action)} <time dateTime={at}>{moment.format(new Date(at))}</time>
          {undoneBy !== undefined && <span className="status">{t('review.takenBack')}</span>}
        </p>
        {line && (
          <div className="change-line">
            <LineHead line={line} />
            <p className="sentence-text" lang={line.article.language} dir="auto">
              {evidenceOf(line)[0]?.text}
            </p>
          </div>
        )}
        {note && (
          <p>
            <span className="quiet">{t('review.note.text')}</span> <bdi>{note}</bdi>
          </p>
        )}
        {action === 'merge' && after.into && (
          <p>
            <Link
              to="/articles/$id"
              params={{ id: after.into.articleId }}
              search={{ line: after.into.lineId }}
            >
              {t('review.mergedInto')}
            </Link>
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
      </div>
      {children}
    </li>
  );
}

/** The words of the record as people read them. */
function inWords(table: LineTable, field: string, text: string): string {
  if (field === 'mode') return text.replaceAll('-', ' ');
  if (field === 'status' && table === 'conditions') return term('condition', text);
  return term(field, text);
}
