import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { Casualties, EventLine, TimelineEntry, TimelineQuery } from '../api/client.ts';
import { casualtiesQuery } from '../api/views.ts';
import { lineInWords } from '../evidence/LineHead.tsx';
import { showLines } from '../evidence/show.ts';
import { useShow } from '../evidence/useShow.ts';
import { t } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { casualtiesInWords, nameMap } from '../shared/lines.tsx';
import { TakeRows } from '../shared/TakeRows.tsx';
import { sideOf } from './sides.ts';

type Entry = Pick<TimelineEntry, 'date' | 'tellings'>;

/** Of all events with dead or injured, the newest first, page by page. */
export function NewestCasualties({ filter }: { filter: TimelineQuery }) {
  const pages = useInfiniteQuery(casualtiesQuery(filter));
  const entries = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data]);
  return (
    <CasualtyTable entries={entries}>
      {pages.hasNextPage && (
        <p>
          <button
            type="button"
            className="button"
            disabled={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('claims.olderCasualties')}
          </button>
        </p>
      )}
    </CasualtyTable>
  );
}

/** Of one event, as each article tells it. */
export function CasualtiesOf({ lines }: { lines: readonly EventLine[] }) {
  const entries = useMemo((): Entry[] => {
    const [first] = lines;
    return first ? [{ date: first.event.date.edtf, tellings: [...lines] }] : [];
  }, [lines]);
  return <CasualtyTable entries={entries} />;
}

/** The dead and injured of each event as each side gives them; where sides differ, both numbers stand. */
function CasualtyTable({ entries, children }: { entries: readonly Entry[]; children?: ReactNode }) {
  const { rows, reporters } = useMemo(() => tableOf(entries), [entries]);
  const show = useShow();
  if (rows.length === 0) return null;
  return (
    <section className="panel" aria-label={t('claims.casualties')}>
      <div className="panel-head">
        <h2>{t('claims.casualties')}</h2>
        <TakeRows
          name="casualties"
          rows={() =>
            rows.map(({ entry, cells }) => ({
              date: entry.date,
              event: entry.tellings[0] ? lineInWords(entry.tellings[0]) : '',
              ...Object.fromEntries(
                reporters.map(({ key, name }) => [name, [...(cells.get(key) ?? [])].join('; ')]),
              ),
            }))
          }
        />
      </div>
      <div className="table-box">
        <table className="table">
          <caption className="hidden">{t('claims.casualties.about')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('claims.event')}</th>
              {reporters.map(({ key, name }) => (
                <th scope="col" key={key}>
                  {t('claims.accordingTo', { name })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ entry, cells }) => (
              <tr key={`${entry.tellings[0]?.article.id} ${entry.tellings[0]?.event.id}`}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    data-line
                    onClick={() =>
                      show(
                        showLines(
                          entry.tellings.map((one) => ({ article: one.article.id, line: one.event.id })),
                        ),
                      )
                    }
                  >
                    {dateInWords(entry.date, 'short')} · {entry.tellings[0] && lineInWords(entry.tellings[0])}
                  </button>
                </th>
                {reporters.map(({ key }) => (
                  <td key={key}>{[...(cells.get(key) ?? [])].join('; ') || '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {children}
    </section>
  );
}

const NOBODY = 'nobody';

function tableOf(entries: readonly Entry[]) {
  const reporters = new Map<string, string>();
  const rows = entries.flatMap((entry) => {
    const cells = new Map<string, Set<string>>();
    for (const telling of entry.tellings) {
      const words = casualtiesOf(telling);
      if (words.length === 0) continue;
      const side = sideOf(
        telling.actors.find(({ id }) => id === telling.event.source),
        telling.actors,
      ) ?? { key: NOBODY, name: t('claims.articles') };
      reporters.set(side.key, side.name);
      const cell = cells.get(side.key) ?? new Set();
      cells.set(side.key, cell);
      for (const word of words) cell.add(word);
    }
    return cells.size > 0 ? [{ entry, cells }] : [];
  });
  return { rows, reporters: [...reporters].slice(0, 8).map(([key, name]) => ({ key, name })) };
}

function casualtiesOf({ event, actors }: EventLine): string[] {
  const nameOf = nameMap(actors);
  const words = (kind: 'killed' | 'injured', all: readonly Casualties[]) =>
    all.map((one) => casualtiesInWords(kind, one, (id) => nameOf(id)?.name ?? id));
  return [...words('killed', event.killed), ...words('injured', event.injured)];
}
