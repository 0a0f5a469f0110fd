import { type EventDate, edtf, type PloverType, partsOfEdtf, spanOf } from '../../model/index.ts';
import { dateOfClause, type Sentence, type Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, type Extents } from '../phrase.ts';
import { scopeOf } from '../status/status.ts';
import { tollOf } from './casualties.ts';
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
/** What is said in an article without a date of its own is said when the article is published. */
const SPEECH = new Set<PloverType>(['ACCUSE', 'REQUEST', 'REJECT', 'THREATEN', 'SUPPORT', 'AGREE']);
/** Further back than this, it is history and no event of the story. */
const LONGEST_YEARS = 1;

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
    if (!scope || isHistory(context, lexicon, token)) continue;
    const date = dateOf(context, trigger, sentence);
    if (isLongAgo(date.edtf, article.published)) continue;
    const { actors, recipients, overseers } = rolesOf(context, lexicon, trigger);
    const toll = tollOf(context, lexicon, token);
    if (actors.length === 0 && recipients.length === 0 && !mayLackParties(trigger, toll, date)) continue;
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
function mayLackParties({ kind, entry }: Trigger, toll: EventDraft['toll'], date: EventDate): boolean {
  if (toll.killed.length + toll.injured.length > 0) return true;
  return kind !== 'reference' && !entry.speech && date.basis !== 'none';
}

function dateOf(
  { document, article }: ExtractionContext,
  { token, predicate, entry, kind }: Trigger,
  sentence: Sentence,
): EventDate {
  const mention =
    dateOfClause(document, token.index) ??
    (predicate === token ? null : dateOfClause(document, predicate.index));
  if (mention?.edtf) return { edtf: mention.edtf, text: mention.text, basis: mention.basis };
  if (article.published && (SPEECH.has(entry.type) || (sentence.index <= 1 && kind !== 'reference'))) {
    return { edtf: article.published, basis: 'published' };
  }
  return { edtf: edtf('XXXX'), basis: 'none' };
}

function isLongAgo(date: string, published: string | undefined): boolean {
  const [then, now] = [partsOfEdtf(date.split('/')[0] as string), published ? partsOfEdtf(published) : null];
  if (!then?.year || !now?.year) return false;
  const months = (now.year - then.year) * 12 + ((now.month ?? 12) - (then.month ?? 12));
  return months > LONGEST_YEARS * 12;
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

function isDefinite({ document }: ExtractionContext, token: Token): boolean {
  if (token.upos !== 'NOUN') return false;
  const determiner = childIn(document, token, 'det');
  return determiner !== undefined && ['the', 'this', 'that', 'these', 'those'].includes(determiner.lemma);
}
