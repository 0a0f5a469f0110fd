import { boundsOfEdtf } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, childrenIn, hasFeature, relationOf } from '../phrase.ts';
import { dayOfVerb } from './time/day.ts';

/** 'expires on 26 February', 'will be lifted in May': an end that is still to come. */
export function isToCome(context: ExtractionContext, ended: Token): boolean {
  const { published } = context.article;
  const isPresent = hasFeature(ended, 'Tense=Pres') && hasFeature(ended, 'VerbForm=Fin');
  const day =
    (isPresent || isOfFuture(context.document, ended)) && published ? dayOfVerb(context, ended) : null;
  const { first } = day ? boundsOfEdtf(day) : { first: null };
  return first !== null && published !== undefined && first > published;
}

export const isOfFuture = (document: Document, verb: Token): boolean =>
  childrenIn(document, verb, 'aux').some(
    ({ lemma, text }) =>
      /^(?:will|would|shall|may|might|could)$/i.test(lemma) || /^(?:would|might|could)$/i.test(text),
  );

/** 'signed a deal to lift the blockade': an end that is wanted; not 'managed to lift it'. */
export function isAimedAt(document: Document, verb: Token): boolean {
  const hasTo = childIn(document, verb, 'mark')?.lemma === 'to';
  return hasTo && !(relationOf(verb) === 'xcomp' && DONE.has(document.tokens[verb.head]?.lemma ?? ''));
}

const DONE = new Set(['manage', 'begin', 'start', 'help', 'move']);
