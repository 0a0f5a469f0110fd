import { Link } from '@tanstack/react-router';
import type { EventLine, TimelineEntry } from '../api/client.ts';
import { t, tn } from '../messages/index.ts';
import { dateInWords, type TimelinePlace } from '../shared/dates.ts';
import { ContestedMark, EventFacts, nameMap, Parties, StatusMark, TypeChip } from '../shared/lines.tsx';
import { sourceName } from '../shared/names.ts';
import { isContested } from './contested.ts';

/** One event, as the first article tells it; the others tell it below. */
export function TimelineItem(props: { entry: TimelineEntry; place: TimelinePlace; isNewDay: boolean }) {
  const { entry, place, isNewDay } = props;
  const [first, ...others] = entry.tellings as [EventLine, ...EventLine[]];
  const nameOf = nameMap(first.actors);
  return (
    <li className={`event${isNewDay ? ' new-day' : ''}`}>
      <div className="gutter">
        {/* Read out with every event, seen with the first of a day. */}
        <time dateTime={entry.date} className={isNewDay ? '' : 'hidden'}>
          {place.day ? (
            <>
              <span className="gutter-day">{place.day}</span>
              <span className="gutter-weekday">{place.weekday}</span>
            </>
          ) : (
            <span className="gutter-words">{place.words}</span>
          )}
          <span className="hidden">{dateInWords(entry.date)}</span>
        </time>
      </div>
      <div className="event-body">
        <p className="event-head">
          <TypeChip type={entry.type} mode={first.event.mode} />
          {isContested(entry) ? <ContestedMark /> : <StatusMark status={first.event.status} />}
          <Parties event={first.event} nameOf={nameOf} />
        </p>
        <EventFacts event={first.event} nameOf={nameOf} />
        <Sentence line={first} isLine />
        {others.length > 0 && (
          <details className="tellings" open={isContested(entry)}>
            <summary>{tn('count.tellings', entry.tellings.length)}</summary>
            <ul aria-label={t('timeline.tellings')}>
              {entry.tellings.map((line) => (
                <li key={`${line.article.id} ${line.event.id}`}>
                  <p className="telling-head">
                    <StatusMark status={line.event.status} />
                    <EventFacts event={line.event} nameOf={nameMap(line.actors)} />
                  </p>
                  <Sentence line={line} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

/** The sentence, as a link to it in its article. */
function Sentence({ line: { article, event }, isLine = false }: { line: EventLine; isLine?: boolean }) {
  return (
    <blockquote>
      <Link
        to="/articles/$id"
        params={{ id: article.id }}
        search={{ line: event.id }}
        data-line={isLine || undefined}
        title={t('line.open')}
        lang={article.language}
        dir="auto"
      >
        {event.evidence[0]?.text.trim() || t('reader.evidence.missing')}
      </Link>
      <footer className="facts quiet">
        <bdi>{sourceName(article) ?? article.title}</bdi>
        {article.published && (
          <time dateTime={article.published}>{dateInWords(article.published, 'short')}</time>
        )}
      </footer>
    </blockquote>
  );
}
