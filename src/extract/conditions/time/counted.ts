import { addDays, type Edtf } from '../../../model/index.ts';
import type { Sentence, Token } from '../../../read/index.ts';
import type { ExtractionContext } from '../../context.ts';
import { datesOfSentence } from '../../dates-of-sentence.ts';
import { isNext, wholeDay } from './belonging.ts';

/** 'reopened it on Friday, 25 days after it was shut': the day of the later word, counted back; null where it is not told so. */
export function dayBefore({ document }: ExtractionContext, told: Token): Edtf | null {
  const { tokens } = document;
  const sentence = document.sentences[told.sentence] as Sentence;
  const dates = datesOfSentence(document, sentence);
  for (const length of dates) {
    const after = tokens[length.endToken];
    if (!length.days || length.kind !== 'duration' || after?.text.toLowerCase() !== 'after') continue;
    if (told.index <= after.index || !isNext(tokens, after.index, told.index)) continue;
    const day = dates.findLast(
      ({ endToken }) => endToken <= length.firstToken && isNext(tokens, endToken - 1, length.firstToken),
    )?.edtf;
    const whole = day && wholeDay(day);
    if (whole && /^\d{4}-\d\d-\d\d$/.test(whole)) return addDays(whole, -length.days);
  }
  return null;
}
