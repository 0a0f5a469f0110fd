import { furniturePhrase, type PhraseHit } from './phrases.ts';

/** What one block's own words say, whatever stands around it. */
export interface TextMeasures {
  /** Words, lower case, punctuation gone; at most those of the first 1500 characters. */
  readonly words: readonly string[];
  readonly phrase: PhraseHit | null;
  readonly isSentence: boolean;
}

/** Characters of a block that are looked at. */
export const HEAD = 1500;

const SENTENCE_END = /[.!?…。！？।؟][”"»“’')\]』」]*$/u;
const SENTENCE = /[.!?…؟][”"»’')\]]*\s|[。！？।]/gu;
const CREDIT =
  /(?:^|[([|])\s*(?:image|photo|photograph|picture|fotos?|bild|фото|снимка|cr[ée]dit|courtesy|source|quelle|fonte|fuente|источник|via|写真|图|圖|사진|ⓒ|©|\(c\))(?![\p{L}\p{N}])/iu;
const APPEAL =
  /(?<![\p{L}\p{N}])(?:subscrib\p{L}{0,4}|newsletters?|follow|twitter|facebook|instagram|youtube|telegram|whatsapp|linkedin|share|sign up|signup|log in|login|register|download|e-?mail|click|cookies?|abonn\p{L}{0,6}|suscr\p{L}{0,8}|iscri\p{L}{0,8}|seguici|подпи\p{L}{0,9}|подел\p{L}{0,8})(?![\p{L}\p{N}])/giu;
const COMMA = /[,、，،]/g;
const DIGIT = /\d/g;
const CAPITAL = /\p{Lu}/gu;

export function measuresOf(text: string, folded: string): TextMeasures {
  return {
    words: folded.split(' '),
    phrase: furniturePhrase(text),
    isSentence: SENTENCE_END.test(text.slice(-8)),
  };
}

/** How often each kind of sign comes in the head of a text, and what its beginning and end are. */
export function signsOf(text: string) {
  const head = text.length > HEAD ? text.slice(0, HEAD) : text;
  return {
    sentences: count(head, SENTENCE),
    commas: count(head, COMMA),
    digitShare: count(head, DIGIT) / head.length,
    upperShare: count(head, CAPITAL) / head.length,
    endsColon: /[:：]$/.test(text) ? 1 : 0,
    startsLower: /^\p{Ll}/u.test(text) ? 1 : 0,
    hasYear: /\b(?:19|20)\d\d\b/.test(head) ? 1 : 0,
    mark: /[©|@]/.test(head) ? 1 : 0,
    quote: /^["“«„「'‘]/.test(text) ? 1 : 0,
    credit: CREDIT.test(head.slice(0, 300)) ? 1 : 0,
    appeal: text.length < 600 ? count(head, APPEAL) : 0,
  };
}

function count(text: string, pattern: RegExp): number {
  let hits = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) hits++;
  return hits;
}
