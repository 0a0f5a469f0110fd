import {
  type Actor,
  ArticleRecord,
  type Claim,
  type Condition,
  type Event,
  type Span,
} from '../model/index.ts';
import type { LineTable, Verdict } from './reviews.ts';
import type { Marks } from './rows.ts';
import type { ActorRef } from './store.ts';

type Line = Event | Claim | Condition;

export interface Reviewed {
  /** As people left it. Rejected and merged lines are in it, with their marks. */
  readonly record: ArticleRecord;
  readonly marks: Marks;
}

/**
 * A record as people left it. What they confirmed or corrected stands in place of what was read, found by its id, or,
 * where the article was read anew and ids have changed, by its words. A line of theirs that the new reading does not
 * have is put back. Pure.
 */
export function reviewedRecord(read: ArticleRecord, verdicts: readonly Verdict[]): Reviewed {
  const marks = new Map<string, 'confirmed' | 'corrected' | 'rejected' | 'merged'>();
  if (verdicts.every(({ state }) => state.status === 'open')) return { record: read, marks };
  const lines: { [table in LineTable]: Line[] } = {
    events: [...read.events],
    claims: [...read.claims],
    conditions: [...read.conditions],
  };
  const actors = new Map(read.actors.map((actor) => [actor.id, actor]));
  const renamed = new Map<string, string>();
  for (const { table, lineId, state } of verdicts) {
    if (state.status === 'open') continue;
    const place = placeOf(lines[table], lineId, state.line);
    const found = lines[table][place];
    const isFrozen = state.status === 'confirmed' || state.status === 'corrected';
    const line = isFrozen ? relocated(state.line, read.article.text) : found;
    if (!line) continue;
    if (found && found.id !== lineId) renamed.set(found.id, lineId);
    const kept = { ...line, id: lineId };
    if (found) lines[table][place] = kept;
    else lines[table].push(kept);
    marks.set(lineId, state.status);
    if (isFrozen) {
      for (const actor of state.actors) if (!actors.has(actor.id)) actors.set(actor.id, withMentions(actor));
    }
  }
  // Read from checked records; each list holds its own kind of line.
  const claims = (lines.claims as Claim[]).map((claim) =>
    renamed.size === 0 ? claim : { ...claim, about: claim.about.map((id) => renamed.get(id) ?? id) },
  );
  const record = ArticleRecord.parse({ ...read, ...lines, claims, actors: [...actors.values()] });
  return { record, marks };
}

function withMentions(actor: ActorRef): Actor {
  return { ...actor, mentions: [] };
}

/** Index of the line with this id, else of the one with the same words and kind; -1 where there is none. */
function placeOf(lines: readonly Line[], id: string, like: Line): number {
  const byId = lines.findIndex((line) => line.id === id);
  if (byId >= 0) return byId;
  const words = wordingOf(like);
  return lines.findIndex((line) => wordingOf(line) === words);
}

/** What a line was read from: its sentence and, in it, the words that made it a line. */
function wordingOf(line: Line): string {
  if ('trigger' in line) return JSON.stringify([line.evidence[0]?.text, line.trigger.text]);
  if ('stance' in line) return JSON.stringify([line.evidence.text, line.cue.text]);
  return JSON.stringify([line.evidence[0]?.text]);
}

/** The line with its spans where their words stand in this text; null where some stand nowhere in it. */
function relocated<Some extends Line>(line: Some, text: string): Some | null {
  let isWhole = true;
  const moved = JSON.parse(JSON.stringify(line), (_, value: unknown) => {
    if (!isSpan(value)) return value;
    if (text.slice(value.start, value.end) === value.text) return value;
    const start = text.indexOf(value.text);
    if (start < 0) isWhole = false;
    return { ...value, start, end: start + value.text.length };
  }) as Some;
  return isWhole ? moved : null;
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value && 'text' in value;
}
