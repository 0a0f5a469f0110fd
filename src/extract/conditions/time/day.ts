import type { Edtf } from '../../../model/index.ts';
import type { DateMention, Document, Sentence, Token } from '../../../read/index.ts';
import type { ExtractionContext } from '../../context.ts';
import { datesOfSentence } from '../../dates-of-sentence.ts';
import { childIn, relationOf } from '../../phrase.ts';
import { MOST_STEPS, MOST_WORDS, openerOf, wholeDay } from './belonging.ts';
import { isEnd } from './end.ts';
import { AFTER, hangsOn } from './hanging.ts';

/** Relations over which a verb shares the date of the one above it: 'agreed on Monday to close'. */
const SHARING = new Set(['xcomp', 'conj']);

/** How far a date stands from its verb; before it, farther than behind. */
const wayTo = ({ firstToken }: DateMention, { index }: Token): number =>
  firstToken > index ? firstToken - index : MOST_WORDS + index - firstToken;

/** 'met and agreed': not where it has a subject of its own. */
function isSharing(document: Document, verb: Token): boolean {
  return SHARING.has(relationOf(verb)) && !childIn(document, verb, 'nsubj');
}

/** The day of an act: a date that hangs on its verb or on one that it shares its clause with, or one that opens the sentence. */
export function dayOfVerb(context: ExtractionContext, verb: Token): Edtf | null {
  const { document } = context;
  const sentence = document.sentences[verb.sentence] as Sentence;
  const dates = datesOfSentence(document, sentence).filter(
    (date) =>
      (date.kind === 'date' || date.kind === 'time') &&
      date.edtf !== null &&
      (openerOf(document, sentence, date) ?? verb.index) <= verb.index &&
      date.anchor !== 'since' &&
      !isEnd(document, date),
  );
  if (dates.length === 0) return null;
  const chain = [verb];
  for (let at = verb; isSharing(document, at) && at.head >= 0 && chain.length < MOST_STEPS; ) {
    at = document.tokens[at.head] as Token;
    if (at.upos === 'VERB') chain.push(at);
  }
  for (const one of chain) {
    const [own] = dates
      .filter((date) => hangsOn(document, date, one))
      .sort((a, b) => wayTo(a, one) - wayTo(b, one));
    if (own) return wholeDay(own.edtf as Edtf);
  }
  const [opening] = dates as [DateMention];
  if (isOpening(document, sentence, opening) && isMain(document, verb)) return wholeDay(opening.edtf as Edtf);
  return null;
}

function isOpening({ tokens }: Document, { firstToken }: Sentence, date: DateMention): boolean {
  if (date.firstToken - firstToken > 3) return false;
  return tokens
    .slice(firstToken, date.firstToken)
    .every(({ upos, text }) => !['VERB', 'PROPN', 'PRON'].includes(upos) && !AFTER.test(text));
}

function isMain(document: Document, verb: Token): boolean {
  let at = verb;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (at.head < 0) return true;
    if (!isSharing(document, at)) return false;
    at = document.tokens[at.head] as Token;
  }
  return false;
}
