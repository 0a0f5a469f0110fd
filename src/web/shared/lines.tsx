import type { ReactNode } from 'react';
import type { ActorRef, Casualties, Event, EventStatus, PloverType } from '../api/client.ts';
import { t, term, tn } from '../messages/index.ts';
import { quadOfType } from './terms.ts';

/** Small marks that every view uses: type, status, parties, numbers. Colour never stands alone. */

export type NameOf = (id: string) => ActorRef | undefined;

export function nameMap(actors: readonly ActorRef[]): NameOf {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return (id) => byId.get(id);
}

export function TypeChip({ type, mode }: { type: PloverType; mode?: string | undefined }) {
  const quad = quadOfType(type);
  return (
    <span className={`chip quad ${quad}`} title={`${term('quad', quad)} · PLOVER ${type}`}>
      {term('type', type)}
      {mode && <span className="chip-mode">{mode.replaceAll('-', ' ')}</span>}
    </span>
  );
}

export function StatusMark({ status }: { status: EventStatus }) {
  if (status === 'reported') return null;
  return <span className={`status status-${status}`}>{term('status', status)}</span>;
}

export function ContestedMark() {
  return (
    <span className="status status-contested" title={t('line.contested.title')}>
      {t('line.contested')}
    </span>
  );
}

export function ActorChip({ actor, id }: { actor: ActorRef | undefined; id: string }) {
  return (
    <span className="actor" title={actor?.role}>
      <bdi>{actor?.name ?? id}</bdi>
      {actor?.country && <span className="actor-country">{actor.country}</span>}
    </span>
  );
}

function Actors({ ids, nameOf }: { ids: readonly string[]; nameOf: NameOf }) {
  return ids.map((id) => <ActorChip key={id} actor={nameOf(id)} id={id} />);
}

/** Who does it to whom, in one line. */
export function Parties({ event, nameOf }: { event: Event; nameOf: NameOf }) {
  return (
    <span className="parties">
      {event.actors.length > 0 ? (
        <Actors ids={event.actors} nameOf={nameOf} />
      ) : (
        <span className="quiet">{t('line.nobody')}</span>
      )}
      {event.recipients.length > 0 && (
        <>
          <span className="toward" role="img" aria-label={t('line.toward')}>
            {event.type === 'CONSULT' ? '↔' : '→'}
          </span>
          <Actors ids={event.recipients} nameOf={nameOf} />
        </>
      )}
    </span>
  );
}

/** Place, numbers, overseers and source of an event, each where it is known. */
export function EventFacts({ event, nameOf }: { event: Event; nameOf: NameOf }) {
  const name = (id: string) => nameOf(id)?.name ?? id;
  const facts: ReactNode[] = [];
  if (event.place) facts.push(<bdi key="place">{event.place.name}</bdi>);
  for (const [kind, all] of [
    ['killed', event.killed],
    ['injured', event.injured],
  ] as const) {
    all.forEach((casualties, index) => {
      facts.push(
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
        <strong key={`${kind}${index}`}>{casualtiesInWords(kind, casualties, name)}</strong>,
      );
    });
  }
  if (event.overseers?.length) {
    facts.push(
      <span key="overseers">{t('line.overseen', { names: event.overseers.map(name).join(', ') })}</span>,
    );
  }
  if (event.source) facts.push(<span key="source">{t('line.source', { name: name(event.source) })}</span>);
  return facts.length > 0 ? <span className="facts">{facts}</span> : null;
}

export function casualtiesInWords(
  kind: 'killed' | 'injured',
  { count, atLeast, atMost, actor }: Casualties,
  name: (id: string) => string,
): string {
  const number = atLeast
    ? t('line.atLeast', { count })
    : atMost
      ? t('line.atMost', { count })
      : String(count);
  const what = tn(`line.${kind}`, count, { number });
  return actor ? t('line.of', { what, side: name(actor) }) : what;
}
