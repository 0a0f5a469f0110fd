import { useMemo } from 'react';
import type { Casualties, EventLine, TimelineEntry } from '../api/client.ts';
import { lineInWords } from '../evidence/LineHead.tsx';
import { showLines } from '../evidence/show.ts';
import { useShow } from '../evidence/useShow.ts';
import { t } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { casualtiesInWords, nameMap } from '../shared/lines.tsx';
import { sideOf } from './sides.ts';

/** The dead and injured of each event as each side gives them; where sides differ, both numbers stand. */
export function CasualtyTable({ entries }: { entries: readonly TimelineEntry[] }) {
  const { rows, reporters } = useMemo(() => tableOf(entries), [entries]);
  const show = useShow();
  if (rows.length === 0) return null;
  return (
    <section className="panel" aria-label={t('claims.casualties')}>
      <h2>{t('claims.casualties')}</h2>
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
    </section>
  );
}

const NOBODY = 'nobody';

function tableOf(entries: readonly TimelineEntry[]) {
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
