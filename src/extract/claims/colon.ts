import type { Document, Token } from '../../read/index.ts';
import type { Draft, Run } from './draft.ts';

const LONGEST_SPEAKER = 6;

/** '“The road is ours.” — Mkrtich Dallakyan': a quotation with its author behind a dash. */
export function draftOfDash(document: Document, dash: Token): Draft | null {
  if (!/^(?:―|—|–|--)$/.test(dash.text)) return null;
  const { tokens } = document;
  if (!/^(?:["”]|'')$/.test(tokens[dash.index - 1]?.text ?? '')) return null;
  let last = dash.index;
  while (last < dash.index + LONGEST_SPEAKER && tokens[last + 1]?.upos === 'PROPN') last++;
  if (last === dash.index) return null;
  return draftWithMark('quotation and dash', dash, tokens[last] as Token, [dash.index + 1, last]);
}

/** 'From the report: “…”, 'Carl Bialik: “…”': a name and a colon in front of a quotation, in running text. */
export function draftOfColon(document: Document, colon: Token): Draft | null {
  if (colon.text !== ':') return null;
  const { tokens } = document;
  const sentence = document.sentences[colon.sentence];
  const quotation = tokens[colon.index + 1];
  if (!sentence || !quotation || !/^(?:["“]|``|'')$/.test(quotation.text)) return null;
  let first = colon.index;
  while (first > sentence.firstToken && isNamePart(tokens[first - 1] as Token)) first--;
  const before = tokens[first - 1];
  const named = colon.index - first;
  if (named === 0 || named > LONGEST_SPEAKER) return null;
  if (first > sentence.firstToken && !/^(?:[-–—,.”"]|from)$/.test(before?.text ?? '')) return null;
  return draftWithMark('name and colon', colon, tokens[colon.index - 1] as Token, [first, colon.index - 1]);
}

function draftWithMark(rule: string, mark: Token, speaker: Token, speakerRun: Run): Draft {
  return {
    rule,
    verb: mark,
    stance: 'states',
    cue: [mark.index, mark.index],
    speaker,
    speakerRun,
    addressee: null,
    content: [],
    quotations: [],
    quotes: true,
    negated: false,
    unreal: false,
  };
}

function isNamePart(token: Token): boolean {
  return (
    token.upos === 'PROPN' || (/^\p{Lu}/u.test(token.text) && token.upos !== 'VERB') || token.text === 'and'
  );
}
