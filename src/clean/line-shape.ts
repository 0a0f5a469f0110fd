import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { readLine } from './block-reader.ts';
import { HEAD } from './block-text.ts';
import type { PhraseHit } from './phrases.ts';

/** What one line's own signs say, whatever stands around it. */
export interface LineShape {
  /** Its words as they are compared; at most those of the first 1500 characters. */
  readonly words: readonly string[];
  readonly folded: string;
  /** The phrase of furniture that it begins with. */
  readonly phrase: PhraseHit | null;
  readonly isSentence: boolean;
  /** Characters, those of scripts that write a word with one or two counted double. */
  readonly length: number;
  readonly signs: LineSigns;
  /** Share of the words that begin with a capital. */
  readonly capitalShare: number;
  /** Share of characters that are neither letters nor digits nor blanks. */
  readonly signShare: number;
  /** Signs that part entries of a list: `|`, `›`, `•`, `/` … */
  readonly separators: number;
  /** A time of day, a day's date in figures, or an age such as `3h`. */
  readonly hasTime: boolean;
  readonly hasAddress: boolean;
  /** 1 with a question mark at the end, 2 with an exclamation mark. */
  readonly asks: number;
  /** Ends as captions do, with whom the picture is from: `(AP Photo/Ana Petrova)`, `Credit: ESA`, `Getty Images`. */
  readonly isCredited: boolean;
  /** Heads a box about a writer or a house. */
  readonly isAbout: boolean;
  /** Stands beside a comment: `Reply`, `25 votes`. */
  readonly isThread: boolean;
  /** Begins with a bracket, a bullet, a number. */
  readonly opens: number;
}

/** How often each kind of sign comes in a line, and what its beginning and end are. */
export interface LineSigns {
  readonly sentences: number;
  readonly commas: number;
  readonly digitShare: number;
  readonly upperShare: number;
  readonly endsColon: number;
  readonly startsLower: number;
  readonly hasYear: number;
  readonly mark: number;
  readonly quote: number;
  readonly credit: number;
  readonly appeal: number;
}

const TIME =
  /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)|(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)|^\d{1,3}\s?[hdmw]$|\d\s?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\sago|\d\s\p{L}{3,9}\s(?:назад|тому|önce|əvvəl|fa|atrás|առաջ|temu)(?!\p{L})|(?<!\p{L})(?:hace|vor|il y a|há|قبل|منذ)\s\d/iu;
const CREDITED =
  /(?:photo|image|picture|foto|getty|credit|courtesy|reuters|\bap|afp|epa|dpa|shutterstock|фото|снимок|bild)(?![\p{L}])[^.!?]{0,60}[)\]]?\.?$/iu;
const LONGEST_CAPTION = 700;
const SHORT = 60;
const Signs = z.object({ about: z.array(z.string()), thread: z.array(z.string()) });
const signWords = Signs.parse(readDataFile(new URL('./line-signs.yaml', import.meta.url)));
const ABOUT = new Set(signWords.about);
const THREAD = new Set(signWords.thread);
const ADDRESS = /https?:\/\/|www\.|@[\p{L}\d_]|\.(?:com|org|net)\b/iu;
const ASKS = /([?？؟!！])[”"»’')\]]*$/u;

/** Of long lines the first 1500 characters are looked at. Linear. */
export function shapeOf(text: string): LineShape {
  const head = text.length > HEAD ? text.slice(0, HEAD) : text;
  const said = readLine(text);
  const low = said.folded;
  const lower = head.toLowerCase();
  const sameLength = lower.length === head.length;
  let [wide, words, capitals, other, separators] = [0, 0, 0, 0, 0];
  let isInWord = false;
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at);
    if (code >= 0x2e80 && code < 0xd7b0) wide++;
    const isLetter = code >= 0xc0 || ((code | 32) - 97) >>> 0 < 26;
    if (isLetter) {
      if (!isInWord) {
        words++;
        if (sameLength && code !== lower.charCodeAt(at)) capitals++;
      }
      isInWord = true;
      continue;
    }
    if (code >= 48 && code < 58) {
      isInWord = true;
      continue;
    }
    if (code === 39) continue;
    isInWord = false;
    if (code !== 32) other++;
    if (code === 124 || code === 47 || code === 62 || code === 187 || code === 183) separators++;
  }
  const ask = ASKS.exec(text.slice(-8))?.[1];
  return {
    words: low.split(' '),
    phrase: said.phrase,
    isSentence: said.isSentence || /։[»)]?$/.test(text),
    folded: low,
    length: text.length + (wide / head.length) * text.length,
    signs: {
      sentences: said.sentences,
      commas: said.commas,
      digitShare: said.digits / head.length,
      upperShare: said.capitals / head.length,
      endsColon: /[:：]$/.test(text) ? 1 : 0,
      startsLower: said.startsSmall ? 1 : 0,
      hasYear: said.hasYear ? 1 : 0,
      mark: said.hasMark ? 1 : 0,
      quote: /^["“«„「'‘]/.test(text) ? 1 : 0,
      credit: said.hasCredit ? 1 : 0,
      appeal: said.appeals,
    },
    capitalShare: words === 0 ? 0 : capitals / words,
    signShare: other / head.length,
    separators,
    hasTime: text.length < 120 && TIME.test(text),
    hasAddress: ADDRESS.test(head),
    asks: ask === undefined ? 0 : /[?？؟]/.test(ask) ? 1 : 2,
    isCredited: text.length < LONGEST_CAPTION && CREDITED.test(text.slice(-90)),
    isAbout: text.length < SHORT && isAbout(low, text),
    isThread: text.length < SHORT && low.split(' ', 4).some((word) => THREAD.has(word)) && text.length < 40,
    opens: /^[([{（【]/.test(text) ? 1 : /^[•*·–—-]/.test(text) ? 2 : /^\d/.test(text) ? 3 : 0,
  };
}

/** `About` and a name, without a stop behind them. */
function isAbout(low: string, text: string): boolean {
  if (/[.!?,;]$/.test(text)) return false;
  const words = low.split(' ');
  if (words.length > 7) return false;
  for (let count = Math.min(3, words.length); count > 0; count--) {
    if (!ABOUT.has(words.slice(0, count).join(' '))) continue;
    const rest = text.split(/\s+/).slice(count);
    return count > 1
      ? true
      : rest.length > 0 && rest.every((word) => !/^\p{Ll}/u.test(word) || word.length <= 3);
  }
  return false;
}
