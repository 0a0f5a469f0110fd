import type { ArticleRecord, DateExpression, Note } from '../model/index.ts';
import type { Document } from '../read/index.ts';
import { extractClaims } from './claims/index.ts';
import { claimLexiconOf } from './claims/lexicon.ts';
import { extractConditions } from './conditions/index.ts';
import { conditionFeatures, confidence, confidenceWeights, eventFeatures } from './confidence/index.ts';
import { extractEvents } from './events/index.ts';
import type { Explain } from './explain.ts';
import { contextOf } from './make-context.ts';

export interface ExtractOptions {
  /** Called for each line with the rule that made it, where, and on which tree; for `--explain`. */
  readonly explain?: Explain;
}

/**
 * The record of a document: its actors, events, claims and conditions, each in the order of the text.
 * `notes` of earlier stages come first in the record's notes. Synchronous, pure, deterministic.
 */
export function extract(
  document: Document,
  notes: readonly Note[] = [],
  options: ExtractOptions = {},
): ArticleRecord {
  const context = contextOf(document, options.explain);
  const weights = confidenceWeights();
  const events = extractEvents(context).map((event) => ({
    ...event,
    confidence: confidence(weights.events, eventFeatures(document, event)),
  }));
  const told = extractConditions(context);
  const conditions = told.map(({ condition }) => ({
    ...condition,
    confidence: confidence(weights.conditions, conditionFeatures(condition)),
  }));
  const claims = extractClaims(context, events, told);
  return {
    article: document.article,
    actors: [...context.actors.all()],
    events: [...events].sort((a, b) => a.trigger.start - b.trigger.start),
    claims,
    conditions: [...conditions].sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0)),
    dates: datesOf(document),
    notes: [...notes, ...notesOf(document)],
  };
}

function datesOf({ dates }: Document): DateExpression[] {
  return dates.flatMap(({ start, end, text, edtf, basis }) =>
    edtf === null ? [] : [{ start, end, text, edtf, basis }],
  );
}

function notesOf(document: Document): Note[] {
  if (claimLexiconOf(document.language) || document.article.text === '') return [];
  return [
    {
      kind: 'extraction',
      message: `The language of this article (${document.language}) is not extracted yet: no events, claims or conditions.`,
    },
  ];
}
