import type { Document, Token } from '../../read/index.ts';
import type { Draft } from './draft.ts';

/** 'HALLOWAY: The road is closed.': a paragraph of a transcript, with its speaker in capitals. */
const TURN = /^\p{Lu}{2}[\p{Lu}.,'’ -]{0,50}:\s/u;
const LABELS =
  /^(?:BREAKING|UPDATE|LIVE|EXCLUSIVE|VIDEO|PHOTO|PHOTOS|WATCH|READ|READ MORE|RELATED|SEE ALSO|ALSO|NOTE|NB|PS|FAQ|Q|A|ANALYSIS|OPINION|CORRECTION|SOURCE|SOURCES)\b/;
/** One such paragraph may be anything; a transcript has several turns. */
const LEAST_TURNS = 2;
const LEAST_WORDS = 3;

const transcripts = new WeakMap<Document, boolean>();

/** The turn of a speaker in a transcript: who stands before the colon says the rest of the paragraph. */
export function draftOfTurn(document: Document, colon: Token): Draft | null {
  if (colon.text !== ':' || !isTranscript(document)) return null;
  const sentence = document.sentences[colon.sentence];
  const paragraph = sentence && document.article.paragraphs[sentence.paragraph];
  if (!sentence || !paragraph || sentence.start !== paragraph.start || !isTurn(paragraph.text)) return null;
  if (colon.start - paragraph.start !== paragraph.text.indexOf(':')) return null;
  let last = colon.index;
  while (document.tokens[last + 1] && (document.tokens[last + 1] as Token).end <= paragraph.end) last++;
  if (last - colon.index < LEAST_WORDS || colon.index === sentence.firstToken) return null;
  return {
    rule: 'turn of a transcript',
    verb: colon,
    stance: 'states',
    cue: [colon.index, colon.index],
    speaker: document.tokens[colon.index - 1] as Token,
    speakerRun: [sentence.firstToken, colon.index - 1],
    addressee: null,
    content: [[colon.index + 1, last]],
    quotations: [],
    quotes: false,
    negated: false,
    unreal: false,
  };
}

function isTurn(text: string): boolean {
  return TURN.test(text) && !LABELS.test(text);
}

function isTranscript(document: Document): boolean {
  const known = transcripts.get(document);
  if (known !== undefined) return known;
  let turns = 0;
  for (const { text } of document.article.paragraphs) if (isTurn(text.slice(0, 60))) turns++;
  transcripts.set(document, turns >= LEAST_TURNS);
  return turns >= LEAST_TURNS;
}
