import type { Document, Sentence, Token } from '../../read/index.ts';
import { datesOfSentence } from '../dates-of-sentence.ts';
import { childrenIn } from '../phrase.ts';

/** 'declared the truce *over*', 'the ceasefire at an end'. */
export function isDeclaredOver({ tokens }: Document, verb: Token, noun: Token): boolean {
  const [one, two, three] = [1, 2, 3].map((step) => tokens[noun.index + step]?.text.toLowerCase());
  const isOver = /^(?:over|dead|finished)$/.test(one ?? '') || `${one} ${two} ${three}` === 'at an end';
  return verb.lemma === 'declare' && isOver;
}

/** 'put an end to the siege', 'brought the blockade to a close'. */
export const isPutToAnEnd = (document: Document, verb: Token, noun: Token): boolean =>
  /^(?:put|bring)$/.test(verb.lemma) &&
  childrenIn(document, verb, 'obj', 'obl').some(
    ({ lemma, index }) => index !== noun.index && /^(?:end|stop|close|halt)$/.test(lemma),
  );

/** 'a *three-week* blockade' is one that there is. */
export function hasLength(document: Document, noun: Token): boolean {
  const dates = datesOfSentence(document, document.sentences[noun.sentence] as Sentence);
  return dates.some(({ kind, endToken }) => kind === 'duration' && endToken === noun.index);
}
