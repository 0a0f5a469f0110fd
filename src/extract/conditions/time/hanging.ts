import type { DateMention, Document, Token } from '../../../read/index.ts';
import { isNext, MOST_STEPS, MOST_WORDS, SINCE_WORDS } from './belonging.ts';

/** What a date behind these is the day of is not what the sentence tells: 'after a test in January'. */
export const AFTER = /^(?:after|before|following|since|until|despite)$/i;

/** 'before dawn on Friday' was on Friday. */
const HOURS = /^(?:dawn|daybreak|sunrise|noon|dusk|sunset|nightfall|midnight)$/i;

function isBehindAfter(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= at - SINCE_WORDS && tokens[index]; index--) {
    const { text, upos } = tokens[index] as Token;
    if (upos === 'VERB' || upos === 'PUNCT') return false;
    if (AFTER.test(text)) return true;
  }
  return false;
}

export function hangsOn(document: Document, date: DateMention, verb: Token): boolean {
  const { tokens } = document;
  // 'imposed after the coup of 26 July' was not on that day
  for (let index = date.firstToken - 1; index > verb.index; index--)
    if (AFTER.test(tokens[index]?.text ?? '') && !HOURS.test(tokens[index + 1]?.text ?? '')) return false;
  // 'After a launch in March, they imposed'
  if (verb.index > date.firstToken && isBehindAfter(tokens, date.firstToken)) return false;
  const before = tokens[date.firstToken - 1];
  const verbBefore = before?.upos === 'ADP' ? tokens[date.firstToken - 2] : before;
  // 'said on Monday': a verb right before the date is what it dates, whatever the tree says
  if (verbBefore?.upos === 'VERB' && !isHow(verbBefore, verb)) return verbBefore.index === verb.index;
  // 'Norland on Monday closed'
  if (date.endToken === verb.index) return true;
  const from = beforeAside(document, date);
  const isBehind = verb.index < from && isNext(tokens, verb.index, from);
  if (from < date.firstToken) return isBehind;
  let at = tokens[date.endToken - 1] as Token;
  for (let step = 0; step < MOST_STEPS && at.head >= 0; step++) {
    at = tokens[at.head] as Token;
    if (at.index === verb.index || isHow(at, verb)) return true;
    // 'announced by both on 21 August has held': a verb behind the date is rather another's
    if (at.upos === 'VERB') return at.index > date.firstToken && isBehind;
  }
  return isBehind;
}

/** 'released unharmed on Sunday', which the tagger takes for a verb. */
const isHow = ({ index, text }: Token, verb: Token): boolean =>
  index === verb.index + 1 && /^un\w+ed$/i.test(text);

/** 'announced the truce, which it said was final, on Thursday': where what stands between commas begins; else the date itself. */
function beforeAside({ tokens }: Document, { firstToken }: DateMention): number {
  const close = tokens[firstToken - 1]?.upos === 'ADP' ? firstToken - 2 : firstToken - 1;
  if (tokens[close]?.text !== ',') return firstToken;
  for (let at = close - 1; at > close - MOST_WORDS && at > 0; at--)
    if (tokens[at]?.text === ',')
      return /^(?:which|who|whose|where)$/i.test(tokens[at + 1]?.text ?? '') ? at : firstToken;
  return firstToken;
}
