import { boundsOfEdtf, daysBetween, type Edtf, type EventDate, spanOf } from '../../model/index.ts';
import type { Sentence, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, type Extents, relationOf } from '../phrase.ts';
import { scopeOf } from '../status/status.ts';
import { tollOf } from './casualties.ts';
import { isPassive, subjectOf } from './clause.ts';
import { dateOf, inThePast } from './dating.ts';
import type { EventDraft } from './draft.ts';
import type { EventLexicon } from './lexicon.ts';
import { placeOf, rolesOf, topicsOf } from './roles.ts';
import { type Trigger, triggersOf } from './triggers.ts';

/** Confidence by how the event is told; measured on the gold halves by `npm run bench:events`. */
const CONFIDENCE: { readonly [kind in Trigger['kind']]: number } = {
  verb: 0.8,
  light: 0.85,
  happening: 0.85,
  existence: 0.8,
  reference: 0.5,
};
/** Further back than this, it is history and no event of the story. */
const LONGEST_DAYS = 120;

/** All events that a sentence tells of. */
export function draftsOf(
  context: ExtractionContext,
  extents: Extents,
  lexicon: EventLexicon,
  sentence: Sentence,
): EventDraft[] {
  const { document, article } = context;
  const drafts: EventDraft[] = [];
  const triggers = triggersOf(document, sentence, lexicon);
  for (const trigger of triggers) {
    const { token, predicate, entry, kind } = trigger;
    const scope = scopeOf(context, lexicon, token, predicate);
    if (!scope || isHistory(context, lexicon, token) || isBackground(context, predicate)) continue;
    const told = dateOf(context, lexicon, trigger, sentence);
    const isReal = scope.status === 'reported' || scope.status === 'alleged' || scope.status === 'ended';
    const date = isReal ? inThePast(told, article.published) : told;
    if (isLongAgo(date.edtf, article.published)) continue;
    const roles = rolesOf(context, lexicon, trigger);
    const { recipients, overseers } = roles;
    const actors =
      roles.actors.length === 0 && scope.speaker && !isPassive(document, token)
        ? [scope.speaker]
        : roles.actors;
    const toll = tollOf(context, lexicon, token);
    if (actors.length === 0 && recipients.length === 0 && !mayLackParties(context, trigger, toll, date))
      continue;
    const place = placeOf(context, trigger);
    drafts.push({
      entry,
      trigger: token,
      triggerSpan: spanOf(article.text, token.start, token.end),
      evidence: spanOf(article.text, sentence.start, sentence.end),
      sentence: sentence.index,
      actors,
      recipients: recipients.filter((id) => !actors.includes(id)),
      overseers,
      date,
      place,
      topics: topicsOf(context, extents, lexicon, trigger),
      toll,
      status: scope.status,
      ...(scope.source && { source: scope.source }),
      confidence: CONFIDENCE[kind] - (actors.length === 0 ? 0.15 : 0) - (date.basis === 'none' ? 0.05 : 0),
      pointsBack: kind === 'reference' || isDefinite(context, token),
      rule: `${entry.type}${entry.mode ? ` ${entry.mode}` : ''} by ${kind} “${token.lemma}”`,
    });
  }
  return drafts;
}

/** Without any party only what is dated and placed, or has casualties, is worth a line. */
function mayLackParties(
  { document }: ExtractionContext,
  { kind, entry, token }: Trigger,
  toll: EventDraft['toll'],
  date: EventDate,
): boolean {
  if (toll.killed.length + toll.injured.length > 0) return true;
  if (entry.speech && kind === 'verb') return subjectOf(document, token) !== null;
  return kind !== 'reference' && !entry.speech && date.basis !== 'none';
}

function isLongAgo(date: Edtf, published: Edtf | undefined): boolean {
  const { last } = boundsOfEdtf(date);
  const days = last && published ? daysBetween(last, published) : null;
  return days !== null && days > LONGEST_DAYS;
}

/** 'the 2020 war', 'on the anniversary of the attack', 'the former ceasefire'. */
function isHistory({ document }: ExtractionContext, lexicon: EventLexicon, trigger: Token): boolean {
  const near = [...trigger.children.map((index) => document.tokens[index] as Token)];
  if (trigger.head >= 0) near.push(document.tokens[trigger.head] as Token);
  return near.some(
    ({ lemma, text, upos }) =>
      lexicon.words.history.has(lemma) ||
      (upos === 'NUM' && trigger.upos === 'NOUN' && /^(?:19|20)\d\d$/.test(text)),
  );
}

/** 'since the road was blocked': what bounds another event in time is told elsewhere or is known. */
function isBackground({ document }: ExtractionContext, predicate: Token): boolean {
  return (
    relationOf(predicate) === 'advcl' && childIn(document, predicate, 'mark')?.text.toLowerCase() === 'since'
  );
}

function isDefinite({ document }: ExtractionContext, token: Token): boolean {
  if (token.upos !== 'NOUN') return false;
  const determiner = childIn(document, token, 'det');
  return determiner !== undefined && ['the', 'this', 'that', 'these', 'those'].includes(determiner.lemma);
}
