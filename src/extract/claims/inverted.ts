import type { Document, Token } from '../../read/index.ts';
import { hasFeature } from '../phrase.ts';
import type { Run } from './draft.ts';
import type { Parenthetical } from './parenthetical.ts';
import { subjectAfter } from './surface.ts';

/** Verbs whose past form right behind a comma, before a name or an article, is no participle. */
const INVERTING = new Set([
  'say',
  'add',
  'write',
  'explain',
  'argue',
  'note',
  'recall',
  'warn',
  'insist',
  'stress',
  'declare',
  'reply',
  'ask',
]);

/**
 * '…, said the minister.', '“…”, declared Orlan, who …', '“Why?” asked the guard': a verb of saying behind a mark with its subject behind it. The
 * marks decide, not the tree. Null where nothing that can be said stands before it.
 */
export function invertedOf(document: Document, verb: Token, lemma: string): Parenthetical | null {
  const { tokens } = document;
  const sentence = document.sentences[verb.sentence];
  if (!sentence || !INVERTING.has(lemma) || !/(?:ed|s|said|wrote)$/.test(verb.text)) return null;
  const mark = tokens[verb.index - 1];
  if (!mark || mark.index <= sentence.firstToken + 1) return null;
  const isQuoted = isQuoteMark(mark) || (mark.text === ',' && isQuoteMark(tokens[mark.index - 1] as Token));
  if (!isQuoted && mark.text !== ',') return null;
  const subject = subjectAfter(document, verb);
  if (!subject || hasFinite(document, subject.run)) return null;
  const head: Run = [sentence.firstToken, mark.text === ',' ? mark.index - 1 : mark.index];
  const opening = tokens[head[0]] as Token;
  const isFrame =
    /^(?:while|when|after|before|since|as|although|though|asked|unlike|despite|on|in|at|speaking)$/i.test(
      opening.text,
    );
  if (!isQuoted && (isFrame || !hasFinite(document, head))) return null;
  const run: Run = [subject.run[0], endOfAppositive(document, subject.run[1], sentence.endToken - 1)];
  return { content: [head], speaker: subject.head, speakerRun: run };
}

const LONGEST_APPOSITIVE = 20;

/** 'said Aram Velik, a teacher of history at the college.': the speaker's words go on over such a comma. */
function endOfAppositive(document: Document, end: number, last: number): number {
  const { tokens } = document;
  const opening = tokens[end + 2];
  if (tokens[end + 1]?.text !== ',' || !opening || !/^(?:DET|NOUN|ADJ)$/.test(opening.upos)) return end;
  let index = end + 2;
  while (
    index < last &&
    index < end + LONGEST_APPOSITIVE &&
    !/^[,.;:]$/.test((tokens[index + 1] as Token).text)
  )
    index++;
  return index >= end + LONGEST_APPOSITIVE || hasFinite(document, [end + 2, index]) ? end : index;
}

function isQuoteMark({ text }: Token): boolean {
  return /^(?:["”]|'')$/.test(text);
}

function hasFinite({ tokens }: Document, [first, last]: Run): boolean {
  for (let index = first; index <= last; index++)
    if (hasFeature(tokens[index] as Token, 'VerbForm=Fin')) return true;
  return false;
}
