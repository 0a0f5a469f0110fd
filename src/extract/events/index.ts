import type { Actor, Event } from '../../model/index.ts';
import type { ExtractionContext } from '../context.ts';
import { extentsOf } from '../phrase.ts';
import { draftsOf } from './find.ts';
import { withDaysOfSpeech, withDenials } from './later.ts';
import { eventLexiconOf } from './lexicon.ts';
import { eventOf, mergeDrafts } from './merge.ts';

/**
 * The events of an article, in text order: found sentence by sentence, then the tellings of one event put together. Articles in a language
 * without a lexicon give none.
 */
export function extractEvents(context: ExtractionContext): Event[] {
  const { document } = context;
  const lexicon = document.hasTrees ? eventLexiconOf(document.language) : null;
  if (!lexicon) return [];
  const extents = extentsOf(document);
  const drafts = document.sentences
    .filter(({ language }) => language === document.language)
    .flatMap((sentence) => draftsOf(context, extents, lexicon, sentence));
  return mergeDrafts(withDaysOfSpeech(document, withDenials(context, drafts)), (party) =>
    sideOf(context.actors.get(party)),
  ).map((group) => {
    for (const { rule, triggerSpan } of group) context.explain?.(rule, triggerSpan);
    return eventOf(context, group);
  });
}

/** The country of a party, and within it those who fight its state. */
function sideOf({ country, kind }: Actor): string | undefined {
  return country !== undefined && kind === 'armed-group' ? `${country} armed group` : country;
}
