import type { Document, Token } from '../../read/index.ts';
import type { Run } from './draft.ts';
import type { VerbCue } from './lexicon.ts';
import { endOfTail, type Parenthetical } from './parenthetical.ts';
import { subjectBefore } from './surface.ts';

/**
 * 'As the paper noted, …', '…, as the envoy put it, …': a clause with 'as' between marks, and what is said around it. The marks
 * decide, not the tree. Null where the verb cannot report or has its own object.
 */
export function asClauseOf(
  document: Document,
  verb: Token,
  lemma: string,
  cues: readonly VerbCue[],
): Parenthetical | null {
  const { tokens } = document;
  const sentence = document.sentences[verb.sentence];
  if (!sentence || /ing$/.test(verb.text)) return null;
  if (!hasAsBefore(document, verb)) return null;
  const subject = subjectBefore(document, verb);
  const as = subject && tokens[subject.run[0] - 1];
  if (!as || as.sentence !== verb.sentence || as.text.toLowerCase() !== 'as') return null;
  const phrase = lemma === 'put' && tokens[verb.index + 1]?.text === 'it' ? verb.index + 1 : verb.index;
  if (phrase === verb.index && !reports(cues)) return null;
  const last = sentence.endToken - 1;
  const close = endOfTail(document, tokens[phrase] as Token, lemma, last);
  if (close < 0) return null;
  const opening = openingOf(document, as.index, sentence.firstToken);
  if (opening === null) return null;
  const rest: Run | null =
    close < last - 1 && /^(?:[,:]|—|–)$/.test(tokens[close]?.text ?? '') ? [close + 1, last] : null;
  const content = [opening, rest].filter((run) => run !== null && run[1] >= run[0]) as Run[];
  return content.length > 0
    ? { content, speaker: subject.head, speakerRun: subject.run, lastOfCue: phrase }
    : null;
}

const FARTHEST = 24;

function hasAsBefore({ tokens }: Document, verb: Token): boolean {
  for (let index = verb.index - 2; index >= verb.index - FARTHEST; index--) {
    const token = tokens[index];
    if (!token || token.sentence !== verb.sentence) return false;
    if (token.text.length === 2 && token.text.toLowerCase() === 'as') return true;
  }
  return false;
}

/** What stands before the clause: an empty run where it opens the sentence; null where no mark parts them. */
function openingOf({ tokens }: Document, as: number, first: number): Run | null {
  const before = tokens[as - 1] as Token;
  if (as === first) return [first, first - 1];
  if (as === first + 1 && (before.upos === 'CCONJ' || /["“(]/.test(before.text))) return [first, first - 1];
  return /^(?:,|—|–)$/.test(before.text) ? [first, as - 2] : null;
}

function reports(cues: readonly VerbCue[]): boolean {
  return cues.some(
    ({ stance, frames }) =>
      stance !== 'supports' && frames.some(({ kind }) => kind === 'that' || kind === 'object that'),
  );
}
