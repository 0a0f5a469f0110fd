import type { Edtf } from '../../../model/index.ts';
import type { DateMention, Document, Sentence, Token } from '../../../read/index.ts';
import type { ExtractionContext } from '../../context.ts';
import { datesOfSentence } from '../../dates-of-sentence.ts';
import { belongs, wholeDay } from './belonging.ts';
import { hangsOn } from './hanging.ts';

/** 'until Friday'; 'by Friday' is a term, no end. */
export function isEnd({ tokens }: Document, { anchor, firstToken }: DateMention): boolean {
  return anchor === 'until' && /^(?:until|till|through|to)$/i.test(tokens[firstToken - 1]?.text ?? '');
}

/** 'until 18 February', 'until the end of August': the end that is told of what one of these says. */
export function endOf({ document }: ExtractionContext, ...told: readonly Token[]): Edtf | null {
  const [first] = told;
  if (!first) return null;
  const sentence = document.sentences[first.sentence] as Sentence;
  const date = datesOfSentence(document, sentence).find(
    (one) => one.edtf !== null && isEnd(document, one) && belongs(document, one, one.firstToken - 1, told),
  );
  return date ? wholeDay(date.edtf as Edtf) : null;
}

/** 'blocked for eight days', 'lasted only two days', said of the past: how long it was, where that hangs on the verb. */
export function lasted(context: ExtractionContext, verb: Token): boolean {
  const { document } = context;
  const sentence = document.sentences[verb.sentence] as Sentence;
  return datesOfSentence(document, sentence).some(
    (date) =>
      date.kind === 'duration' &&
      date.anchor === undefined &&
      (/^for$/i.test(document.tokens[date.firstToken - 1]?.text ?? '') || verb.lemma === 'last') &&
      hangsOn(document, date, verb),
  );
}
