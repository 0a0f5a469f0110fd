import { Link } from '@tanstack/react-router';
import { showList } from '../evidence/show.ts';
import { useShow } from '../evidence/useShow.ts';
import { number, t } from '../messages/index.ts';
import type { Tie } from './ties.ts';

/** Ties as a table; each number opens the lines behind it. */
export function TieTable(props: {
  ties: readonly Tie[];
  dossier: string | undefined;
  /** Whose ties they all are: then only the others are named. */
  of?: string;
}) {
  const { ties, dossier, of } = props;
  const show = useShow();
  return (
    <div className="table-box">
      <table className="table">
        <caption className="hidden">{t('network.table')}</caption>
        <thead>
          <tr>
            {of === undefined && <th scope="col">{t('network.one')}</th>}
            <th scope="col">{t(of === undefined ? 'network.other' : 'actors.name')}</th>
            <th scope="col" className="number">
              {t('network.with')}
            </th>
            <th scope="col" className="number">
              {t('network.against')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ties.map((tie) => (
            <tr key={`${tie.one} ${tie.other}`}>
              {[tie.one, tie.other]
                .filter((name) => name !== of)
                .map((name) => (
                  <td key={name}>
                    <Link to="/people/$name" params={{ name }}>
                      <bdi>{name}</bdi>
                    </Link>
                  </td>
                ))}
              {(['cooperation', 'conflict'] as const).map((kind) => (
                <td key={kind} className="number">
                  {tie[kind] === 0 ? (
                    '–'
                  ) : (
                    <button
                      type="button"
                      className="link"
                      data-line
                      onClick={() =>
                        show(showList('ties', { one: tie.one, other: tie.other, kind, dossier }))
                      }
                    >
                      {number(tie[kind])}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
