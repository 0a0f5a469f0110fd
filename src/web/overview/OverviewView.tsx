import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { overviewQuery } from '../api/overview.ts';
import { showLines } from '../evidence/show.ts';
import { useShow } from '../evidence/useShow.ts';
import { number, t } from '../messages/index.ts';
import { useDossier } from '../shared/dossier.ts';
import { Empty, Failed, Loading } from '../shared/states.tsx';
import { useTitle } from '../shell/title.ts';
import { ConditionRows, ContestedRows, DemandRows, NewArticles } from './panels.tsx';
import { WeekCharts } from './WeekCharts.tsx';

/** Where things stand: each figure opens the lines behind it. */
export function OverviewView() {
  useTitle(t('overview.title'));
  const dossier = useDossier();
  const overview = useQuery(overviewQuery(dossier.id));
  const show = useShow();
  if (overview.isPending) return <Loading rows={8} />;
  if (overview.isError) return <Failed error={overview.error} retry={() => void overview.refetch()} />;
  const { lastMeeting, weeks, conditions, demands, contested, articles, counts } = overview.data;
  if (counts.articles === 0) {
    return <Empty heading title={t('articles.empty')} remedy={t('overview.empty.remedy')} />;
  }
  return (
    <>
      <header className="view-head">
        <h1>{dossier.name}</h1>
        {overview.data.asOf && <p className="quiet">{t('overview.asOf', { date: overview.data.asOf })}</p>}
      </header>
      <div className="overview">
        <section className="panel figures" aria-label={t('overview.figures')}>
          <button
            type="button"
            className="figure"
            data-line
            disabled={!lastMeeting}
            onClick={() => lastMeeting && show(showLines([lastMeeting]))}
          >
            <b>{lastMeeting ? number(lastMeeting.days) : '–'}</b>
            <span>{t('overview.sinceMeeting')}</span>
          </button>
          <Link to="/timeline" search={{ type: ['CONSULT'] }} className="figure" data-line>
            <b>{number(weeks.reduce((sum, week) => sum + week.meetings, 0))}</b>
            <span>{t('overview.meetings')}</span>
          </Link>
          <Link to="/timeline" search={{ type: ['ASSAULT', 'COERCE'] }} className="figure" data-line>
            <b>{number(weeks.reduce((sum, week) => sum + week.incidents, 0))}</b>
            <span>{t('overview.incidents')}</span>
          </Link>
          <Link to="/claims" search={{ stance: ['demands', 'threatens'] }} className="figure" data-line>
            <b>{number(demands.length)}</b>
            <span>{t('overview.openDemands')}</span>
          </Link>
          <Link to="/timeline" className="figure" data-line>
            <b>{number(contested.length)}</b>
            <span>{t('overview.contestedLines')}</span>
          </Link>
          <Link to="/articles" className="figure" data-line>
            <b>{number(counts.articles)}</b>
            <span>{t('nav.articles')}</span>
          </Link>
        </section>
        <div className="stack wide pair-up">
          <Panel title={t('overview.perWeek')}>
            <WeekCharts weeks={weeks} dossier={dossier.id} />
          </Panel>
          <Panel title={t('overview.demands')}>
            <DemandRows demands={demands} onOpen={(line) => show(showLines([line]))} />
          </Panel>
          <Panel title={t('overview.contested')}>
            <ContestedRows entries={contested} onOpen={(lines) => show(showLines(lines))} />
          </Panel>
        </div>
        <div className="stack narrow">
          <Panel title={t('overview.conditions')}>
            <ConditionRows conditions={conditions} onOpen={(line) => show(showLines([line]))} />
          </Panel>
          <Panel title={t('overview.articles')}>
            <NewArticles articles={articles} />
          </Panel>
        </div>
      </div>
    </>
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
