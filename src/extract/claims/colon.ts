import type { Document, Token } from '../../read/index.ts';
import type { Draft, Run } from './draft.ts';
import { firstTokenFrom } from './quotations.ts';

const LONGEST_SPEAKER = 6;
/** Tokens of a post that are looked back at. */
const LONGEST_POST = 120;

/**
 * '“The road is ours.” — Mkrtich Dallakyan', '- Mkrtich Dallakyan' in a paragraph of its own behind a quotation, and 'The road is ours — Mkrtich
 * Dallakyan (@mkrtich) July 5, 2016', as posts of the web are printed: words with their author behind a dash.
 */
export function draftOfDash(document: Document, dash: Token): Draft | null {
  if (!/^(?:―|—|–|--?)$/.test(dash.text)) return null;
  const { tokens } = document;
  let last = dash.index;
  while (last < dash.index + LONGEST_SPEAKER && tokens[last + 1]?.upos === 'PROPN') last++;
  if (last === dash.index) return null;
  const draft = draftWithMark('quotation and dash', dash, tokens[last] as Token, [dash.index + 1, last]);
  if (dash.text !== '-' && /^(?:["”]|'')$/.test(tokens[dash.index - 1]?.text ?? '')) return draft;
  const content = postBefore(document, dash, last) ?? quotedBefore(document, dash, last);
  return content && { ...draft, content: [content], quotes: false };
}

/** The words of the paragraph before the dash, where a name with '@' follows it. */
function postBefore(document: Document, dash: Token, last: number): Run | null {
  const { tokens, sentences, article } = document;
  if (tokens[last + 1]?.text !== '(' || !/^@/.test(tokens[last + 2]?.text ?? '')) return null;
  const start = article.paragraphs[sentences[dash.sentence]?.paragraph ?? -1]?.start ?? Infinity;
  const first = postFrom(document, start, dash);
  return dash.index - first > 2 ? [first, dash.index - 1] : null;
}

/** The paragraph before one that is but a dash and a name, where it is a quotation. */
function quotedBefore(document: Document, dash: Token, last: number): Run | null {
  const { tokens, sentences, article } = document;
  const place = sentences[dash.sentence]?.paragraph ?? -1;
  const [own, before] = [article.paragraphs[place], article.paragraphs[place - 1]];
  if (!own || !before || own.start !== dash.start || own.end > (tokens[last] as Token).end + 2) return null;
  if (!/^["“]/.test(before.text) || !/["”]$/.test(before.text)) return null;
  return [postFrom(document, before.start, dash), dash.index - 1];
}

/** The first token of a post that begins at an offset, or as far back from its dash as is looked. */
function postFrom(document: Document, start: number, dash: Token): number {
  return Math.max(firstTokenFrom(document, start), dash.index - LONGEST_POST);
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
