import type { Document, Token } from '../../read/index.ts';
import type { Draft } from './draft.ts';

/** 'HALLOWAY: The road is closed.', 'Irena Halloway: …': a paragraph of a transcript, with its speaker before a colon. */
const CAPITALS = /^\p{Lu}{2}[\p{Lu}.,'’ -]{0,50}:\s/u;
const NAME = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,3}:\s/u;
const LABELS =
  /^(?:BREAKING|UPDATE|LIVE|EXCLUSIVE|VIDEO|PHOTO|PHOTOS|WATCH|READ|READ MORE|RELATED|SEE ALSO|ALSO|NOTE|NB|PS|FAQ|Q|A|ANALYSIS|OPINION|CORRECTION|SOURCE|SOURCES)\b/i;
/** One such paragraph may be anything; a transcript has several turns, and by name only where somebody speaks twice. */
const LEAST_TURNS = 2;
const LEAST_NAMED_TURNS = 4;
const LEAST_WORDS = 3;

/** What opens the turns of a document; null where it is no transcript. */
const transcripts = new WeakMap<Document, RegExp | null>();

/** The turn of a speaker in a transcript: who stands before the colon says the rest of the paragraph. */
export function draftOfTurn(document: Document, colon: Token): Draft | null {
  const turn = colon.text === ':' ? turnOf(document) : null;
  if (!turn) return null;
  const sentence = document.sentences[colon.sentence];
  const paragraph = sentence && document.article.paragraphs[sentence.paragraph];
  if (!sentence || !paragraph || sentence.start !== paragraph.start || !isTurn(turn, paragraph.text))
    return null;
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

function isTurn(turn: RegExp, text: string): boolean {
  return turn.test(text) && !LABELS.test(text);
}

function turnOf(document: Document): RegExp | null {
  const known = transcripts.get(document);
  if (known !== undefined) return known;
  const openings = document.article.paragraphs.map(({ text }) => text.slice(0, 60));
  const inCapitals = openings.filter((text) => isTurn(CAPITALS, text)).length >= LEAST_TURNS;
  const turn = inCapitals
    ? CAPITALS
    : isDialogue(openings.filter((text) => isTurn(NAME, text)))
      ? NAME
      : null;
  transcripts.set(document, turn);
  return turn;
}

/** Several turns, one of them by somebody who spoke before: else it is a list with names. */
function isDialogue(turns: readonly string[]): boolean {
  const speakers = turns.map((text) => text.slice(0, text.indexOf(':')).replace(/^.* /, ''));
  return speakers.length >= LEAST_NAMED_TURNS && new Set(speakers).size < speakers.length;
}
