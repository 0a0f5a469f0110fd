import { term, tn } from '../messages/index.ts';
import { ClaimCard, ConditionCard, EventCard } from '../reader/cards.tsx';
import { nameMap } from '../shared/lines.tsx';
import type { RecordLine } from './line.ts';

/** What a line says, whatever its kind. */
export function LineHead({ line }: { line: RecordLine }) {
  const nameOf = nameMap(line.actors);
  if (line.event) return <EventCard event={line.event} nameOf={nameOf} />;
  if (line.claim) return <ClaimCard claim={line.claim} nameOf={nameOf} />;
  return line.condition ? <ConditionCard condition={line.condition} nameOf={nameOf} /> : null;
}

/** The line in a few words, for lists and for whoever cannot see a chart. */
export function lineInWords({ event, claim, condition, actors }: RecordLine): string {
  const name = (id: string) => actors.find((one) => one.id === id)?.name ?? id;
  if (event) {
    const parties = [event.actors.map(name).join(', '), event.recipients.map(name).join(', ')].filter(
      Boolean,
    );
    const dead = event.killed.reduce((sum, { count }) => sum + count, 0);
    return [
      term('type', event.type),
      parties.join(' → '),
      event.place?.name,
      dead > 0 && tn('line.killed', dead, { number: String(dead) }),
    ]
      .filter(Boolean)
      .join(' · ');
  }
  if (claim) {
    return [claim.speaker ? name(claim.speaker) : claim.speakerText?.text, term('stance', claim.stance)]
      .filter(Boolean)
      .join(' ');
  }
  if (condition) {
    return [term('kind', condition.kind), condition.on.thing ?? condition.on.place]
      .filter(Boolean)
      .join(' · ');
  }
  return '';
}
