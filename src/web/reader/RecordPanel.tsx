import { memo, type ReactNode, useId, useMemo } from 'react';
import type { ArticleRecord } from '../api/client.ts';
import { number, t } from '../messages/index.ts';
import { nameMap } from '../shared/lines.tsx';
import { Empty } from '../shared/states.tsx';
import { ActorCard, ClaimCard, ConditionCard, DateCard, EventCard } from './cards.tsx';
import { dateId } from './line-index.ts';

interface Props {
  readonly record: ArticleRecord;
  /** Lines whose sentence is pointed at. */
  readonly pointed: readonly string[] | null;
  /** The line that is held fast. */
  readonly chosen: string | undefined;
  readonly onPoint: (ids: readonly string[] | null) => void;
  readonly onChoose: (id: string) => void;
}

interface Part {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly { readonly id: string; readonly card: ReactNode }[];
}

function partsOf({ events, claims, conditions, actors, dates = [] }: ArticleRecord): Part[] {
  const nameOf = nameMap(actors);
  const parts: Part[] = [
    {
      key: 'events',
      title: t('reader.events'),
      lines: events.map((event) => ({ id: event.id, card: <EventCard event={event} nameOf={nameOf} /> })),
    },
    {
      key: 'claims',
      title: t('reader.claims'),
      lines: claims.map((claim) => ({ id: claim.id, card: <ClaimCard claim={claim} nameOf={nameOf} /> })),
    },
    {
      key: 'conditions',
      title: t('reader.conditions'),
      lines: conditions.map((condition) => ({
        id: condition.id,
        card: <ConditionCard condition={condition} nameOf={nameOf} />,
      })),
    },
    {
      key: 'actors',
      title: t('reader.actors'),
      lines: actors.map((actor) => ({ id: actor.id, card: <ActorCard actor={actor} nameOf={nameOf} /> })),
    },
    {
      key: 'dates',
      title: t('reader.dates'),
      lines: dates.map((date) => ({ id: dateId(date), card: <DateCard date={date} /> })),
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/** The record beside the text: each line a button that leads to its sentence. */
export function RecordPanel({ record, pointed, chosen, onPoint, onChoose }: Props) {
  const parts = useMemo(() => partsOf(record), [record]);
  const { notes } = record;
  const id = useId();
  return (
    <aside className="record" aria-label={t('reader.record')}>
      {parts.length === 0 && <Empty title={t('reader.nothing')} remedy={t('reader.nothing.remedy')} />}
      {parts.length > 1 && (
        <nav className="jump" aria-label={t('reader.sections')}>
          {parts.map(({ key, title, lines }) => (
            <a key={key} href={`#${id}${key}`} onClick={(click) => jump(click, `${id}${key}`)}>
              {title} <span className="count">{number(lines.length)}</span>
            </a>
          ))}
        </nav>
      )}
      {parts.map(({ key, title, lines }) => (
        <section key={key} id={`${id}${key}`} tabIndex={-1} aria-label={title}>
          <h2>
            {title} <span className="count">{number(lines.length)}</span>
          </h2>
          <ol className="cards">
            {lines.map((line) => (
              <li key={line.id}>
                <Card
                  id={line.id}
                  isPointed={pointed?.includes(line.id) ?? false}
                  isChosen={chosen === line.id}
                  onPoint={onPoint}
                  onChoose={onChoose}
                >
                  {line.card}
                </Card>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {notes.length > 0 && (
        <section aria-label={t('reader.notes')}>
          <h2>{t('reader.notes')}</h2>
          <ul className="notes">
            {notes.map((note, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: notes never change their order
              <li key={index}>{note.message}</li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

/** Within the view, so that the address keeps the line and gets no part behind a `#`. */
function jump(click: { preventDefault: () => void }, id: string): void {
  click.preventDefault();
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}

interface CardProps extends Pick<Props, 'onPoint' | 'onChoose'> {
  readonly id: string;
  readonly isPointed: boolean;
  readonly isChosen: boolean;
  readonly children: ReactNode;
}

/** Drawn anew only where it changes itself: a long article has hundreds, and the pointer moves over them. */
const Card = memo(function Card({ id, isPointed, isChosen, onPoint, onChoose, children }: CardProps) {
  return (
    <button
      type="button"
      className={`card${isPointed ? ' pointed' : ''}`}
      aria-pressed={isChosen}
      data-line
      data-id={id}
      onClick={() => onChoose(id)}
      onFocus={() => onPoint([id])}
      onBlur={() => onPoint(null)}
      onPointerEnter={(pointer) => pointer.pointerType === 'mouse' && onPoint([id])}
      onPointerLeave={(pointer) => pointer.pointerType === 'mouse' && onPoint(null)}
    >
      {children}
    </button>
  );
});
