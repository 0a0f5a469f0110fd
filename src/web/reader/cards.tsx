import type { Actor, Claim, Condition, DateExpression, Event } from '../api/client.ts';
import { t, term, tn } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { ActorChip, EventFacts, type NameOf, Parties, StatusMark, TypeChip } from '../shared/lines.tsx';
import { countryName } from '../shared/names.ts';

/** What a line of the record looks like beside its article. */

export function EventCard({ event, nameOf }: { event: Event; nameOf: NameOf }) {
  return (
    <>
      <span className="card-head">
        <TypeChip type={event.type} mode={event.mode} />
        <StatusMark status={event.status} />
        <time className="card-date" dateTime={event.date.edtf} title={event.date.text}>
          {dateInWords(event.date.edtf, 'short')}
        </time>
      </span>
      <Parties event={event} nameOf={nameOf} />
      <EventFacts event={event} nameOf={nameOf} />
    </>
  );
}

/** Does the content bring its quotation marks with it? */
const hasQuotes = /^["'“”„«‘‹]/;

export function ClaimCard({ claim, nameOf }: { claim: Claim; nameOf: NameOf }) {
  const content = (claim.parts ?? [claim.content]).map(({ text }) => text).join(' … ');
  return (
    <>
      <span className="card-head">
        {claim.speaker ? (
          <ActorChip actor={nameOf(claim.speaker)} id={claim.speaker} />
        ) : (
          <span className="quiet">{claim.speakerText?.text ?? t('line.unnamed')}</span>
        )}
        <span className={`stance stance-${claim.stance}`}>{term('stance', claim.stance)}</span>
        {claim.addressee && (
          <span className="quiet">
            {t('line.to', { name: nameOf(claim.addressee)?.name ?? claim.addressee })}
          </span>
        )}
      </span>
      <span className={claim.quoted && !hasQuotes.test(content) ? 'content quoted' : 'content'}>
        <bdi>{content}</bdi>
      </span>
      {claim.items && (
        <span className="items">
          {claim.items.map(({ start, text }) => (
            <bdi key={start}>{text}</bdi>
          ))}
        </span>
      )}
      {claim.deadline && (
        <span className="facts">{t('line.deadline', { date: dateInWords(claim.deadline, 'short') })}</span>
      )}
    </>
  );
}

export function ConditionCard({ condition, nameOf }: { condition: Condition; nameOf: NameOf }) {
  const { kind, on, by = [], since, until, days, asOf, exceptions, status } = condition;
  const name = (id: string) => nameOf(id)?.name ?? id;
  const on_ = [on.thing, on.place, on.actor && name(on.actor)].filter(Boolean).join(', ');
  return (
    <>
      <span className="card-head">
        <span className="chip kind">{term('kind', kind)}</span>
        {status !== 'stands' && (
          <span className={`status status-${status}`}>{term('condition', status)}</span>
        )}
        {days !== undefined && <span className="card-date">{tn('line.days', days)}</span>}
      </span>
      {on_ && (
        <span className="parties">
          <bdi>{on_}</bdi>
        </span>
      )}
      <span className="facts">
        {by.length > 0 && <span>{t('line.by', { names: by.map(name).join(', ') })}</span>}
        {since && <span>{t('line.since', { date: dateInWords(since, 'short') })}</span>}
        {until && <span>{t('line.until', { date: dateInWords(until, 'short') })}</span>}
        {asOf && <span>{t('line.asOf', { date: dateInWords(asOf, 'short') })}</span>}
        {exceptions.map((what) => (
          <span key={what}>{t('line.except', { what })}</span>
        ))}
      </span>
    </>
  );
}

export function ActorCard({ actor, nameOf }: { actor: Actor; nameOf: NameOf }) {
  const affiliation = actor.affiliation ? (nameOf(actor.affiliation)?.name ?? actor.affiliation) : undefined;
  const role =
    actor.role && affiliation ? t('actor.affiliation', { role: actor.role, name: affiliation }) : actor.role;
  return (
    <>
      <span className="card-head">
        <bdi className="actor-name">{actor.name}</bdi>
        <span className="card-date">{tn('count.mentions', actor.mentions.length)}</span>
      </span>
      <span className="facts">
        <span>{term('actorKind', actor.kind)}</span>
        {(role ?? affiliation) && <bdi>{role ?? affiliation}</bdi>}
        {actor.country && <span>{countryName(actor.country)}</span>}
      </span>
    </>
  );
}

/** What the text says of a time, the date that it means, and how that is known. */
export function DateCard({ date }: { date: DateExpression }) {
  return (
    <>
      <span className="card-head">
        <bdi>{date.text}</bdi>
        <time className="card-date" dateTime={date.edtf}>
          {dateInWords(date.edtf, 'short')}
        </time>
      </span>
      <span className="facts">
        <span>{term('dateBasis', date.basis)}</span>
      </span>
    </>
  );
}
