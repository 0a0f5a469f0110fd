import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Facets, Overview } from '../api/client.ts';
import { facetsQuery, overviewQuery } from '../api/views.ts';
import { showLines, showList } from '../evidence/show.ts';
import { useShow } from '../evidence/useShow.ts';
import { number, t } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { useDossier } from '../shared/dossier.ts';
import { Empty, Failed, Loading } from '../shared/states.tsx';
import { useTitle } from '../shell/title.ts';
import { countedTo, daysTo } from './counted-to.ts';
import { ConditionRows, ContestedRows, DemandRows, NewArticles } from './panels.tsx';
import { HAPPENED, WeekCharts } from './WeekCharts.tsx';

/** Where things stand: each figure opens the lines behind it. */
export function OverviewView() {
  useTitle(t('overview.title'));
  const dossier = useDossier();
  const overview = useQuery(overviewQuery(dossier.id));
  const facets = useQuery(facetsQuery(dossier.id));
  const show = useShow();
  if (overview.isError) return <Failed error={overview.error} retry={() => void overview.refetch()} />;
  if (overview.isPending) return <Loading rows={8} />;
  const { asOf, weeks, conditions, demands, contested, newest } = overview.data;
  if (newest.length === 0 && dossier.id === undefined) {
    return <Empty heading title={t('articles.empty')} remedy={t('overview.empty.remedy')} />;
  }
  const today = countedTo(asOf);
  return (
    <>
      <header className="view-head">
        <h1>{dossier.name}</h1>
        <p className="quiet">
          {t(today === asOf ? 'overview.asOf' : 'overview.asOfToday', { date: dateInWords(asOf) })}
        </p>
      </header>
      <div className="overview">
        <Figures overview={overview.data} facets={facets.data} today={today} dossier={dossier.id} />
        <div className="stack wide pair-up">
          <Panel title={t('overview.perWeek')}>
            <WeekCharts weeks={weeks} dossier={dossier.id} />
          </Panel>
          <Panel title={t('overview.demands')}>
            <DemandRows demands={demands} today={today} onOpen={(line) => show(showLines([line]))} />
          </Panel>
          <Panel title={t('overview.contested')}>
            <ContestedRows lines={contested} onOpen={(line) => show(showLines([line]))} />
          </Panel>
        </div>
        <div className="stack narrow">
          <Panel title={t('overview.conditions')}>
            <ConditionRows conditions={conditions} today={today} onOpen={(line) => show(showLines([line]))} />
          </Panel>
          <Panel title={t('overview.articles')}>
            <NewArticles articles={newest} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Figures({
  overview,
  facets,
  today,
  dossier,
}: {
  overview: Overview;
  facets: Facets | undefined;
  today: string;
  dossier: string | undefined;
}) {
  const show = useShow();
  const { lastMeeting, weeks, asOf } = overview;
  const since = weeks[0]?.week;
  /** Only what is known to the day is counted by weeks. */
  const counted = { exact: true, since, until: asOf, dossier };
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  /** Counting all of a large store takes longer than the rest, which does not wait for it. */
  const countOf = (counts: Facets['stances'] | undefined, ...values: string[]) =>
    counts
      ? number(sum(counts.filter(({ value }) => values.includes(value)).map(({ count }) => count)))
      : '…';
  return (
    <section className="panel figures" aria-label={t('overview.figures')}>
      <button
        type="button"
        className="figure"
        data-line
        disabled={!lastMeeting}
        onClick={() =>
          lastMeeting &&
          show(showLines([{ article: lastMeeting.line.article.id, line: lastMeeting.line.event.id }]))
        }
      >
        <b>{lastMeeting ? number(daysTo(lastMeeting.day, today)) : '–'}</b>
        <span>{t('overview.sinceMeeting')}</span>
      </button>
      <LinesFigure
        figure={number(sum(weeks.map(({ meetings }) => meetings)))}
        name={t('overview.meetingsIn', { weeks: number(weeks.length) })}
        filter={{ type: 'CONSULT', status: HAPPENED, ...counted }}
      />
      <LinesFigure
        figure={number(sum(weeks.map(({ incidents }) => incidents)))}
        name={t('overview.incidentsIn', { weeks: number(weeks.length) })}
        filter={{ quad: 'material-conflict', status: HAPPENED, ...counted }}
      />
      <Link to="/claims" search={{ stance: ['demands', 'threatens'] }} className="figure" data-line>
        <b>{countOf(facets?.stances, 'demands', 'threatens')}</b>
        <span>{t('overview.demandsFigure')}</span>
      </Link>
      <LinesFigure
        figure={countOf(facets?.eventStatuses, 'alleged', 'denied')}
        name={t('overview.contestedLines')}
        filter={{ status: ['alleged', 'denied'], dossier }}
      />
      <Link to="/articles" className="figure" data-line>
        <b>{facets ? number(facets.articles) : '…'}</b>
        <span>{t('overview.articlesFigure')}</span>
      </Link>
    </section>
  );
}

/** A figure that opens the lines that it counts. */
function LinesFigure(props: { figure: string; name: string; filter: Readonly<Record<string, unknown>> }) {
  const show = useShow();
  return (
    <button type="button" className="figure" data-line onClick={() => show(showList('events', props.filter))}>
      <b>{props.figure}</b>
      <span>{props.name}</span>
    </button>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
