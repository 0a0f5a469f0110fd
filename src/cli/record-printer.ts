import type { Actor, ArticleRecord, Casualties, Claim, Condition, Event, Span } from '../model/index.ts';
import { type Colors, counted, plain, shortened, wrapped } from './terminal.ts';

export interface PrintOptions {
  readonly colors: Colors;
  /** Columns. */
  readonly width: number;
  /** Every removed piece, not the first ten. */
  readonly all?: boolean;
}

const FIRST_REMOVED = 10;
const INDENT = '    ';

/** A record as text for a person: what was taken away, then each line with its sentence. Ends with a line feed. */
export function printedRecord(record: ArticleRecord, options: PrintOptions): string {
  const parts = [
    head(record, options),
    removed(record, options),
    section(
      'Events',
      record.events.map((event) => eventLines(record, event, options)),
      options,
    ),
    section(
      'Claims',
      record.claims.map((claim) => claimLines(record, claim, options)),
      options,
    ),
    section(
      'Conditions',
      record.conditions.map((condition) => conditionLines(record, condition, options)),
      options,
    ),
    people(record, options),
    notes(record, options),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function head({ article }: ArticleRecord, { colors, width }: PrintOptions): string {
  const basis = article.publishedBasis ? ` (${article.publishedBasis})` : '';
  const facts = [
    article.outlet,
    article.byline,
    article.published ? `published ${article.published}${basis}` : 'no publication date',
    article.modified && article.modified !== article.published
      ? `changed ${article.modified}${article.modifiedBasis ? ` (${article.modifiedBasis})` : ''}`
      : undefined,
    `language ${article.language}`,
    counted(article.paragraphs.length, 'paragraph'),
  ];
  const lines = [
    wrapped(colors.bold(plain(article.title) || 'Untitled'), width, ''),
    wrapped(
      colors.dim(
        facts
          .filter((fact) => fact !== undefined)
          .map(plain)
          .join(' · '),
      ),
      width,
      '',
    ),
  ];
  if (article.areas.length > 0) lines.push(colors.dim(`areas ${article.areas.map(plain).join(' › ')}`));
  if (article.credits?.length) lines.push(colors.dim(`credits ${article.credits.map(plain).join(', ')}`));
  if (article.caption) lines.push(wrapped(colors.dim(`caption ${plain(article.caption)}`), width, ''));
  if (article.url) lines.push(colors.dim(plain(article.url)));
  lines.push(colors.dim(`id ${plain(article.id)}`));
  return lines.join('\n');
}

function removed({ article }: ArticleRecord, { colors, width, all }: PrintOptions): string {
  const pieces = article.removed;
  if (pieces.length === 0) return '';
  const shown = all ? pieces : pieces.slice(0, FIRST_REMOVED);
  const column = Math.max(...shown.map(({ reason }) => reason.length));
  const room = Math.max(20, width - column - 4);
  const lines = shown.map(
    ({ text, reason }) =>
      `  ${colors.yellow(reason.padEnd(column))}  ${colors.dim(shortened(plain(text), room))}`,
  );
  if (shown.length < pieces.length)
    lines.push(colors.dim(`  and ${pieces.length - shown.length} more (--all shows them)`));
  return [title(`Taken away (${pieces.length})`, colors), ...lines].join('\n');
}

function section(name: string, items: string[], { colors }: PrintOptions): string {
  if (items.length === 0) return `${title(name, colors)}\n  ${colors.dim('none found')}`;
  return [title(`${name} (${items.length})`, colors), ...items].join('\n');
}

function title(text: string, colors: Colors): string {
  return colors.bold(colors.cyan(text));
}

function eventLines(record: ArticleRecord, event: Event, options: PrintOptions): string {
  const { colors, width } = options;
  const kind = event.mode ? `${event.type} ${event.mode}` : event.type;
  const status = event.status === 'reported' ? '' : `, ${event.status}`;
  const parts = [colors.bold(`${event.date.edtf}  ${colors.green(kind)}`) + colors.magenta(status)];
  const sides = sidesOf(names(record, event.actors), names(record, event.recipients));
  if (sides !== '') parts.push(sides);
  if (event.overseers?.length) parts.push(`overseen by ${names(record, event.overseers)}`);
  if (event.place) parts.push(`in ${plain(event.place.name)}`);
  const topics = event.topics.map(plain);
  if (topics.length > 0) parts.push(`about ${topics.join(', ')}`);
  const losses = [
    ...event.killed.map((loss) => toll(record, loss, 'killed')),
    ...event.injured.map((loss) => toll(record, loss, 'injured')),
  ];
  if (losses.length > 0) parts.push(colors.red(losses.join(', ')));
  if (event.source) parts.push(`according to ${names(record, [event.source])}`);
  parts.push(colors.dim(event.confidence.toFixed(2)));
  const lines = [wrapped(parts.join(' · '), width, '  ', '      ')];
  for (const span of event.evidence) lines.push(sentence(span, [event.trigger], options));
  return lines.join('\n');
}

/** `A → B`; an arrow alone before who is acted upon where it is not known who acted. */
export function sidesOf(actors: string, recipients: string): string {
  if (recipients === '') return actors;
  return actors === '' ? `→ ${recipients}` : `${actors} → ${recipients}`;
}

function toll(record: ArticleRecord, { count, atLeast, atMost, actor }: Casualties, what: string): string {
  const bound = atLeast ? 'at least ' : atMost ? 'up to ' : '';
  return `${bound}${count} ${what}${actor ? ` (${names(record, [actor])})` : ''}`;
}

function claimLines(record: ArticleRecord, claim: Claim, options: PrintOptions): string {
  const { colors, width } = options;
  const speaker = claim.speaker
    ? names(record, [claim.speaker])
    : claim.speakerText
      ? plain(claim.speakerText.text)
      : 'unnamed';
  const addressee = claim.addressee ? ` to ${names(record, [claim.addressee])}` : '';
  const about =
    claim.about.length > 0
      ? colors.dim(` · about ${claim.about.map((id) => lineName(record, id)).join(', ')}`)
      : '';
  const quoted = claim.quoted ? colors.dim(' · quoted') : '';
  const topics = claim.topics.length > 0 ? ` · on ${claim.topics.map(plain).join(', ')}` : '';
  const deadline = claim.deadline ? ` · by ${claim.deadline}` : '';
  const answers = colors.dim(answersOf(record, claim));
  const who = `${colors.bold(speaker)}${instituteOf(record, claim)}`;
  const top = `${who} ${colors.green(claim.stance)}${addressee}${deadline}${topics}${quoted}${about}${answers}`;
  return [
    wrapped(top, width, '  ', '      '),
    ...(claim.items ?? []).map(({ text }) => wrapped(`- ${plain(text)}`, width, INDENT)),
    sentence(claim.evidence, [claim.cue, claim.content], options),
  ].join('\n');
}

/** For those who are asked for their view: the body they work for. */
function instituteOf(record: ArticleRecord, { speaker, stance }: Claim): string {
  if (stance !== 'assesses' && stance !== 'predicts') return '';
  const actor = record.actors.find(({ id }) => id === speaker);
  return actor?.affiliation ? ` of ${names(record, [actor.affiliation])}` : '';
}

/** The claim that a denial or a counter-accusation points at, by who made it. */
function answersOf(record: ArticleRecord, { answers }: Claim): string {
  const answered = record.claims.find(({ id }) => id === answers);
  if (!answered) return '';
  const speaker = answered.speaker
    ? names(record, [answered.speaker])
    : plain(answered.speakerText?.text ?? 'unnamed');
  return ` · answers what ${speaker} ${answered.stance}`;
}

function conditionLines(record: ArticleRecord, condition: Condition, options: PrintOptions): string {
  const { colors, width } = options;
  const { place, actor, thing } = condition.on;
  const on = [thing && plain(thing), place && plain(place), actor && names(record, [actor])]
    .filter(Boolean)
    .join(', ');
  const parts = [colors.bold(colors.green(condition.kind)) + (on ? ` on ${on}` : '')];
  if (condition.by?.length) parts.push(`by ${names(record, condition.by)}`);
  if (condition.since) parts.push(`since ${condition.since}`);
  if (condition.until) parts.push(`until ${condition.until}`);
  if (condition.days !== undefined) parts.push(counted(condition.days, 'day'));
  if (condition.asOf) parts.push(`as of ${condition.asOf}`);
  parts.push(condition.status === 'stands' ? condition.status : colors.magenta(condition.status));
  const lines = [wrapped(parts.join(' · '), width, '  ', '      ')];
  for (const text of condition.exceptions) lines.push(wrapped(`except ${plain(text)}`, width, INDENT));
  for (const span of condition.evidence) lines.push(sentence(span, [], options));
  return lines.join('\n');
}

/** The sentence, with the marked stretches (trigger, cue, content) underlined where there are colours. */
function sentence(span: Span, marks: readonly Span[], { colors, width }: PrintOptions): string {
  const inside = marks
    .filter((mark) => mark.start >= span.start && mark.end <= span.end && mark.text !== '')
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let text = '';
  let at = span.start;
  for (const mark of inside) {
    if (mark.start < at) continue;
    text += colors.dim(safe(span.text.slice(at - span.start, mark.start - span.start)));
    text += colors.underline(safe(mark.text));
    at = mark.end;
  }
  text += colors.dim(safe(span.text.slice(at - span.start)));
  return wrapped(`“${text.trim()}”`, width, INDENT);
}

/** As {@link plain}, but keeps a blank at either end, where pieces of a sentence meet. */
function safe(text: string): string {
  const inner = plain(text);
  if (inner === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${inner}${/\s$/.test(text) ? ' ' : ''}`;
}

function people({ actors }: ArticleRecord, { colors, width }: PrintOptions): string {
  if (actors.length === 0) return '';
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const lines = actors.map((actor) =>
    wrapped(`${colors.bold(plain(actor.name))} ${colors.dim(actorFacts(actor, byId))}`, width, '  '),
  );
  return [title(`People and parties (${actors.length})`, colors), ...lines].join('\n');
}

function actorFacts(actor: Actor, byId: ReadonlyMap<string, Actor>): string {
  const affiliation = actor.affiliation ? byId.get(actor.affiliation)?.name : undefined;
  const facts = [actor.kind, actor.role, affiliation && `of ${affiliation}`, actor.country, actor.sector];
  return `${facts
    .filter((fact) => fact !== undefined && fact !== '')
    .map((fact) => plain(String(fact)))
    .join(', ')}`;
}

function notes(record: ArticleRecord, { colors, width }: PrintOptions): string {
  if (record.notes.length === 0) return '';
  const lines = record.notes.map(({ kind, message, span }) =>
    wrapped(
      `${colors.yellow(kind)} ${plain(message)}${span ? colors.dim(` “${plain(span.text)}”`) : ''}`,
      width,
      '  ',
    ),
  );
  return [title(`Notes (${record.notes.length})`, colors), ...lines].join('\n');
}

function names({ actors }: ArticleRecord, ids: readonly string[]): string {
  return ids.map((id) => plain(actors.find((actor) => actor.id === id)?.name ?? id)).join(', ');
}

function lineName({ events, conditions }: ArticleRecord, id: string): string {
  const event = events.find((candidate) => candidate.id === id);
  if (event) return `${event.type} ${event.date.edtf}`;
  return conditions.find((candidate) => candidate.id === id)?.kind ?? id;
}
